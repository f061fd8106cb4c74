// Asks about types as a linter does that runs in this process, step by step, and prints an answer for each step.
// The steps stand in the second argument, as JSON; the working directory is that of the linter.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse, simpleTraverse } from '@typescript-eslint/typescript-estree'
import { typesOf } from '../../dist/types/here.js'

const cwd = process.cwd()
const steps = JSON.parse(process.argv[2] ?? '[]')
const answers = []

const does = {
  /** The types of what a file declares by `const` and `let`, with the text of the step or the one on disk. */
  ask: (file, { text = readFileSync(file, 'utf8'), types = 'auto' }) => typesIn(typed(file, text, types), text, file),
  /** Everything up to the first question. */
  expect: (file, { text = readFileSync(file, 'utf8'), types = 'auto' }) => {
    const found = typed(file, text, types)
    found?.expect(declarators(text, file).map(({ id }) => id))
    return found?.backend ?? 'none'
  },
  write: (file, { text }) => writeFileSync(file, text),
  remove: (file) => rmSync(file, { recursive: true }),
  sleep: (time) => new Promise((resolve) => setTimeout(resolve, time)),
  servers: () => servers(),
  kill: (signal) => servers().forEach((pid) => process.kill(pid, signal)),
  exit: (status) => {
    print()
    process.exit(status)
  },
  killMyself: () => {
    print()
    process.kill(process.pid, 'SIGKILL')
  },
}

for (const step of steps) {
  const [[what, given]] = Object.entries(step)
  answers.push((await does[what](given, step)) ?? null)
}
print()

function print() {
  writeFileSync(1, JSON.stringify(answers))
}

function typed(file, text, types) {
  const sourceCode = { text, parserServices: {} }
  return typesOf({ filename: path.resolve(file), cwd, sourceCode, settings: { backend: { types } } })
}

function typesIn(types, text, file) {
  if (!types) return 'none'
  const all = declarators(text, file)
  types.expect(all.map(({ id }) => id))
  return Object.fromEntries(all.map(({ id }) => [id.name, say(types.of(id))]))
}

function say(type) {
  if (!type) return 'nothing'
  return String(type.literal ?? type.declaration?.name ?? type.kind)
}

function declarators(text, file) {
  const found = []
  simpleTraverse(parse(text, { range: true, jsx: file.endsWith('x') }), {
    enter: (node) => node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && found.push(node),
  })
  return found
}

function servers() {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const mine = all.filter((line) => line.trim().split(/\s+/)[1] === String(process.pid) && line.includes(' --api'))
  return mine.map((line) => Number(line.trim().split(/\s+/)[0]))
}
