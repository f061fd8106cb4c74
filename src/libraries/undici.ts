import type { Library } from './library.ts'

export const undici: Library = {
  package: 'undici',
  rows: [
    {
      call: 'fetch',
      role: 'http.call',
      options: [1],
      bounds: ['signal'],
      bound: 'AbortSignal.timeout(%)',
      boundBy: String.raw`\bsetGlobalDispatcher\(`,
    },
    {
      call: ['request', 'stream', 'pipeline'],
      role: 'http.call',
      options: [1],
      bounds: ['signal', 'headersTimeout', 'bodyTimeout'],
      bound: 'AbortSignal.timeout(%)',
      // Five minutes for the head, and as long between parts of the body.
      late: true,
      boundBy: String.raw`\bsetGlobalDispatcher\(`,
    },
  ],
}
