import type { Library } from './library.ts'

export const sharp: Library = {
  package: 'sharp',
  fluent: ['Sharp'],
  rows: [
    { call: 'default', makes: 'Sharp' },
    { on: 'Sharp', call: ['toBuffer', 'toFile'], role: 'task.long', task: 'media' },
  ],
}
