import * as parser from '@typescript-eslint/parser'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { Linter } from 'eslint'

/** What a rule is given of a piece of code, for tests of facts by themselves. */
export interface Given {
  readonly context: TSESLint.RuleContext<string, readonly object[]>
  readonly ast: TSESTree.Program
}

/** Runs code through ESLint, and asks with the listeners that are given, as a rule does. */
export function ask(code: string, create: (given: Given) => TSESLint.RuleListener, filename = 'src/file.ts') {
  const linter = new Linter()
  const rule = {
    create: (context: Given['context']) => create({ context, ast: context.sourceCode.ast }),
  }
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.{ts,tsx}'],
        languageOptions: { parser: parser as never },
        // ESLint types the tree by ESTree's nodes, our facts by the parser's.
        plugins: { test: { rules: { fact: rule as never } } },
        rules: { 'test/fact': 'error' },
      },
    ],
    { filename },
  )
  const [first] = messages
  if (first) throw new Error(first.message)
}
