import { cpSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseAndGenerateServices, simpleTraverse, type TSESTree } from '@typescript-eslint/typescript-estree'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseTypeScript } from '../../dist/parser/parse.js'
import { nativeCompilerFor } from '../../dist/types/native-compiler.js'
import { serverOf } from '../../dist/types/native-server.js'
import { NativeTypes } from '../../dist/types/native.js'
import { ServicesTypes } from '../../dist/types/services.js'
import type { Types } from '../../dist/types/type.js'
import { answersOf, dump, isAskable } from '../support/dump-type.ts'

const work = path.join(import.meta.dirname, '../hosts/typescript-7/work')
const folder = path.join(work, `parity-${process.pid}`)

const files = [
  'classes.ts',
  'component.tsx',
  'imports.ts',
  'patterns.ts',
  'promises.ts',
  'script.js',
  'spelling.ts',
  'spelling-crlf.ts',
  'types.ts',
  'values.ts',
]

let program: ts.Program

beforeAll(() => {
  cpSync(path.join(import.meta.dirname, 'subjects'), folder, { recursive: true })
  const text = readFileSync(path.join(folder, 'src/spelling.ts'), 'utf8')
  writeFileSync(path.join(folder, 'src/spelling-crlf.ts'), `\uFEFF${text.replaceAll('\n', '\r\n')}`)
  program = programOf(path.join(realpathSync(folder), 'tsconfig.json'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('types', () => {
  it.each(files)('of %s are the same, whichever checker is asked', (name) => {
    const { nodes, services, native } = typesOf(name)
    const expected = answersOf(services, nodes, 1)
    const given = answersOf(native, nodes, 1)
    const different = nodes.flatMap((node, at) =>
      expected[at] === given[at] ? [] : { node: placeOf(node), services: expected[at], native: given[at] },
    )
    expect(different).toEqual([])
    expect(nodes.length).toBeGreaterThan(50)
    expect(expected.some((answer) => !answer.includes('"of":"nothing"'))).toBe(true)
  })

  it.each(files)('of %s are the same for names alone, which need no tree', (name) => {
    const { nodes, services, native } = typesOf(name)
    const names = nodes.filter(({ type }) => /^(?:Identifier|MemberExpression|ThisExpression)$/.test(type))
    const expected = names.map((node) => JSON.stringify(dump(services.of(node), 0)))
    const given = names.map((node) => {
      native.expect([node])
      return JSON.stringify(dump(native.of(node), 0))
    })
    const different = names.flatMap((node, at) =>
      expected[at] === given[at] ? [] : { node: placeOf(node), services: expected[at], native: given[at] },
    )
    expect(different).toEqual([])
  })

  it.each(files)('of %s are the same in the trees of both parsers', (name) => {
    const { nodes, native, text } = typesOf(name)
    const tree = parseTypeScript(text, path.join('src', name), { jsx: name.endsWith('x') })
    const others = askableIn(tree)
    expect(others.map(placeOf)).toEqual(nodes.map(placeOf))
    expect(answersOf(native, others, 0)).toEqual(answersOf(native, nodes, 0))
  })

  it('that are awaited are what `await` gives', () => {
    const { nodes, services, native } = typesOf('promises.ts')
    const awaits = nodes.filter((node) => node.type === 'AwaitExpression')
    expect(awaits.length).toBeGreaterThan(20)
    for (const types of [services, native]) {
      const different = awaits
        .map((node) => [types.of(node.argument)?.awaited, types.of(node)] as const)
        // Of a parameter the compiler makes `Awaited<T>`, which has no other word here.
        .filter(([, given]) => !given?.parts.some((part) => part.alias?.name === 'Awaited'))
        .map(([awaited, given]) => [dump(awaited, 0), dump(given, 0)])
        .filter(([awaited, given]) => JSON.stringify(awaited) !== JSON.stringify(given))
      expect(different).toEqual([])
    }
  })

  it('are assignable to the same', () => {
    const { nodes, services, native } = typesOf('promises.ts')
    const some = nodes.filter(({ type }) => type === 'Identifier' || type === 'AwaitExpression').slice(0, 60)
    const pairs = (types: Types) =>
      some
        .flatMap((from) => some.map((to) => [types.of(from), types.of(to)] as const))
        .map(([from, to]) => (from && to ? types.isAssignable(from.awaited, to) : undefined))
    expect(pairs(native)).toEqual(pairs(services))
  })
})

function programOf(configFile: string): ts.Program {
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    path.dirname(configFile),
    undefined,
    configFile,
  )
  return ts.createProgram(fileNames, options)
}

function typesOf(name: string): { nodes: TSESTree.Node[]; services: Types; native: Types; text: string } {
  const file = path.join(realpathSync(folder), 'src', name)
  const text = program.getSourceFile(file)?.text ?? ''
  const { ast, services } = parseAndGenerateServices(text, {
    filePath: file,
    programs: [program],
    range: true,
    jsx: name.endsWith('x'),
    preserveNodeMaps: true,
  })
  if (!services.program) throw new Error('The parser has no program')
  const compiler = nativeCompilerFor(file)
  if (!compiler) throw new Error('No TypeScript 7')
  return {
    text,
    nodes: askableIn(ast),
    services: new ServicesTypes({ program, esTreeNodeToTSNodeMap: services.esTreeNodeToTSNodeMap }),
    native: new NativeTypes(serverOf(compiler), file, text),
  }
}

function placeOf({ type, range }: TSESTree.Node): string {
  return `${type} at ${range.join()}`
}

function askableIn(tree: TSESTree.Program): TSESTree.Node[] {
  const nodes: TSESTree.Node[] = []
  simpleTraverse(
    tree,
    {
      enter(node, parent) {
        if (parent) node.parent = parent
        if (isAskable(node)) nodes.push(node)
      },
    },
    true,
  )
  return nodes
}
