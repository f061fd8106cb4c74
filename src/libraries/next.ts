import type { Library } from './library.ts'

export const next: Library = {
  package: 'next',
  also: ['next/server'],
  fluent: ['NextApiResponse'],
  rows: [
    {
      call: 'NextResponse.json',
      role: 'http.response',
      value: 0,
      status: { at: 1, property: 'status' },
      receivers: ['NextResponse'],
    },
    {
      new: 'NextResponse',
      role: 'http.response',
      value: 0,
      status: { at: 1, property: 'status' },
      receivers: ['NextResponse'],
    },
    { on: 'NextApiResponse', call: ['json', 'send', 'end', 'write'], role: 'http.response', value: 0 },
    { on: 'NextApiResponse', call: ['status', 'writeHead'], role: 'http.status', status: 0 },
    { on: 'NextApiResponse', read: 'statusCode', role: 'http.status', status: 'assigned' },
  ],
}
