// What the transformer costs a compiler: `pnpm bench:transformer <folder> [rounds] [tsconfig]`, on a project whose
// dependencies are installed. Three commands in turn, nothing emitted: `tsc` alone, ts-patch's `tspc` with all rules,
// and ESLint with the same rules and types. Ratios of the processor time (user and system), medians.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const repository = path.join(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const [given = path.join(repository, 'tests/projects/nest-typeorm'), rounds = '5', config = 'tsconfig.json'] =
  process.argv.slice(2)
const folder = path.resolve(given)
// The compiler follows links, and a configuration can name any folder: the project itself is not touched.
const place = mkdtempSync(path.join(repository, 'tests/bench/.transformer-'))
process.on('exit', () => rmSync(place, { recursive: true }))

const typescript = path.dirname(require.resolve('typescript/package.json'))
const tsPatch = path.dirname(require.resolve('ts-patch/package.json'))

const packages = path.join(folder, 'node_modules/@types')

function configure(name, plugins) {
  const compilerOptions = {
    noEmit: true,
    incremental: false,
    composite: false,
    skipLibCheck: true,
    ignoreDeprecations: '6.0',
    rootDir: '/',
    typeRoots: [packages],
    // TypeScript 6 looks for none by itself.
    types: ['node', 'jest'].filter((name) => existsSync(path.join(packages, name))),
    plugins,
  }
  const written = { extends: path.join(folder, config), compilerOptions, include: includeOf() }
  const file = path.join(place, name)
  writeFileSync(file, JSON.stringify(written))
  return file
}

function includeOf() {
  const ts = require('typescript')
  const { config: read } = ts.readConfigFile(path.join(folder, config), ts.sys.readFile)
  return (read.include ?? ['**/*']).map((pattern) => path.join(folder, pattern))
}

const rules = { transform: path.join(repository, 'dist/hosts/transformer.js'), transformProgram: true, preset: 'all' }
const plain = configure('plain.json', [])
const ours = configure('ours.json', [rules])

writeFileSync(
  path.join(place, 'eslint.config.mjs'),
  `import backend from 'eslint-plugin-backend'
const ours = backend.configs.all.filter(({ name }) => name.endsWith('/typescript'))
const errors = (rules) => Object.fromEntries(Object.entries(rules).filter(([id, entry]) => id.startsWith('backend/') && [entry].flat()[0] === 'error'))
export default ours.map((config) => ({
  ...config,
  rules: errors(config.rules),
  languageOptions: { ...config.languageOptions, parserOptions: { project: ${JSON.stringify(plain)} } },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
}))`,
)

const commands = {
  tsc: [path.join(typescript, 'bin/tsc'), '-p', plain],
  tspc: [path.join(tsPatch, 'bin/tspc.js'), '-p', ours],
  eslint: [
    path.join(repository, 'node_modules/eslint/bin/eslint.js'),
    '--config',
    path.join(place, 'eslint.config.mjs'),
    '--format',
    'json',
    folder,
  ],
}

/** Seconds of processor time of one process and its children, and what it printed. */
function run(args) {
  const timed = spawnSync(
    '/usr/bin/env',
    ['bash', '-c', `TIMEFORMAT='%U %S'; time "$@"`, 'bash', process.execPath, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: { ...process.env, TSP_COMPILER_TS_PATH: typescript },
    },
  )
  const [user = 0, system = 0] = timed.stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { cpu: user + system, said: timed.stdout }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function print(name, goal, values) {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  console.log(`${name}: cpu ${median(values).toFixed(3)} (${least.toFixed(3)} to ${most.toFixed(3)}), goal ${goal}`)
}

function findingsOfCompiler(said) {
  return (said.match(/ TS990001: /g) ?? []).length
}

function findingsOfEslint(said) {
  return JSON.parse(said).flatMap(({ messages }) => messages.filter(({ ruleId }) => ruleId)).length
}

// ts-patch keeps what it has patched.
const warm = run(commands.tspc)
const found = [findingsOfCompiler(warm.said), findingsOfEslint(run(commands.eslint).said)]
console.log(`${found[0]} findings in the compiler, ${found[1]} in ESLint`)
const all = Array.from({ length: Number(rounds) }, () => ({
  tsc: run(commands.tsc).cpu,
  tspc: run(commands.tspc).cpu,
  eslint: run(commands.eslint).cpu,
}))
console.log(`tsc alone: ${median(all.map(({ tsc }) => tsc)).toFixed(2)} s`)
print(
  'tspc with all rules / tsc',
  1.12,
  all.map(({ tsc, tspc }) => tspc / tsc),
)
print(
  'tspc with all rules / (tsc; eslint)',
  0.45,
  all.map(({ tsc, tspc, eslint }) => tspc / (tsc + eslint)),
)
