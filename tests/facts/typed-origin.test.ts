import { readdirSync } from 'node:fs'
import path from 'node:path'
import * as parser from '@typescript-eslint/parser'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { SourceCode } from 'eslint'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { catalogOf, type Catalog } from '../../dist/facts/catalog.js'
import { originsOf, type Origin, type Origins } from '../../dist/facts/origin.js'
import { TypedOrigins, type Verdict } from '../../dist/facts/typed-origin.js'
import { ServicesTypes, type ProgramServices } from '../../dist/types/services.js'

const folder = path.join(import.meta.dirname, '../libraries')
const fixtures = readdirSync(folder).filter((file) => file.endsWith('.ts'))
const catalog = catalogOf({ libraries: [], types: 'auto' })
const asked = /^(?:db|id\.generate|schema\.(?:sync|change))/

interface Compared {
  readonly code: string
  readonly bySource: string | undefined
  readonly byType: string | undefined
}

describe('typed origins', () => {
  const program = programOf(fixtures.map((file) => path.join(folder, file)))

  it.each(fixtures)('%s: the type of a receiver says what its source says', (file) => {
    const different = compared(file, program).filter(
      ({ bySource, byType }) => byType !== undefined && bySource !== byType,
    )
    expect(different).toEqual([])
  })
})

/** What is called on each receiver of a fixture, by its source and by nothing but its type. */
function compared(file: string, program: ts.Program): Compared[] {
  const { source, services } = parsed(path.join(folder, file), program)
  const bySource = originsOf(source, catalog)
  const typed = new TypedOrigins(source, catalog, () => new ServicesTypes(services))
  return membersOf(source).flatMap(({ node, name }) => {
    const said = bySource.of(node.object)
    const expected = said?.kind === 'value' ? roleOf(bySource, said, name, node) : undefined
    if (expected === undefined || !asked.test(expected)) return []
    const verdict = typed.of(unwrapped(node.object), name)
    const found = verdict && 'origin' in verdict ? roleOf(bySource, verdict.origin, name, node) : undefined
    const code = `.${name} in ${file} ${source.getText(node).replace(/\s+/g, ' ').slice(-60)}`
    return [{ code, bySource: expected, byType: found ?? told(verdict, typed.declaredIn(verdict, name)) }]
  })
}

/** What is said instead of a role: another origin, or where the member is declared. */
function told(verdict: Verdict, place: string | undefined): string | undefined {
  return verdict && 'origin' in verdict ? JSON.stringify(verdict.origin) : place
}

function roleOf(origins: Origins, owner: Origin, name: string, { parent }: TSESTree.Node): string | undefined {
  const member = origins.memberOf(owner, name)
  if (member?.kind !== 'member') return undefined
  const act = parent?.type === 'TaggedTemplateExpression' ? 'tag' : 'call'
  return rowsOf(catalog, act, member)[0]?.role
}

function rowsOf(rows: Catalog, act: 'call' | 'tag', member: Extract<Origin, { kind: 'member' }>) {
  return rows.rows(act, member.package, member.type, member.name)
}

function membersOf(source: TSESLint.SourceCode) {
  const members: { readonly node: TSESTree.MemberExpression; readonly name: string }[] = []
  const stack: TSESTree.Node[] = [source.ast]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const isActedOn = node.parent?.type === 'CallExpression' || node.parent?.type === 'TaggedTemplateExpression'
    if (isActedOn && node.type === 'MemberExpression' && node.property.type === 'Identifier')
      members.push({ node, name: node.property.name })
    for (const key of source.visitorKeys[node.type] ?? []) {
      const value: unknown = Reflect.get(node, key)
      for (const child of [value].flat()) {
        if (typeof child !== 'object' || child === null || !('type' in child)) continue
        // The keys of a node lead to nodes.
        const below = child as TSESTree.Node
        below.parent = node
        stack.push(below)
      }
    }
  }
  return members
}

function unwrapped(node: TSESTree.Node): TSESTree.Node {
  return node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression' ? unwrapped(node.expression) : node
}

function programOf(files: readonly string[]): ts.Program {
  const config = path.join(import.meta.dirname, '../tsconfig.json')
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    path.dirname(config),
  )
  return ts.createProgram(files, options)
}

function parsed(file: string, program: ts.Program) {
  const text = ts.sys.readFile(file) ?? ''
  const { ast, scopeManager, visitorKeys, services } = parser.parseForESLint(text, {
    filePath: file,
    programs: [program],
    range: true,
    loc: true,
    tokens: true,
    comment: true,
    sourceType: 'module',
  })
  const source: unknown = new SourceCode({
    text,
    ast: ast as never,
    scopeManager: scopeManager as never,
    visitorKeys: { ...visitorKeys } as never,
    parserServices: {},
  })
  // ESLint types the tree by ESTree's nodes; with a program, the parser has services with types.
  return { source: source as TSESLint.SourceCode, services: services as ProgramServices }
}
