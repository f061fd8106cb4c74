import type { Library } from './library.ts'

export const twilio: Library = {
  package: 'twilio',
  aliases: { MessageListInstance: 'Messages' },
  rows: [
    { call: 'default', makes: 'Twilio' },
    { new: 'Twilio' },
    { on: 'Twilio', read: 'messages', makes: 'Messages' },
    { on: 'Messages', call: 'create', role: 'task.long', task: 'message' },
  ],
}
