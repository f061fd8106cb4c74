import got from 'got'

await got('https://example.com') // http.call
await got.get('https://example.com') // http.call
await got.post('https://example.com') // http.call
await got.put('https://example.com') // http.call
await got.patch('https://example.com') // http.call
await got.head('https://example.com') // http.call
await got.delete('https://example.com') // http.call
got.stream('https://example.com') // http.call
got.paginate('https://example.com') // http.call
const client = got.extend({ prefixUrl: 'https://example.com' }) // http.call
await client.get('users')
