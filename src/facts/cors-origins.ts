import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { constantOf, truthInProduction } from './production.ts'
import { isDecidedByOrigin, isRequestOrigin } from './request-origin.ts'
import { descendants, isFunction, unwrapped, variableOf, type FunctionNode, type Node, type Source } from './source.ts'

/** Deeper than a policy is put together. */
const deepest = 8

/** Regular expressions that every origin matches. */
const matchesAll = /^\^?(?:(?:https?|\(https\?\)|https\?|http\(s\)\?)?:?(?:\\?\/){0,2})?\(?\.[*+]?\)?\$?$/

/**
 * Whether every site is allowed by what a policy says of origins: `*`, `true`, the origin of the request itself, a
 * function that says yes to all. What the environment may set differently does not count.
 */
export function allowsAnyOrigin(source: Source, given: Node, depth = 0): boolean {
  const node = unwrapped(given)
  const ask = (part: Node) => depth < deepest && allowsAnyOrigin(source, part, depth + 1)
  switch (node.type) {
    case 'Literal':
      return node.value === '*' || node.value === true || ('regex' in node && matchesAll.test(node.regex.pattern))
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? node.quasis[0]?.value.raw === '*' : isRequestOrigin(source, node)
    case 'UnaryExpression':
      return truthInProduction(source, node) === true
    case 'ArrayExpression':
      return node.elements.some((element) => element !== null && ask(element))
    case 'ConditionalExpression':
      return ofChoice(source, node, ask)
    case 'LogicalExpression':
      return node.operator === '&&' ? ask(node.right) && isRequestOrigin(source, node.left) : ask(node.left)
    case 'NewExpression':
    case 'CallExpression':
      return isMatchAll(node) || isRequestOrigin(source, node)
    case 'Identifier': {
      if (isRequestOrigin(source, node)) return true
      const value = constantOf(source, node) ?? functionOf(source, node)
      return value !== undefined && ask(value)
    }
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return saysYesToAll(source, node)
    default:
      return isRequestOrigin(source, node)
  }
}

function ofChoice(source: Source, node: TSESTree.ConditionalExpression, ask: (part: Node) => boolean): boolean {
  const truth = truthInProduction(source, node.test)
  if (truth !== undefined) return ask(truth ? node.consequent : node.alternate)
  return ask(node.consequent) && ask(node.alternate)
}

function functionOf(source: Source, name: TSESTree.Identifier): Node | undefined {
  const definition = variableOf(source, name)?.defs[0]
  return definition?.type === 'FunctionName' ? definition.node : undefined
}

/** `new RegExp('.*')` */
function isMatchAll(node: TSESTree.NewExpression | TSESTree.CallExpression): boolean {
  const [pattern] = node.arguments
  return (
    calledName(node) === 'RegExp' &&
    pattern?.type === 'Literal' &&
    typeof pattern.value === 'string' &&
    matchesAll.test(pattern.value)
  )
}

/** `(origin, callback) => callback(null, true)`, `(origin) => origin` */
function saysYesToAll(source: Source, owner: FunctionNode): boolean {
  const [origin, callback] = owner.params
  const isOrigin = (node: Node) => origin?.type === 'Identifier' && refersTo(source, node, origin)
  const isYes = (node: Node | null | undefined): boolean => {
    if (!node) return false
    const value = unwrapped(node)
    if (value.type === 'LogicalExpression' && value.operator !== '&&') return isYes(value.left)
    return isOrigin(value) || allowsAnyOrigin(source, value, deepest)
  }
  return answersOf(source, owner, callback).some(
    (answer) => isYes(answer) && !isDecidedByOrigin(source, answer, isOrigin),
  )
}

/** What a function returns, or gives to its callback as the second argument. */
function answersOf(source: Source, owner: FunctionNode, callback: Node | undefined): Node[] {
  const own = [...descendants(source, owner.body, (inner) => !isFunction(inner))]
  const given = own.flatMap((node) =>
    callback?.type === 'Identifier' && node.type === 'CallExpression' && refersTo(source, node.callee, callback)
      ? (node.arguments[1] ?? [])
      : [],
  )
  if (given.length > 0) return given
  if (owner.body.type !== 'BlockStatement') return [owner.body]
  return own.flatMap((node) => (node.type === 'ReturnStatement' && node.argument ? node.argument : []))
}

function refersTo(source: Source, given: Node, parameter: TSESTree.Identifier): boolean {
  const node = unwrapped(given)
  return node.type === 'Identifier' && variableOf(source, node)?.identifiers[0] === parameter
}
