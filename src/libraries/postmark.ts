import type { Library } from './library.ts'

export const postmark: Library = {
  package: 'postmark',
  rows: [{ on: 'ServerClient', call: ['sendEmail', 'sendEmailWithTemplate'], role: 'task.long', task: 'mail' }],
}
