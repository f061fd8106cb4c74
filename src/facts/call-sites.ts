import type { TSESTree } from '@typescript-eslint/utils'
import {
  ancestor,
  descendants,
  isClass,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
} from './source.ts'

/** The function of this file that a call runs. */
export function calledFunction(source: Source, { callee }: TSESTree.CallExpression): FunctionNode | undefined {
  const node = unwrapped(callee)
  if (isFunction(node)) return node
  if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression') {
    const owner = ancestor(node, isClass)
    const member = owner?.body.body.find((one) => one.type === 'MethodDefinition' && nameOfKey(one) === nameOfKey(node))
    return member?.type === 'MethodDefinition' && isFunction(member.value) ? member.value : undefined
  }
  if (node.type !== 'Identifier') return undefined
  const definition = variableOf(source, node)?.defs[0]
  if (definition?.type === 'FunctionName') return isFunction(definition.node) ? definition.node : undefined
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  return init && isFunction(init) ? init : undefined
}

/** Every call of a function that only this file can call; `undefined` when others may, or when it is handed on. */
export function callsOf(source: Source, owner: FunctionNode): TSESTree.CallExpression[] | undefined {
  const name =
    owner.type === 'FunctionDeclaration'
      ? owner.id
      : owner.parent.type === 'VariableDeclarator' && owner.parent.id.type === 'Identifier'
        ? owner.parent.id
        : undefined
  if (!name) return callsOfPrivate(source, owner)
  const statement = owner.type === 'FunctionDeclaration' ? owner.parent : owner.parent?.parent?.parent
  if (statement?.type === 'ExportNamedDeclaration' || statement?.type === 'ExportDefaultDeclaration') return undefined
  const variable = source.getDeclaredVariables?.(
    owner.type === 'FunctionDeclaration' ? owner : (owner.parent ?? owner),
  )[0]
  const calls: TSESTree.CallExpression[] = []
  for (const { identifier, init } of variable?.references ?? []) {
    if (init) continue
    const { parent } = identifier
    if (parent?.type !== 'CallExpression' || parent.callee !== identifier) return undefined
    calls.push(parent)
  }
  return calls
}

/** `private find(column)`, `#find(column)`: the class alone calls it. */
function callsOfPrivate(source: Source, owner: FunctionNode): TSESTree.CallExpression[] | undefined {
  const { parent: method } = owner
  if (
    (method.type !== 'MethodDefinition' && method.type !== 'PropertyDefinition') ||
    (method.accessibility !== 'private' && method.key.type !== 'PrivateIdentifier')
  )
    return undefined
  const name = nameOfKey(method)
  const around = ancestor(method, isClass)
  if (name === undefined || !around) return undefined
  const calls: TSESTree.CallExpression[] = []
  for (const node of descendants(source, around)) {
    if (node.type !== 'MemberExpression' || !isOwnMember(node, name)) continue
    const { parent } = node
    if (parent.type !== 'CallExpression' || parent.callee !== node) return undefined
    calls.push(parent)
  }
  return calls
}

/** `this.name` */
export function isOwnMember(given: Node, name: string): boolean {
  const node = unwrapped(given)
  return node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && nameOfKey(node) === name
}
