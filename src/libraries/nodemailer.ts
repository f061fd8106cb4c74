import type { Library } from './library.ts'

export const nodemailer: Library = {
  package: 'nodemailer',
  rows: [
    {
      call: 'createTransport',
      role: 'secret.use',
      secret: 0,
      under: ['auth.pass', 'auth.clientSecret', 'auth.refreshToken'],
      variable: 'SMTP_PASSWORD',
    },
    { call: 'createTransport', makes: 'Transporter' },
    { on: 'Transporter', call: 'sendMail', distinctive: true, role: 'task.long', task: 'mail' },
  ],
}
