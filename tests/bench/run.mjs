// What all rules cost in ESLint, against the same parse with no rule: `pnpm bench [folder] [rounds]`.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { compare, measured } from './measure.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const repository = path.join(here, '../..')
const [folder = repository, rounds = '5'] = process.argv.slice(2)

function linted(place, rules, glob) {
  const { stdout, ...times } = measured(place, [path.join(here, 'lint.mjs'), place, rules, glob])
  return { ...times, ...JSON.parse(stdout) }
}

const code = '**/*.{ts,mts,cts}'
const how = (goal) => ({ goal, by: 'cpu', rounds: Number(rounds) })
compare(
  'all rules / no rules',
  how(1.1),
  () => linted(folder, 'all', code),
  () => linted(folder, 'none', code),
)
// What ESLint itself takes for rules, whatever they do, and what is left for ours to better.
compare(
  'rules that do nothing / no rules',
  how(1),
  () => linted(folder, 'idle', code),
  () => linted(folder, 'none', code),
)
compare(
  'cold start, one file',
  how(1.05),
  () => linted(repository, 'all', 'src/index.ts'),
  () => linted(repository, 'none', 'src/index.ts'),
)
