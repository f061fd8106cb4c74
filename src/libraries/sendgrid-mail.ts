import type { Library } from './library.ts'

export const sendgridMail: Library = {
  package: '@sendgrid/mail',
  rows: [{ call: ['send', 'sendMultiple'], role: 'task.long', task: 'mail' }],
}
