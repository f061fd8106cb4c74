import { PDFDocument } from 'pdf-lib'

const document = await PDFDocument.create() // task.long
document.addPage()
await PDFDocument.load(await document.save()) // task.long
