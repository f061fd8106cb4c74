// Ratios, each of two commands taken in turn in one run: `pnpm bench [folder] [rounds]`.
// Processor time (user and system) of the whole process, medians; wall time is noisy and only shown.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const [folder = path.join(here, '../..'), rounds = '5'] = process.argv.slice(2)
const glob = '**/*.{ts,mts,cts}'

function run(...args) {
  const script = `
    const { spawnSync } = require('node:child_process')
    const before = process.resourceUsage()
    const start = performance.now()
    const { status, stdout, stderr } = spawnSync(process.execPath, ${JSON.stringify([path.join(here, 'lint.mjs'), ...args])}, { encoding: 'utf8', maxBuffer: 1e9 })
    if (status !== 0) throw new Error(stderr)
    process.stdout.write(JSON.stringify({ wall: performance.now() - start, said: JSON.parse(stdout) }))`
  // A process of its own, whose children are this one command: their processor time is what the parent sees of them.
  const timed = spawnSync(
    '/usr/bin/env',
    ['bash', '-c', `TIMEFORMAT='%U %S'; time "$0" -e "$1"`, process.execPath, script],
    { encoding: 'utf8' },
  )
  if (timed.status !== 0) throw new Error(timed.stderr)
  const [user = 0, system = 0] = timed.stderr.trim().split('\n').at(-1).split(' ').map(Number)
  const { wall, said } = JSON.parse(timed.stdout)
  return { cpu: user + system, wall: wall / 1000, ...said }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function compare(name, goal, a, b) {
  const pairs = Array.from({ length: Number(rounds) }, () => [run(...a), run(...b)])
  const ratios = pairs.map(([one, other]) => one.cpu / other.cpu)
  const [first] = pairs
  console.log(
    `${name}: cpu ${median(ratios).toFixed(3)} (${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)}), goal ${goal}; ` +
      `wall ${median(pairs.map(([one, other]) => one.wall / other.wall)).toFixed(2)}; ${first[0].files} files, ${first[0].findings} findings, ${median(pairs.map(([, other]) => other.cpu)).toFixed(2)} s for the base`,
  )
}

compare('all rules / no rules', 1.1, [folder, 'all', glob], [folder, 'none', glob])
compare(
  'cold start, one file',
  1.05,
  [path.join(here, '../..'), 'all', 'src/index.ts'],
  [path.join(here, '../..'), 'none', 'src/index.ts'],
)
