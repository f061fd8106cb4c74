import type { Library } from './library.ts'

export const nodeFetch: Library = {
  package: 'node-fetch',
  rows: [
    {
      call: 'default',
      role: 'http.call',
      options: [1],
      // Version 2 knows `timeout`, version 3 does not.
      bounds: ['signal', 'timeout'],
      bound: 'AbortSignal.timeout(%)',
    },
  ],
}
