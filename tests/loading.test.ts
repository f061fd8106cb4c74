import { execFile } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

/** Tells of every module that `import` resolves; what `require` loads stands in its cache. */
const hooks = `
let told
export function initialize(port) {
  told = port
}
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context)
  told.postMessage(resolved.url)
  return resolved
}`

/** Imports the plugin, then asks more and more of it, and prints what is loaded by each time. */
const program = `
import { createRequire, register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'

const { port1, port2 } = new MessageChannel()
register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}), { data: port2, transferList: [port2] })

const imported = new Set()
const { cache } = createRequire(import.meta.url)
function loaded() {
  for (let told; (told = receiveMessageOnPort(port1)); ) {
    if (told.message.startsWith('file:')) imported.add(fileURLToPath(told.message))
  }
  return [...imported, ...Object.keys(cache)]
}

const { default: backend } = await import('eslint-plugin-backend')
const stages = [{ files: loaded() }]

const { Linter } = await import('eslint')
const linter = new Linter()
function lint(filename, code) {
  const messages = linter.verify(code, backend.configs.all, filename)
  stages.push({ files: loaded(), findings: messages.map(({ ruleId, message }) => ruleId ?? message) })
}
lint('src/greeting.js', "export const greeting = 'Good morning'")
lint('src/users.js', "export const users = (pool) => pool.query('SELECT * FROM users')")
lint('db/orders.sql', 'SELECT * FROM orders')
lint('src/name.ts', 'export type Name = string')
process.stdout.write(JSON.stringify(stages))
port1.close()`

interface Stage {
  readonly files: readonly string[]
  readonly findings?: readonly string[]
}

/** The parts that must wait until they are needed, by the paths of their files. ESLint's manifest is no part of it. */
const parts = {
  eslint: /\/node_modules\/eslint\/.*\.js$/,
  // The names of the databases are what a setting is checked against.
  sql: /\/dist\/sql\/(?!dialect\.js$)/,
  texts: /\/dist\/languages\/source-code\.js$/,
  // The setting is read, and who could be asked is looked for, before anything is asked.
  types: /\/dist\/types\/(?!(?:here|notice|native-compiler|native-api)\.js$)/,
  typescript: /\/node_modules\/typescript\//,
  // What parses where no TypeScript can.
  native: /\/node_modules\/oxc-parser\//,
  'typescript-eslint': /\/node_modules\/@typescript-eslint\//,
}

const repository = path.join(import.meta.dirname, '..')

describe('loading', () => {
  let stages: readonly Stage[]

  beforeAll(async () => {
    const args = ['--input-type=module', '--eval', program]
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: repository, maxBuffer: 2 ** 24 })
    stages = JSON.parse(stdout)
  })

  it('takes the plugin alone to import it', () => {
    expect(stages[0]?.files.map(posix)).toContainEqual(expect.stringMatching(/\/dist\/bundle\/index\.js$/))
    expect(partsOf(stages[0])).toEqual([])
  })

  it('takes ESLint alone to lint JavaScript without SQL', () => {
    expect(stages[1]?.findings).toEqual([])
    expect(partsOf(stages[1])).toEqual(['eslint'])
  })

  it('takes the reader of SQL at the first SQL', () => {
    expect(stages[2]?.findings).toEqual(['backend/no-select-star'])
    expect(partsOf(stages[2])).toEqual(['eslint', 'sql'])
  })

  it('takes the language of texts at the first that is linted', () => {
    expect(stages[3]?.findings).toEqual(['backend/no-select-star'])
    expect(partsOf(stages[3])).toEqual(['eslint', 'sql', 'texts'])
  })

  it('takes TypeScript at the first TypeScript file', () => {
    expect(stages[4]?.findings).toEqual([])
    expect(partsOf(stages[4])).toEqual(['eslint', 'sql', 'texts', 'typescript', 'typescript-eslint'])
  })
})

describe('packages', () => {
  const text = (file: string) => readFileSync(path.join(repository, file), 'utf8')
  const named = readdirSync(path.join(repository, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.startsWith('bundle'))
    .flatMap((file) => ts.preProcessFile(text(`dist/${file}`), true, true).importedFiles)
    .flatMap(({ fileName }) => /^(?:@[^/]+\/)?[^./:][^/:]*(?=\/|$)/.exec(fileName) ?? [])

  it('that are loaded at some time are declared', () => {
    const { dependencies, peerDependencies }: Readonly<Record<string, object>> = JSON.parse(text('package.json'))
    expect(named).toContain('@typescript-eslint/parser')
    expect(Object.keys({ ...dependencies, ...peerDependencies })).toEqual(expect.arrayContaining(named))
  })
})

function partsOf(stage: Stage | undefined): string[] {
  const files = stage?.files.map(posix).flatMap((file) => [file, ...modulesIn(file)]) ?? []
  return Object.entries(parts).flatMap(([part, pattern]) => (files.some((file) => pattern.test(file)) ? [part] : []))
}

/** The modules that a file of the bundle, and those it imports, were made of, as they name them themselves. */
function modulesIn(file: string): readonly string[] {
  if (!file.includes('/dist/bundle/')) return []
  const code = readFileSync(file, 'utf8')
  const own = [...code.matchAll(/^\/\/ (dist\/\S+\.js)$/gm)].map(([, name = '']) => `/${name}`)
  const imported = [...code.matchAll(/^(?:import|export) .*"(\.\/[^"]+)";$/gm)].flatMap(([, name = '']) =>
    modulesIn(path.posix.join(path.posix.dirname(file), name)),
  )
  return [...own, ...imported]
}

function posix(file: string): string {
  return file.replaceAll('\\', '/')
}
