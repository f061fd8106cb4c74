import { open, readFile } from 'node:fs/promises'
import fs from 'fs/promises'

const file = await open('a') // file.write, resource.acquire
await file.chmod(0o600) // file.permit
await file.close()
await fs.open('a') // file.write, resource.acquire
await readFile('a')
await fs.writeFile('a', 'b') // file.write
await fs.appendFile('a', 'b') // file.write
await fs.chmod('a', 0o600) // file.permit
await fs.lchmod('a', 0o600) // file.permit
