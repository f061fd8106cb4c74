import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from './source.ts'

/** Where a call is acted out: `selectAll()` in `db.selectFrom('users').selectAll()`, not the chain before it. */
export function callPlace(node: Node): TSESTree.SourceLocation {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression'
    ? { start: node.callee.property.loc.start, end: node.loc.end }
    : node.loc
}
