import { besideInRoutes } from '../project/route-texts.ts'
import type { ExternalAt } from '../roles.ts'
import { validating } from './inspected.ts'
import { isFunction, nameOfKeeper, type FunctionNode, type Node, type RuleContext } from './source.ts'

/** Whether each route that other files declare with the handler around a node has something that checks its requests. */
export function isCheckedBefore({ filename }: RuleContext, node: Node, { from }: ExternalAt): boolean {
  if (from !== 'request') return false
  const names = [...outwards(node)].flatMap((outer) => (isFunction(outer) ? (nameOfHandler(outer) ?? []) : []))
  return names.some((name) => {
    const beside = besideInRoutes(filename, name)
    return beside.length > 0 && beside.every((text) => validating.test(text))
  })
}

function* outwards(node: Node): Generator<Node> {
  for (let outer = node.parent; outer; outer = outer.parent) yield outer
}

/** The name by which other files know a function: its own, or that of what keeps it at the top of the file or in a class. */
function nameOfHandler(given: FunctionNode): string | undefined {
  let node: Node = given
  // `export const create = asyncHandler(async (req, res) => { … })`
  while (node.parent?.type === 'CallExpression' && node.parent.callee !== node) node = node.parent
  if ('id' in node && node.id?.type === 'Identifier') return node.id.name
  return node.parent?.type === 'ExportDefaultDeclaration' ? 'default' : nameOfKeeper(node)
}
