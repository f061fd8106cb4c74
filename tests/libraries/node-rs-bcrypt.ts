import { compareSync, genSaltSync, hash, hashSync, verify, verifySync } from '@node-rs/bcrypt'

hashSync('a', { cost: 12 }) // password.hash, sync.block
compareSync('a', 'b') // sync.block
verifySync('a', 'b') // sync.block
genSaltSync() // password.hash, sync.block

// Not these
await hash('a') // password.hash
await verify('a', 'b')
