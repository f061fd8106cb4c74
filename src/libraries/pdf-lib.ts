import type { Library } from './library.ts'

export const pdfLib: Library = {
  package: 'pdf-lib',
  rows: [{ call: ['PDFDocument.create', 'PDFDocument.load'], role: 'task.long', task: 'document' }],
}
