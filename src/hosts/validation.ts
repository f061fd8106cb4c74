import { createRequire } from 'node:module'
import type { Linter, Rule } from 'eslint'

const require = createRequire(import.meta.url)

/**
 * What is wrong with the options of a rule, in the words of ESLint, which checks them against the rule's schema;
 * `undefined` when nothing is.
 */
export function complaintAbout(
  rule: string,
  definition: Rule.RuleModule,
  options: readonly unknown[],
): string | undefined {
  const { Linter: ESLintLinter }: typeof import('eslint') = require('eslint')
  const [prefix = '', name = ''] = rule.split('/')
  const config: Linter.Config = {
    plugins: { [prefix]: { rules: { [name]: definition } } },
    // What stands here is what is asked about.
    rules: { [rule]: ['error', ...options] as Linter.RuleEntry },
  }
  try {
    new ESLintLinter().verify('', config)
    return undefined
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [, said = error.message] = /Key "[^"]*": (?:Key "[^"]*":)?\s*([^]*)/.exec(error.message) ?? []
    return said.trim().replaceAll(/\s+/g, ' ')
  }
}

/** Whether the schema of a rule takes these options. */
export function isAllowed(rule: string, definition: Rule.RuleModule, options: readonly unknown[]): boolean {
  return complaintAbout(rule, definition, options) === undefined
}
