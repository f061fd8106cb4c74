import type { TSESTree } from '@typescript-eslint/utils'

/** Under which of its properties each type of node has others. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>

/** Calls with each node directly below a node, in the order of the source. */
export function forEachChild(node: TSESTree.Node, visitorKeys: VisitorKeys, tell: (child: TSESTree.Node) => void) {
  const keys = visitorKeys[node.type]
  if (!keys) return
  for (const key of keys) {
    const value: unknown = node[key as keyof typeof node]
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      for (const child of value) if (isNode(child)) tell(child)
    } else if (isNode(value)) tell(value)
  }
}

/** The nodes directly below a node, in the order of the source. */
export function childrenOf(node: TSESTree.Node, visitorKeys: VisitorKeys): TSESTree.Node[] {
  const children: TSESTree.Node[] = []
  forEachChild(node, visitorKeys, (child) => children.push(child))
  return children
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
