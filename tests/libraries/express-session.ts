import express from 'express'
import session, { MemoryStore } from 'express-session'

const app = express() // http.app
app.use(session({ secret: 'of a fixture', resave: false, saveUninitialized: false })) // http.middleware, memory.keep, secret.use
const kept: express.RequestHandler = session({ secret: 'of a fixture', store: new MemoryStore() }) // memory.keep, memory.store, secret.use
app.use(kept) // http.middleware
export const other = new session.MemoryStore() // memory.store
export const cookie = new session.Cookie()
