import OpenAI from 'openai'

const client = new OpenAI()
await client.chat.completions.create({ model: 'of a fixture', messages: [] }) // task.long
await client.responses.create({ model: 'of a fixture', input: 'Hi' }) // task.long
