import http, { get } from 'node:http'
import https from 'https'

get('http://example.com') // http.call
http.request('http://example.com') // http.call
https.request({ host: 'example.com' }) // http.call
https.get('https://example.com', (response) => response.resume()) // http.call
http.createServer().listen(3000)
