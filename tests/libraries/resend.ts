import { Resend } from 'resend'

const resend = new Resend('key of a fixture')
await resend.emails.send({ from: 'a@example.com', to: 'b@example.com', subject: 'Hi', text: 'Hi' }) // task.long
