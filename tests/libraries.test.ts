import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as parser from '@typescript-eslint/parser'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { SourceCode } from 'eslint'
import { describe, expect, it } from 'vitest'
import { catalogOf } from '../dist/facts/catalog.js'
import { originsOf, type ActNode } from '../dist/facts/origin.js'
import * as libraries from '../dist/libraries/index.js'
import type { Library, Row } from '../dist/libraries/library.js'
import { nativeParser } from '../dist/parser/native-parser.js'

const folder = path.join(import.meta.dirname, 'libraries')
const fixtures = readdirSync(folder).filter((file) => file.endsWith('.ts'))
const catalog = catalogOf({ libraries: [], types: 'auto' })
const acts = new Set([
  'CallExpression',
  'NewExpression',
  'TaggedTemplateExpression',
  'MemberExpression',
  'Decorator',
  'Property',
])

interface Played {
  readonly line: number
  readonly at: number
  readonly role: string
}

type Parsed = ReturnType<typeof parser.parseForESLint>
type Parse = (text: string, options: parser.ParserOptions) => Parsed

/** The rows that a fixture reaches, and the roles its lines play. */
function read(
  file: string,
  parse: Parse = parser.parseForESLint,
): { reached: ReadonlySet<Row>; names: ReadonlySet<string>; played: Played[]; text: string } {
  const text = readFileSync(path.join(folder, file), 'utf8')
  const parsed = parse(text, {
    range: true,
    loc: true,
    tokens: true,
    comment: true,
    sourceType: 'module',
  })
  const source = sourceCodeOf(text, parsed)
  const origins = originsOf(source, catalog)
  const played: Played[] = []
  const names = new Set<string>()
  for (const node of actsOf(source)) {
    const traced = origins.traced(node)
    for (const row of traced?.rows ?? []) names.add(keyOf(traced?.package ?? '', row, traced?.name ?? ''))
    const roles = new Set(traced?.rows.flatMap(({ role }) => role ?? []))
    const { end } = node.loc
    const last = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.property : node
    for (const role of roles) played.push({ line: end.line, at: last.range[0], role })
  }
  return { reached: origins.reached, names, played, text }
}

function sourceCodeOf(text: string, parsed: Parsed): TSESLint.SourceCode {
  const source: unknown = new SourceCode({
    text,
    ast: parsed.ast as never,
    scopeManager: parsed.scopeManager as never,
    visitorKeys: { ...parsed.visitorKeys } as never,
    parserServices: {},
  })
  return source as TSESLint.SourceCode
}

/** The acts of a file. The parser leaves it to its users to say what each node's parent is. */
function actsOf(source: TSESLint.SourceCode): ActNode[] {
  const found: ActNode[] = []
  const stack: TSESTree.Node[] = [source.ast]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (acts.has(node.type)) found.push(node as ActNode)
    for (const key of source.visitorKeys[node.type] ?? []) {
      const value: unknown = Reflect.get(node, key)
      for (const child of [value].flat()) {
        if (typeof child !== 'object' || child === null || !('type' in child)) continue
        const below = child as TSESTree.Node
        below.parent = node
        stack.push(below)
      }
    }
  }
  return found
}

function keyOf(packageName: string, row: Row, name: string): string {
  return `${packageName} ${JSON.stringify(row)} ${name}`
}

/** The names that a row lists, each of which some fixture must act on. */
function namesOf(row: Row): readonly string[] {
  const given =
    'call' in row ? row.call : 'new' in row ? row.new : 'tag' in row ? row.tag : 'set' in row ? row.set : row.read
  return [given].flat()
}

const all: readonly Library[] = Object.values(libraries)
const results = new Map(fixtures.map((file) => [file, read(file)]))

describe('libraries', () => {
  it.each(fixtures)('%s: each line plays the roles that it says', (file) => {
    const { played, text } = results.get(file) ?? read(file)
    const expected = text.split('\n').flatMap((line, index) => {
      const said = /\/\/ ([a-z]+\.[a-z-]+(?:, [a-z]+\.[a-z-]+)*)$/.exec(line)?.[1]
      return said === undefined ? [] : [`${index + 1}: ${said.split(', ').sort().join(', ')}`]
    })
    const lines = new Map<number, string[]>()
    for (const { line, role } of played) lines.set(line, [...(lines.get(line) ?? []), role])
    const found = [...lines].sort(([a], [b]) => a - b).map(([line, roles]) => `${line}: ${roles.sort().join(', ')}`)
    expect(found).toEqual(expected)
  })

  it.each(fixtures)('%s: the parser without TypeScript says the same', (file) => {
    // Both make the tree of typescript-eslint; ESLint types it as ESTree's.
    const parse: unknown = nativeParser.parseForESLint
    expect(read(file, parse as Parse)).toEqual(results.get(file))
  })

  it.each(all.map((library) => [library.package, library] as const))(
    '%s: every row is reached by a fixture',
    (_, library) => {
      const reached = new Set([...results.values()].flatMap((result) => [...result.reached]))
      expect(library.rows.filter((row) => !reached.has(row))).toEqual([])
    },
  )

  it.each(all.map((library) => [library.package, library] as const))(
    '%s: every name of a row with a role is acted on',
    (packageName, library) => {
      const acted = new Set([...results.values()].flatMap(({ names }) => [...names]))
      const missing = library.rows
        .filter(({ role }) => role !== undefined)
        .flatMap((row) => namesOf(row).filter((name) => name !== '*' && !acted.has(keyOf(packageName, row, name))))
      expect(missing).toEqual([])
    },
  )

  it('every library file is listed', () => {
    const files = readdirSync('src/libraries').filter((file) => file !== 'index.ts' && file !== 'library.ts')
    const listed = [...readFileSync('src/libraries/index.ts', 'utf8').matchAll(/from '\.\/([^']+)'/g)].map(
      ([, file]) => file,
    )
    expect(listed).toEqual(files)
  })
})
