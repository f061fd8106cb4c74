import { hash, hashRawSync, hashSync, verify, verifySync } from '@node-rs/argon2'

hashSync('a') // sync.block
hashRawSync('a') // sync.block
verifySync('a', 'b') // sync.block

// Not these
await hash('a')
await verify('a', 'b')
