import { createRequire } from 'node:module'
import type { Linter } from 'eslint'
import type { ScopedParser } from './native-parser.ts'
import { isWithin } from './versions.ts'

const require = createRequire(import.meta.url)
let chosen: ScopedParser | undefined

/** The parser that the presets use for TypeScript, so that users need not set one up. Chosen at the first file. */
export const typescriptParser: ScopedParser & Required<Pick<Linter.ESTreeParser, 'meta'>> = {
  meta: { name: 'eslint-plugin-backend/typescript-parser', version: '2' },
  parseForESLint(text, options) {
    chosen ??= isTypeScriptReadable() ? typescriptEslint() : withoutTypeScript()
    return chosen.parseForESLint(text, options)
  },
}

function typescriptEslint(): ScopedParser {
  return require('@typescript-eslint/parser')
}

function withoutTypeScript(): ScopedParser {
  const { nativeParser }: typeof import('./native-parser.ts') = require('./native-parser.js')
  return nativeParser
}

interface Manifest {
  readonly version: string
  readonly peerDependencies: Readonly<Record<string, string>>
}

/**
 * Whether there is a TypeScript that `@typescript-eslint/parser` says it works with, where it looks for one. Versions
 * are compared, and nothing is loaded: from 7 on, the package `typescript` has no parser that JavaScript could call.
 */
function isTypeScriptReadable(): boolean {
  try {
    const { peerDependencies }: Manifest = require('@typescript-eslint/parser/package.json')
    const besideParser = createRequire(require.resolve('@typescript-eslint/parser/package.json'))
    const { version }: Manifest = besideParser('typescript/package.json')
    return isWithin(version, peerDependencies['typescript'] ?? '*')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return false
    throw error
  }
}
