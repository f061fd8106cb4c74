import mail from '@sendgrid/mail'

const message = { from: 'a@example.com', to: 'b@example.com', subject: 'Hi', text: 'Hi' }
await mail.send(message) // task.long
await mail.sendMultiple(message) // task.long
