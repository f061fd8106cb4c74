import http, { get } from 'node:http'
import https from 'https'

get('http://example.com') // http.call
http.request('http://example.com') // http.call
https.request({ host: 'example.com' }) // http.call
https.get('https://example.com', (response) => response.resume()) // http.call
http.createServer().listen(3000)

http.createServer((_request, response) => {
  response.statusCode = 500 // http.status
  response.write('failed') // http.response
  response.end('failed') // http.response
})
https.createServer((_request, response) => void response.end('ok')) // http.response

export function refuse(response: http.ServerResponse) {
  response.setHeader('x-user', '1')
  response.writeHead(404, { 'content-type': 'text/plain' }).end('no') // http.response, http.status
}
