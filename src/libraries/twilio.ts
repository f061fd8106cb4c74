import type { Library } from './library.ts'

const variable = 'TWILIO_AUTH_TOKEN'

export const twilio: Library = {
  package: 'twilio',
  aliases: { MessageListInstance: 'Messages' },
  rows: [
    { call: 'default', makes: 'Twilio', role: 'secret.use', secret: 1, variable },
    { new: 'Twilio', role: 'secret.use', secret: 1, variable },
    { on: 'Twilio', read: 'messages', makes: 'Messages' },
    { on: 'Messages', call: 'create', role: 'task.long', task: 'message' },
  ],
}
