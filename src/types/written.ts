import type { TSESTree } from '@typescript-eslint/utils'

/**
 * The whole written type, for the name in it: compilers have types of the one, and only symbols of the other.
 * @returns `undefined` for a part of a name, which has no type of its own
 */
export function writtenType(node: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = node
  switch (parent?.type) {
    case 'TSQualifiedName':
      return undefined
    case 'TSImportType':
      return parent.qualifier === node ? undefined : node
    case 'TSTypeReference':
      return parent.typeName === node ? parent : node
    case 'TSTypeQuery':
      return parent.exprName === node ? parent : node
    case 'TSClassImplements':
    case 'TSInterfaceHeritage':
      return parent.expression === node ? parent : node
    default:
      return node
  }
}

/**
 * Whether compilers do not agree on what its place expects: of what stands behind an `@`, which they call themselves, and
 * of what a value is assigned to.
 */
export function isBesideExpectations({ parent, range: [start] }: TSESTree.Node): boolean {
  return parent?.type === 'Decorator' || (parent?.type === 'AssignmentExpression' && parent.left.range[0] === start)
}
