import type { Library } from './library.ts'

export const next: Library = {
  package: 'next',
  also: ['next/server'],
  fluent: ['NextApiResponse'],
  rows: [
    { call: 'NextResponse.json', role: 'http.response', value: 0 },
    { on: 'NextApiResponse', call: ['json', 'send'], role: 'http.response', value: 0 },
  ],
}
