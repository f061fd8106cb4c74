// Processes taken in turn: how long each takes, and how much of the processors.
import { spawnSync } from 'node:child_process'

/**
 * Runs Node once, to its end.
 * @param {string} folder where it runs
 * @param {readonly string[]} args
 * @param {readonly number[]} allowed the exit statuses that are no failure
 * @returns {{ cpu: number, wall: number, stdout: string }} processor time (user and system) and wall time in seconds
 */
export function measured(folder, args, allowed = [0]) {
  const script = `
    const { spawnSync } = require('node:child_process')
    const start = performance.now()
    const { status, stdout, stderr } = spawnSync(process.execPath, ${JSON.stringify(args)}, { cwd: ${JSON.stringify(folder)}, encoding: 'utf8', maxBuffer: 1e9 })
    const wall = performance.now() - start
    if (!${JSON.stringify(allowed)}.includes(status)) throw new Error(stdout + stderr)
    process.stdout.write(JSON.stringify({ wall: wall / 1000, stdout }))`
  // A process of its own, whose children are this one command: their processor time is what the parent sees of them.
  const timed = spawnSync(
    '/usr/bin/env',
    ['bash', '-c', `TIMEFORMAT='%U %S'; time "$0" -e "$1"`, process.execPath, script],
    { encoding: 'utf8', maxBuffer: 1e9 },
  )
  if (timed.status !== 0) throw new Error(timed.stderr)
  const [user = 0, system = 0] = timed.stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { cpu: user + system, ...JSON.parse(timed.stdout) }
}

/**
 * Takes two commands in turn, and prints the ratio of what they cost.
 * @param {string} name
 * @param {{ goal: number, by: 'cpu' | 'wall', rounds: number }} how which time the goal is about
 * @param {() => { cpu: number, wall: number, findings: number }} one
 * @param {() => { cpu: number, wall: number, findings: number }} other the base
 */
export function compare(name, { goal, by, rounds }, one, other) {
  const pairs = Array.from({ length: rounds }, () => [one(), other()])
  const ratios = (what) => pairs.map(([first, base]) => first[what] / base[what])
  const shown = (what) => {
    const all = ratios(what)
    const range = `${Math.min(...all).toFixed(3)} to ${Math.max(...all).toFixed(3)}`
    return `${what} ${median(all).toFixed(3)} (${range})`
  }
  const [[first, base]] = pairs
  console.log(
    `${name}: ${shown(by)}, goal ${goal}; ${shown(by === 'wall' ? 'cpu' : 'wall')}; ` +
      `${first.findings} findings against ${base.findings}, ${median(pairs.map(([, { wall }]) => wall)).toFixed(1)} s for the base`,
  )
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
