import cors from 'cors'

export const open = cors() // http.cors
export const named = cors({ origin: 'https://app.example.com' }) // http.cors
