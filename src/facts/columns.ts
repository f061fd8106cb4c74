import type { TSESTree } from '@typescript-eslint/utils'
import type { Fact } from './acts.ts'
import { nameOfKey, type Node } from './source.ts'

/** Which columns a builder call reads: a star that is written, every column because none is named, or some. */
export type Columns = 'star' | 'unnamed' | 'named'

/** The columns that a query builder or an ORM is asked for; `named` where the source does not show it. */
export function columnsOf({ node, row }: Fact<'db.columns'>): Columns {
  if (node.type !== 'CallExpression') return 'named'
  const [first] = node.arguments
  switch (row.columns) {
    case 'all':
      return 'star'
    case 'arguments':
      if (first === undefined) return 'unnamed'
      return node.arguments.some(isStarText) ? 'star' : 'named'
    case 'projection':
      return first === undefined ? 'unnamed' : isStarText(first) ? 'star' : 'named'
    case 'option':
      return namesOption(node.arguments[row.at ?? 0], row.options ?? [], node.arguments.length <= (row.at ?? 0))
        ? 'named'
        : 'unnamed'
    case 'chained':
      return isChained(node, row.options ?? []) ? 'named' : 'unnamed'
  }
}

/** `'*'`, `'users.*'`, or a list that has one. */
function isStarText(node: Node): boolean {
  if (node.type === 'ArrayExpression') return node.elements.some((element) => element !== null && isStarText(element))
  if (node.type === 'Literal')
    return typeof node.value === 'string' && /^\s*(?:["`[]?\w+["`\]]?\.)*\*\s*$/.test(node.value)
  return node.type === 'TemplateLiteral' && /^\.?\*$/.test(node.quasis.at(-1)?.value.raw ?? '')
}

/** Whether an options object chooses columns; what the source does not show may choose them. */
function namesOption(options: Node | undefined, names: readonly string[], isLeftOut: boolean): boolean {
  if (!options || options.type !== 'ObjectExpression') return !isLeftOut
  return options.properties.some(
    (property) => property.type !== 'Property' || names.includes(nameOfKey(property) ?? ''),
  )
}

/** Whether a later call of the chain chooses, or the chain goes on where the source does not show it. */
function isChained(node: TSESTree.CallExpression, names: readonly string[]): boolean {
  let call: Node = node
  while (call.parent?.type === 'MemberExpression' && call.parent.object === call) {
    const member: TSESTree.MemberExpression = call.parent
    if (names.includes(nameOfKey(member) ?? '')) return true
    if (member.parent.type !== 'CallExpression' || member.parent.callee !== member) return true
    call = member.parent
  }
  return call.parent?.type !== 'AwaitExpression' && call.parent?.type !== 'ReturnStatement'
}
