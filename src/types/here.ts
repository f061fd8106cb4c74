import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { TSESLint } from '@typescript-eslint/utils'
import { readSettings } from '../settings.ts'
import { tellOnce } from './notice.ts'
import type { Types } from './type.ts'

/** What is needed of a file to know its types. */
export interface TypedFile {
  readonly filename: string
  readonly cwd: string
  readonly sourceCode: Readonly<TSESLint.SourceCode>
  readonly settings: Readonly<Record<string, unknown>>
}

const require = createRequire(import.meta.url)
const known = new WeakMap<Readonly<TSESLint.SourceCode>, Types | null>()

/** The types of a file, shared by all rules; `undefined` where no checker knows it, or none is wanted. */
export function typesOf(file: TypedFile): Types | undefined {
  let types = known.get(file.sourceCode)
  if (types === undefined) known.set(file.sourceCode, (types = find(file)))
  return types ?? undefined
}

function find(file: TypedFile): Types | null {
  const { types: wanted } = readSettings(file.settings)
  if (wanted === 'off') return null
  const services = wanted === 'native' ? undefined : servicesOf(file)
  return services ?? (wanted === 'services' ? null : nativeOf(file, wanted)) ?? null
}

function servicesOf({ sourceCode: { parserServices } }: TypedFile): Types | undefined {
  const { program, esTreeNodeToTSNodeMap } = parserServices ?? {}
  if (!program || !esTreeNodeToTSNodeMap) return undefined
  const { ServicesTypes }: typeof import('./services.ts') = require('./services.js')
  return new ServicesTypes({ program, esTreeNodeToTSNodeMap })
}

/** Says only that there is such a compiler: it is started when the first question comes. */
function nativeOf({ filename, cwd, sourceCode: { text } }: TypedFile, wanted: 'auto' | 'native'): Types | undefined {
  const file = path.resolve(cwd, filename)
  // A part of another file is handed on under a name below that file, as if it were a folder.
  if (!/\.[cm]?[jt]sx?$/.test(file) || !isFolder(path.dirname(file))) return undefined
  const { nativeCompilerFor }: typeof import('./native-compiler.ts') = require('./native-compiler.js')
  const compiler = nativeCompilerFor(file)
  if (!compiler) {
    if (wanted === 'native')
      tellOnce('compiler', `no TypeScript 7 is installed for ${file}. It is linted without types.`)
    return undefined
  }
  const { NativeTypes }: typeof import('./native.ts') = require('./native.js')
  const { serverOf }: typeof import('./native-server.ts') = require('./native-server.js')
  return new NativeTypes(serverOf(compiler), file, text)
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false
}
