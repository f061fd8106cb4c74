import { calledName } from './calls.ts'
import { ancestor, isFunction, type FunctionNode, type Node } from './source.ts'

/** The function that a node runs in, past callbacks that are called at once; none at the top of a module. */
export function runnerOf(node: Node): FunctionNode | undefined {
  let owner = ancestor(node, isFunction)
  while (owner && isCalledAtOnce(owner)) owner = ancestor(owner, isFunction)
  return owner
}

const iterators = new Set(
  `each every filter find findIndex findLast findLastIndex flatMap forEach forIn forOwn from map mapValues reduce reduceRight some sort times toSorted with otherwise`.split(
    ' ',
  ),
)

/** `(() => …)()`, `paths.map((path) => …)`, `new Promise((resolve) => …)` */
function isCalledAtOnce(owner: FunctionNode): boolean {
  const { parent } = owner
  if (parent.type === 'NewExpression') return parent.callee.type === 'Identifier' && parent.callee.name === 'Promise'
  if (parent.type !== 'CallExpression') return false
  return parent.callee === owner || (parent.callee.type === 'MemberExpression' && iterators.has(calledName(parent)))
}
