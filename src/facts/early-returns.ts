import { rootOf } from './calls.ts'
import {
  ancestor,
  descendants,
  isFunction,
  type FunctionNode,
  type Node,
  type Source,
  type Variable,
} from './source.ts'

/**
 * Whether what a callback is given stays taken where a callback of its own returns first: `if (error) return done(error)`
 * in front of `connection.release()`.
 */
export function returnsEarly(
  source: Source,
  callback: FunctionNode,
  held: Variable,
  isRelease: (node: Node) => boolean,
): boolean {
  // A function with a name may give it back for all others, and so may whoever it is handed to.
  if (!held.references.every(({ identifier }) => isOwnUse(identifier, callback, held))) return false
  const releases = [...descendants(source, callback)].filter(isRelease)
  const owners = releases.map((one) => ancestor(one, isFunction))
  return (
    releases.length > 0 && owners.every((owner, at) => owner !== callback && leaves(source, owner, releases[at], held))
  )
}

/** `connection.query(sql, (error, rows) => … connection …)` */
function isOwnUse(use: Node, callback: FunctionNode, held: Variable): boolean {
  const { parent } = use
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false
  const owner = ancestor(use, isFunction)
  return owner === callback || (owner !== undefined && isCallbackOf(owner, held))
}

function isCallbackOf(owner: FunctionNode, held: Variable): boolean {
  const { parent: call } = owner
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false
  const root = rootOf(call.callee)
  return root.type === 'Identifier' && root.name === held.name
}

/** Whether a statement before the release returns, and says nothing of what is held. */
function leaves(source: Source, owner: FunctionNode | undefined, release: Node | undefined, held: Variable): boolean {
  if (owner?.body.type !== 'BlockStatement' || !release) return false
  const before = owner.body.body.filter(({ range }) => range[1] <= release.range[0])
  return before.some((one) => {
    if (one.type !== 'IfStatement' || one.alternate) return false
    const steps = one.consequent.type === 'BlockStatement' ? one.consequent.body : [one.consequent]
    const speaks = new RegExp(String.raw`\b${held.name}\b`).test(source.getText(one))
    return steps.at(-1)?.type === 'ReturnStatement' && !speaks
  })
}
