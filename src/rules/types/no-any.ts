import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { allCode, defineRule } from '../../define-rule.ts'
import { annotatedVariable, isUsedAsUnknown, takesUnknown } from '../../facts/unknown.ts'
import type { Source } from '../../facts/source.ts'

export default defineRule<'any' | 'unknown'>({
  description: 'Disallow the `any` type',
  clauses: ['000/1.3a', '001/4.1', '004/4.1.1'],
  tier: 'recommended',
  twins: ['@typescript-eslint/no-explicit-any'],
  files: allCode,
  mentions: /\bany\b/,
  fixable: true,
  hasSuggestions: true,
  messages: {
    any: '`any` switches type checking off for everything it touches. Write the real type, or `unknown` and narrow it before use.',
    unknown: 'Use `unknown`, and narrow the value before it is used.',
  },
  create(context) {
    const { sourceCode } = context
    return {
      TSAnyKeyword(node) {
        if (isLeftAlone(sourceCode, node)) return
        const fix = (fixer: TSESLint.RuleFixer) => fixer.replaceText(node, 'unknown')
        if (compilesWithUnknown(sourceCode, node)) context.report({ node, messageId: 'any', fix })
        else context.report({ node, messageId: 'any', suggest: [{ messageId: 'unknown', fix }] })
      },
    }
  },
})

/** `keyof any` is the type of all keys; the constructor of a mixin's base must take `any[]` (TypeScript's error 2545). */
function isLeftAlone({ text }: Source, { parent }: TSESTree.TSAnyKeyword): boolean {
  if (parent.type === 'TSTypeOperator') return parent.operator === 'keyof'
  const rest = parent.type === 'TSArrayType' ? parent.parent.parent : undefined
  return (
    rest?.type === 'RestElement' &&
    rest.parent.type === 'TSConstructorType' &&
    /(?:\breturn|=>|\()\s*class\b/.test(text)
  )
}

/** Without the checker, only where the value is never used as anything, or narrowed first. */
function compilesWithUnknown(source: Source, node: TSESTree.TSAnyKeyword): boolean {
  const { parent } = node
  if (parent.type === 'TSAsExpression' || parent.type === 'TSTypeAssertion') return takesUnknown(source, parent)
  const variable = annotatedVariable(source, node)
  return variable !== undefined && isUsedAsUnknown(source, variable)
}
