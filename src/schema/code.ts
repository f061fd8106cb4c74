import { createRequire } from 'node:module'
import type { Linter, Rule } from 'eslint'
import path from 'node:path'
import type { Source } from '../facts/source.ts'
import { typescriptParser } from '../parser/typescript-parser.ts'

const require = createRequire(import.meta.url)

/** A file of code that nobody lints now, read by ESLint as if it were linted; `undefined` when it does not parse. */
export function sourceOf(file: string, text: string): Source | undefined {
  const eslint: typeof import('eslint') = require('eslint')
  let source: Rule.RuleContext['sourceCode'] | undefined
  const keep: Rule.RuleModule = {
    create(context) {
      source = context.sourceCode
      return {}
    },
  }
  const isScript = /\.[cm]?js$/.test(file)
  const config: Linter.Config = {
    files: ['**'],
    ...(!isScript && { languageOptions: { parser: typescriptParser } }),
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    plugins: { schema: { rules: { keep } } },
    rules: { 'schema/keep': 'error' },
  }
  new eslint.Linter({ cwd: path.dirname(file) }).verify(text, config, path.basename(file))
  // ESLint types the tree by ESTree's nodes, our questions by the parser's; the object is the same. The one cast for it.
  return source as Source | undefined
}
