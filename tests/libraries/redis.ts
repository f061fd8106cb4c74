import { createClient } from 'redis'

declare const password: string

createClient({ password }) // secret.use
