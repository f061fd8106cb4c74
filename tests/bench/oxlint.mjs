// What oxlint needs with our rules, against ESLint with the same: `pnpm bench:oxlint <folder> [rounds] [--types]`.
// With `--types`, ESLint has those of TypeScript 6 through its parser, oxlint those of the TypeScript 7 in the folder.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import backend from 'eslint-plugin-backend'
import { compare, measured } from './measure.mjs'

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')
const { values, positionals } = parseArgs({ allowPositionals: true, options: { types: { type: 'boolean' } } })
const [folder = repository, rounds = '5'] = positionals

const place = mkdtempSync(path.join(tmpdir(), 'backend-bench-'))
const config = path.join(place, '.oxlintrc.json')
writeFileSync(
  config,
  JSON.stringify({
    plugins: [],
    categories: { correctness: 'off' },
    jsPlugins: [path.join(repository, 'dist/index.js')],
    rules: Object.fromEntries(Object.keys(backend.rules).map((id) => [`backend/${id}`, 'error'])),
    settings: { backend: { types: values.types ? 'native' : 'off' } },
  }),
)

function oxlint() {
  const program = path.join(repository, 'node_modules/oxlint/bin/oxlint')
  const ignored = ['**/*.{js,cjs,mjs,jsx}', '**/node_modules/**', '**/dist/**'].map(
    (glob) => `--ignore-pattern=${glob}`,
  )
  const args = [program, '--config', config, '--format', 'json', ...ignored, '.']
  const { stdout, ...times } = measured(folder, args, [0, 1])
  return { ...times, findings: JSON.parse(stdout).diagnostics.length }
}

function eslint() {
  const args = [path.join(repository, 'tests/bench/lint.mjs'), folder, 'all', '**/*.{ts,mts,cts,tsx}']
  const { stdout, ...times } = measured(folder, [
    ...args,
    '--comments',
    values.types ? '--types=services' : '--types=off',
  ])
  return { ...times, ...JSON.parse(stdout) }
}

const name = values.types ? 'oxlint with TypeScript 7 / ESLint with TypeScript 6' : 'oxlint / ESLint, rules of syntax'
compare(name, { goal: values.types ? 0.25 : 0.2, by: 'wall', rounds: Number(rounds) }, oxlint, eslint)
