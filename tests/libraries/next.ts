import type { NextApiRequest, NextApiResponse } from 'next'
import { NextResponse } from 'next/server'

export async function GET() {
  return NextResponse.json({ id: 1 }) // http.response
}

export async function POST() {
  return NextResponse.redirect('https://example.com')
}

export default function handler(_request: NextApiRequest, response: NextApiResponse) {
  response.json({ id: 1 }) // http.response
  response.status(200).json({ id: 1 }) // http.response
  response.send('ok') // http.response
  response.end()
}
