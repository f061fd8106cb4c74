import { hash, hashRawSync, hashSync, verify, verifySync } from '@node-rs/argon2'

hashSync('a') // password.hash, sync.block
hashRawSync('a') // sync.block
verifySync('a', 'b') // sync.block

// Not these
await hash('a') // password.hash
await verify('a', 'b')
