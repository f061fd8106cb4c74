import { createRequire } from 'node:module'
import { partsOf } from '../parser/parse.ts'
import { visitorKeys } from '../parser/tree.ts'
import type { HostFile, ParsedFile } from './file.ts'

const require = createRequire(import.meta.url)

/** A file whose tree no compiler hands over: it is parsed by the parser that needs no TypeScript. */
export function nativeFile(filename: string, cwd: string, text: string): HostFile {
  return { filename, cwd, text, services: {}, parse: () => parsed(filename, text) }
}

function parsed(filename: string, text: string): ParsedFile {
  const { ast, comments, tokens } = partsOf(text, filename)
  const isCommon = filename.endsWith('.cjs')
  ast.sourceType = isCommon ? 'script' : 'module'
  return {
    ast,
    visitorKeys: visitorKeys(),
    comments,
    tokens,
    scopes() {
      const { analyze }: typeof import('@typescript-eslint/scope-manager') = require('@typescript-eslint/scope-manager')
      return analyze(ast, { sourceType: ast.sourceType, globalReturn: isCommon, lib: [] })
    },
  }
}
