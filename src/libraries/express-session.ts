import type { Library } from './library.ts'

export const expressSession: Library = {
  package: 'express-session',
  rows: [
    {
      call: 'default',
      role: 'memory.keep',
      keeps: 'sessions',
      options: 0,
      under: 'store',
      called: ['session', 'expressSession'],
      knownBy: ['resave', 'saveUninitialized'],
    },
    { new: 'MemoryStore', role: 'memory.store' },
  ],
}
