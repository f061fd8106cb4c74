import limit, { MemoryStore, rateLimit } from 'express-rate-limit'

export const few = limit({ limit: 10 }) // memory.keep
export const more = rateLimit({ limit: 100, store: new MemoryStore() }) // memory.keep, memory.store
