import twilio, { Twilio } from 'twilio'

const client = twilio('account', 'key') // secret.use
await client.messages.create({ to: '+1', from: '+2', body: 'Shipped' }) // task.long
await client.messages.list()

export class Sms {
  private readonly client = new Twilio('account', 'key') // secret.use

  send(to: string) {
    return this.client.messages.create({ to, from: '+2', body: 'Shipped' }) // task.long
  }
}
