import type { TSESTree } from '@typescript-eslint/utils'

/** The whole written type, for the name in it: a compiler has types of the one, and only symbols of the other. */
export function writtenType(node: TSESTree.Node): TSESTree.Node {
  const { parent } = node
  if (parent?.type === 'TSTypeReference' && parent.typeName === node) return parent
  return parent?.type === 'TSTypeQuery' && parent.exprName === node ? parent : node
}
