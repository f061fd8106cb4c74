import type { TSESLint } from '@typescript-eslint/utils'
import type { Secret } from './secrets.ts'
import { contains, type Source } from './source.ts'

/** What leaves a secret out of the code: read it, or do without the value that stands in for it. */
export interface SecretEdit {
  readonly messageId: 'read' | 'without'
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix
}

export function secretEdit(source: Source, { node, value, variable, fallback }: Secret): SecretEdit | undefined {
  if (fallback) {
    const { all, kept } = fallback
    if (!all || !kept || !contains(all, node)) return undefined
    const comments = source.getCommentsInside(all)
    if (comments.some((comment) => comment.range[0] < kept.range[0] || comment.range[1] > kept.range[1]))
      return undefined
    const text = source.getText(kept)
    return { messageId: 'without', fix: (fixer) => fixer.replaceText(all, text) }
  }
  // Only where the whole text is the secret.
  const isWhole = node.type === 'Literal' && node.value === value
  const isTemplate = node.type === 'TemplateLiteral' && node.parent.type !== 'TaggedTemplateExpression'
  if (!isWhole && !(isTemplate && node.expressions.length === 0 && node.quasis[0]?.value.cooked === value))
    return undefined
  if (node.parent?.type === 'ImportDeclaration' || node.parent?.type === 'JSXAttribute') return undefined
  return { messageId: 'read', fix: (fixer) => fixer.replaceText(node, `${environmentOf(source)}.${variable}`) }
}

/** The object that the module reads its settings from. */
function environmentOf(source: Source): string {
  return /\bimport\s*(?:type\s)?\{[^}]*\benv\b[^}]*\}\s*from\s*['"](?:\.|@\/|~|#)/.test(source.text)
    ? 'env'
    : 'process.env'
}
