import { createTransport } from 'nodemailer'

declare const pass: string

createTransport({ host: 'mail', auth: { user: 'shop', pass } }) // secret.use
await createTransport({}).sendMail({ to: 'ada@example.com' }) // secret.use, task.long
