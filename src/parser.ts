import { createRequire } from 'node:module'
import type { Linter } from 'eslint'

const require = createRequire(import.meta.url)
let loaded: Linter.ESTreeParser | undefined

/** `@typescript-eslint/parser`, loaded when the first TypeScript file is parsed. */
function load(): Linter.ESTreeParser {
  loaded ??= require('@typescript-eslint/parser') as Linter.ESTreeParser
  return loaded
}

/** The parser that the presets use for TypeScript, so that users need not set one up. */
export const typescriptParser: Linter.ESTreeParser & Required<Pick<Linter.ESTreeParser, 'meta'>> = {
  meta: { name: 'eslint-plugin-backend/typescript-parser', version: '1' },
  parseForESLint(text, options) {
    const parser = load()
    if (!('parseForESLint' in parser)) throw new TypeError('@typescript-eslint/parser has no parseForESLint.')
    return parser.parseForESLint(text, options)
  },
}
