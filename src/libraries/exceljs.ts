import type { Library } from './library.ts'

export const exceljs: Library = {
  package: 'exceljs',
  rows: [
    { on: 'Workbook', read: ['xlsx', 'csv'], makes: 'Xlsx' },
    { on: 'Xlsx', call: ['writeBuffer', 'writeFile', 'write'], role: 'task.long', task: 'document' },
  ],
}
