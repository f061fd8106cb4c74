import needle, { get } from 'needle'

await get('https://example.com') // http.call
await needle('get', 'https://example.com') // http.call
await needle.get('https://example.com') // http.call
await needle.head('https://example.com') // http.call
await needle.post('https://example.com', {}) // http.call
await needle.put('https://example.com', {}) // http.call
await needle.patch('https://example.com', {}) // http.call
await needle.delete('https://example.com', {}) // http.call
await needle.request('get', 'https://example.com', {}) // http.call
needle.defaults({ open_timeout: 1000 })
