import argon2, { hash } from 'argon2'

await argon2.hash('a', { type: argon2.argon2id }) // password.hash
await hash('a') // password.hash
await argon2.verify('a', 'b')
