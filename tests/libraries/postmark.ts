import { ServerClient } from 'postmark'

const client = new ServerClient('token of a fixture')
await client.sendEmail({ From: 'a@example.com', To: 'b@example.com', Subject: 'Hi' }) // task.long
await client.sendEmailWithTemplate({ From: 'a@example.com', To: 'b@example.com', TemplateId: 1, TemplateModel: {} }) // task.long
