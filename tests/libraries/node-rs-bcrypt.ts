import { compareSync, genSaltSync, hash, hashSync, verify, verifySync } from '@node-rs/bcrypt'

hashSync('a', { cost: 12 }) // sync.block
compareSync('a', 'b') // sync.block
verifySync('a', 'b') // sync.block
genSaltSync() // sync.block

// Not these
await hash('a')
await verify('a', 'b')
