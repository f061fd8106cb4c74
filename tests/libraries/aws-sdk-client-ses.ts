import { SendEmailCommand, SendRawEmailCommand, SendTemplatedEmailCommand, SESClient } from '@aws-sdk/client-ses'

const client = new SESClient({})
await client.send(new SendEmailCommand({ Source: 'a', Destination: {}, Message: { Subject: { Data: '' }, Body: {} } })) // task.long
await client.send(new SendRawEmailCommand({ RawMessage: { Data: new Uint8Array() } })) // task.long
await client.send(new SendTemplatedEmailCommand({ Source: 'a', Destination: {}, Template: '', TemplateData: '' })) // task.long
