import type { Library } from './library.ts'

export const resend: Library = {
  package: 'resend',
  rows: [
    { on: 'Resend', read: 'emails', makes: 'Emails' },
    { on: 'Emails', call: 'send', role: 'task.long', task: 'mail' },
  ],
}
