import PDFDocument from 'pdfkit'

const invoice = new PDFDocument({ size: 'A4' })
invoice.fontSize(12).text('1 chair')
invoice.end() // task.long
new PDFDocument().text('1 table').end() // task.long
