import bcrypt, { hashSync } from 'bcryptjs'
import * as everything from 'bcryptjs'

hashSync('a', 12) // sync.block
bcrypt.hashSync('a', bcrypt.genSaltSync(12)) // sync.block, sync.block
everything.compareSync('a', 'b') // sync.block

// Not these
await bcrypt.hash('a', 12)
await everything.compare('a', 'b')
bcrypt.getRounds('a')
