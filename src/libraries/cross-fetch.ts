import type { Library } from './library.ts'

export const crossFetch: Library = {
  package: 'cross-fetch',
  rows: [
    {
      call: ['default', 'fetch'],
      role: 'http.call',
      options: [1],
      bounds: ['signal'],
      bound: 'AbortSignal.timeout(%)',
    },
  ],
}
