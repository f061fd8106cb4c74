import superagent, { get } from 'superagent'

declare const password: string

await get('https://example.com') // http.call
await superagent('GET', 'https://example.com') // http.call
await superagent.get('https://example.com') // http.call
await superagent.post('https://example.com') // http.call
await superagent.put('https://example.com') // http.call
await superagent.patch('https://example.com') // http.call
await superagent.delete('https://example.com') // http.call
await superagent.del('https://example.com') // http.call
await superagent.head('https://example.com') // http.call
await superagent.options('https://example.com') // http.call
const agent = superagent.agent()
await agent.get('https://example.com')
await superagent.get('https://example.com').auth('shop', password) // http.call, secret.use
