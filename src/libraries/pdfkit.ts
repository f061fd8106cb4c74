import type { Library } from './library.ts'

export const pdfkit: Library = {
  package: 'pdfkit',
  fluent: ['PDFDocument'],
  rows: [
    { new: 'default', makes: 'PDFDocument' },
    { on: 'PDFDocument', call: 'end', role: 'task.long', task: 'document' },
  ],
}
