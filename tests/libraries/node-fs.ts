import fs, { readFileSync, readFileSync as read, promises } from 'node:fs'
import * as everything from 'fs'

readFileSync('a') // sync.block
read('a') // sync.block
everything.readFileSync('a') // sync.block
require('fs').readFileSync('a') // sync.block
const { statSync: stat } = require('node:fs')
stat('a') // sync.block
const load = fs.readFileSync
load('a') // sync.block

fs.accessSync('a') // sync.block
fs.appendFileSync('a', 'b') // file.write, sync.block
fs.chmodSync('a', 0o600) // file.permit, sync.block
fs.chownSync('a', 1, 1) // sync.block
fs.copyFileSync('a', 'b') // sync.block
fs.cpSync('a', 'b') // sync.block
fs.lchownSync('a', 1, 1) // sync.block
fs.linkSync('a', 'b') // sync.block
fs.lstatSync('a') // sync.block
fs.lutimesSync('a', 1, 1) // sync.block
fs.mkdirSync('a') // sync.block
fs.mkdtempSync('a') // sync.block
fs.readFileSync('a') // sync.block
fs.readdirSync('a') // sync.block
fs.readlinkSync('a') // sync.block
fs.realpathSync('a') // sync.block
fs.renameSync('a', 'b') // sync.block
fs.rmSync('a') // sync.block
fs.rmdirSync('a') // sync.block
fs.statSync('a') // sync.block
fs.statfsSync('a') // sync.block
fs.symlinkSync('a', 'b') // sync.block
fs.truncateSync('a') // sync.block
fs.unlinkSync('a') // sync.block
fs.utimesSync('a', 1, 1) // sync.block
fs.writeFileSync('a', 'b') // file.write, sync.block
fs.closeSync(1) // sync.block
fs.existsSync('a') // sync.block
fs.fchmodSync(1, 0o600) // file.permit, sync.block
fs.fchownSync(1, 1, 1) // sync.block
fs.fdatasyncSync(1) // sync.block
fs.fstatSync(1) // sync.block
fs.fsyncSync(1) // sync.block
fs.ftruncateSync(1) // sync.block
fs.futimesSync(1, 1, 1) // sync.block
fs.lchmodSync('a', 0o600) // file.permit, sync.block
fs.openSync('a', 'r') // file.write, sync.block
fs.opendirSync('a') // sync.block
fs.readSync(1, Buffer.alloc(1)) // sync.block
fs.readvSync(1, []) // sync.block
fs.writeSync(1, 'a') // sync.block
fs.writevSync(1, []) // sync.block
fs.realpathSync.native('a') // sync.block
// @ts-expect-error newer than the installed @types/node
fs.globSync('*.ts') // sync.block
// @ts-expect-error newer than the installed @types/node
fs.mkdtempDisposableSync('a') // sync.block

// Not these
await fs.promises.readFile('a')
await promises.readFile('a')
fs.readFile('a', () => undefined)
fs.createReadStream('a').close()
export function local(given: { readFileSync(name: string): string }) {
  return given.readFileSync('a')
}
await fs.promises.open('a') // file.write, resource.acquire

fs.writeFile('a', 'b', () => undefined) // file.write
fs.appendFile('a', 'b', () => undefined) // file.write
await fs.promises.writeFile('a', 'b') // file.write
await fs.promises.appendFile('a', 'b') // file.write
fs.createWriteStream('a') // file.write
fs.open('a', 'w', () => undefined) // file.write
fs.chmod('a', 0o600, () => undefined) // file.permit
fs.fchmod(1, 0o600, () => undefined) // file.permit
fs.lchmod('a', 0o600, () => undefined) // file.permit
await fs.promises.chmod('a', 0o600) // file.permit
await fs.promises.lchmod('a', 0o600) // file.permit
