// What types cost in ESLint: `pnpm bench:types <folder> [rounds]`, on a project whose dependencies are installed, with
// TypeScript 7 among them. All rules against none with the types of TypeScript 6; then TypeScript 7, with the parser
// that goes with it, against TypeScript 6; then, in one process, an edit of a file against the first file of all.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Linter } from 'eslint'
import backend from 'eslint-plugin-backend'
import { nativeParser } from '../../dist/parser/native-parser.js'
import { compare, measured } from './measure.mjs'

const repository = path.join(import.meta.dirname, '../..')
const [given = path.join(repository, 'tests/projects/nest-typeorm'), rounds = '5', edited] = process.argv.slice(2)
const folder = path.resolve(given)

function eslint(rules, ...options) {
  return () => {
    const args = [path.join(repository, 'tests/bench/lint.mjs'), folder, rules, '**/*.{ts,mts,cts,tsx}', ...options]
    const { stdout, ...times } = measured(folder, args)
    return { ...times, ...JSON.parse(stdout) }
  }
}

const typed = eslint('all', '--types=services')
compare(
  'all rules / no rules, both with types of TypeScript 6',
  { goal: 1.15, by: 'cpu', rounds: Number(rounds) },
  typed,
  eslint('none', '--types=services'),
)
compare(
  'types of TypeScript 7 / of TypeScript 6, all rules',
  { goal: 0.45, by: 'wall', rounds: Number(rounds) },
  eslint('all', '--types=native', '--parser=native'),
  typed,
)
if (edited !== undefined) edit(path.resolve(folder, edited))

/** An editor lints a file anew after each edit. The question of a rule is whether something is `any`. */
function edit(file) {
  const linter = new Linter({ cwd: folder })
  const text = readFileSync(file, 'utf8')
  const lint = (code) => {
    const started = performance.now()
    linter.verify(
      code,
      {
        files: ['**/*.{ts,tsx}'],
        plugins: { backend },
        languageOptions: { parser: nativeParser },
        rules: { 'backend/no-any': 'error' },
        settings: { backend: { types: 'native' } },
      },
      file,
    )
    return performance.now() - started
  }
  const probe = (count) => `${text}\nexport const parsed${count} = JSON.parse('${count}')\n`
  const cold = lint(probe(0))
  const warm = Array.from({ length: 20 }, (_, index) => lint(probe(index + 1))).sort((a, b) => a - b)
  const ratios = [warm[10], warm[0], warm[19]].map((time) => (time / cold).toFixed(3))
  console.log(`an edit / the first file: wall ${ratios[0]} (${ratios[1]} to ${ratios[2]}), goal 0.02`)
}
