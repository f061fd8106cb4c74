import cors from '@koa/cors'

export const named = cors({ origin: 'https://app.example.com' }) // http.cors
