import { execSync, exec } from 'node:child_process'
import * as child from 'child_process'

execSync('ls') // sync.block
child.execFileSync('ls', ['-l']) // sync.block
child.spawnSync('ls') // sync.block

// Not these
exec('ls')
child.spawn('ls')
child.execFile('ls')
