import { Workbook } from 'exceljs'
import { createWriteStream } from 'node:fs'

const book = new Workbook()
book.addWorksheet('orders')
await book.xlsx.writeBuffer() // task.long
await book.xlsx.writeFile('orders.xlsx') // task.long
const { csv } = book
await csv.write(createWriteStream('orders.csv')) // file.write, task.long
