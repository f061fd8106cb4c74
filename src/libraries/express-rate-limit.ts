import type { Library } from './library.ts'

export const expressRateLimit: Library = {
  package: 'express-rate-limit',
  rows: [
    { call: ['default', 'rateLimit'], role: 'memory.keep', keeps: 'counts', options: 0, under: 'store' },
    { new: 'MemoryStore', role: 'memory.store' },
  ],
}
