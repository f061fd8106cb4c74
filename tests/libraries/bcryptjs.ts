import bcrypt, { hashSync } from 'bcryptjs'
import * as everything from 'bcryptjs'

hashSync('a', 12) // password.hash, sync.block
bcrypt.hashSync('a', bcrypt.genSaltSync(12)) // password.hash, password.hash, sync.block, sync.block
everything.compareSync('a', 'b') // sync.block

// Not these
await bcrypt.hash('a', 12) // password.hash
await everything.compare('a', 'b')
bcrypt.getRounds('a')
await bcrypt.genSalt(12) // password.hash
