import type { NextApiRequest, NextApiResponse } from 'next'
import { NextResponse } from 'next/server'

export async function GET() {
  return NextResponse.json({ id: 1 }) // http.response
}

export async function PUT() {
  return new NextResponse('failed', { status: 500 }) // http.response
}

export async function POST() {
  return NextResponse.redirect('https://example.com')
}

export default function handler(_request: NextApiRequest, response: NextApiResponse) {
  response.json({ id: 1 }) // http.response
  response.status(200).json({ id: 1 }) // http.response, http.status
  response.send('ok') // http.response
  response.writeHead(500) // http.status
  response.write('failed') // http.response
  response.statusCode = 500 // http.status
  response.end() // http.response
}
