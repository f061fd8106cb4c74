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
    { call: 'default', role: 'secret.use', secret: 0, under: ['secret'], variable: 'SESSION_SECRET' },
  ],
}
