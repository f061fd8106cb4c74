import fs, { readJsonSync } from 'fs-extra'
import * as everything from 'fs-extra'

readJsonSync('a') // sync.block
everything.readFileSync('a') // sync.block
fs.accessSync('a') // sync.block
fs.appendFileSync('a', 'b') // file.write, sync.block
fs.chmodSync('a', 0o600) // file.permit, sync.block
fs.copyFileSync('a', 'b') // sync.block
fs.copySync('a', 'b') // sync.block
fs.emptyDirSync('a') // sync.block
fs.ensureDirSync('a') // sync.block
fs.ensureFileSync('a') // sync.block
fs.lstatSync('a') // sync.block
fs.mkdirSync('a') // sync.block
fs.mkdirpSync('a') // sync.block
fs.mkdtempSync('a') // sync.block
fs.moveSync('a', 'b') // sync.block
fs.outputFileSync('a', 'b') // file.write, sync.block
fs.outputJsonSync('a', {}) // sync.block
fs.readFileSync('a') // sync.block
fs.readJsonSync('a') // sync.block
fs.readdirSync('a') // sync.block
fs.realpathSync('a') // sync.block
fs.removeSync('a') // sync.block
fs.renameSync('a', 'b') // sync.block
fs.rmSync('a') // sync.block
fs.statSync('a') // sync.block
fs.symlinkSync('a', 'b') // sync.block
fs.unlinkSync('a') // sync.block
fs.writeFileSync('a', 'b') // file.write, sync.block
fs.writeJsonSync('a', {}) // sync.block
fs.existsSync('a') // sync.block
fs.pathExistsSync('a') // sync.block
fs.openSync('a', 'r') // sync.block
fs.writeSync(1, 'a') // sync.block

// Not these
await fs.readJson('a')
await everything.readFile('a')
await fs.writeFile('a', 'b') // file.write
await fs.outputFile('a', 'b') // file.write
await fs.appendFile('a', 'b') // file.write
fs.createWriteStream('a') // file.write
await fs.chmod('a', 0o600) // file.permit
