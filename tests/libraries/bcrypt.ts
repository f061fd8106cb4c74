import bcrypt, { hashSync } from 'bcrypt'
import * as everything from 'bcrypt'

hashSync('a', 12) // password.hash, sync.block
bcrypt.hashSync('a', bcrypt.genSaltSync(12)) // password.hash, password.hash, sync.block, sync.block
bcrypt.compareSync('a', 'b') // sync.block
everything.compareSync('a', 'b') // sync.block
require('bcrypt').compareSync('a', 'b') // sync.block

// Not these
await bcrypt.hash('a', 12) // password.hash
await everything.compare('a', 'b')
bcrypt.getRounds('a')
await bcrypt.genSalt(12) // password.hash
