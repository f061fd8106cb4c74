import http, { createServer, type ServerResponse } from 'node:http'
import https from 'https'

createServer((_request, response) => {
  response.statusCode = 500 // http.status
  response.write('failed') // http.response
  response.end('failed') // http.response
})
http.createServer((_request, response) => {
  response.writeHead(500).end() // http.response, http.status
})
https.createServer((_request, response) => void response.end('ok')) // http.response

export function refuse(response: ServerResponse) {
  response.setHeader('x-user', '1')
  response.writeHead(404, { 'content-type': 'text/plain' }).end('no') // http.response, http.status
}
