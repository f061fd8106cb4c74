import { appendCorsHeaders, defineEventHandler, handleCors } from 'h3'

export default defineEventHandler((event) => {
  appendCorsHeaders(event, { origin: ['https://acme.io'] }) // http.cors
  return handleCors(event, { origin: ['https://acme.io'], methods: ['GET'] }) // http.cors
})
