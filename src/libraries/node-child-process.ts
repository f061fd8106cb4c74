import type { Library } from './library.ts'

export const nodeChildProcess: Library = {
  package: 'node:child_process',
  also: ['child_process'],
  rows: [{ call: ['execFileSync', 'execSync', 'spawnSync'], role: 'sync.block', work: 'process' }],
}
