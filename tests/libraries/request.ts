import request, { get } from 'request'

declare const password: string

get('https://example.com') // http.call
request('https://example.com') // http.call
request.get('https://example.com') // http.call
request.post('https://example.com') // http.call
request.put('https://example.com') // http.call
request.patch('https://example.com') // http.call
request.delete('https://example.com') // http.call
request.del('https://example.com') // http.call
request.head('https://example.com') // http.call
const client = request.defaults({ timeout: 1000 }) // http.call
client.get('https://example.com')
request.get('https://example.com').auth('shop', password) // http.call, secret.use
