import type { TSESTree } from '@typescript-eslint/utils'
import { nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'
import { hasWord } from './words.ts'

/** Whether an expression says the same whatever happened: a literal, or a container of nothing but such. */
export function isConstant(source: Source, given: Node | null): boolean {
  if (given === null) return true
  const node = unwrapped(given)
  switch (node.type) {
    case 'Identifier':
      return node.name === 'undefined' || namesConstant(source, node)
    case 'ObjectExpression':
      return isEmptyValue(node) || saysSuccess(node)
    case 'Literal':
      return !('regex' in node)
    case 'TemplateLiteral':
      return node.expressions.length === 0
    case 'UnaryExpression':
      return isConstant(source, node.argument)
    default:
      return isEmptyValue(node)
  }
}

/** `const NOTHING = null`; a constant that stands for something is a default that someone chose. */
function namesConstant(source: Source, name: TSESTree.Identifier): boolean {
  const definition = variableOf(source, name)?.defs[0]
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const' || definition.node.id.type !== 'Identifier')
    return false
  const { init } = definition.node
  return init !== null && isEmptyValue(init)
}

/** `{ success: true }`, `{ statusCode: 200, … }`: the opposite of what happened. */
function saysSuccess({ properties }: TSESTree.ObjectExpression): boolean {
  return properties.some((property) => {
    if (property.type !== 'Property' || property.value.type !== 'Literal') return false
    const { value } = property.value
    const name = nameOfKey(property) ?? ''
    if (/^(?:success|ok|authorized|allowed|valid|verified)$/.test(name)) return value === true
    return /^(?:statusCode|status)$/.test(name) && typeof value === 'number' && value >= 200 && value < 300
  })
}

const failureWords = new Set(
  'error errors err success ok valid status message reason code fail failed failure exists found available result type kind'.split(
    ' ',
  ),
)

/** Whether an expression is a stand-in for "nothing": `null`, `undefined`, `false`, `0`, `''`, `[]`, `{}`, `{ items: [] }`. */
export function isEmptyValue(given: Node | null): boolean {
  if (given === null) return true
  const node = unwrapped(given)
  switch (node.type) {
    case 'Identifier':
      return node.name === 'undefined'
    case 'Literal':
      return node.value === null ? !('regex' in node) : node.value === false || node.value === 0 || node.value === ''
    case 'TemplateLiteral':
      return node.expressions.length === 0 && node.quasis[0]?.value.raw === ''
    case 'UnaryExpression':
      return node.operator === 'void'
    case 'ArrayExpression':
      return node.elements.length === 0
    // An object with a word about failure tells the caller; one of empty values only pretends that all went well.
    case 'ObjectExpression':
      return node.properties.every(
        (property) =>
          property.type === 'Property' &&
          isEmptyValue(property.value) &&
          !isDone(property) &&
          !hasWord(nameOfKey(property) ?? '', failureWords),
      )
    case 'NewExpression':
      return (
        node.callee.type === 'Identifier' &&
        /^(?:Map|Set|Array|Object)$/.test(node.callee.name) &&
        node.arguments.length === 0
      )
    case 'CallExpression':
      return (
        node.callee.type === 'MemberExpression' &&
        node.callee.object.type === 'Identifier' &&
        node.callee.object.name === 'Promise' &&
        nameOfKey(node.callee) === 'resolve' &&
        isEmptyValue(node.arguments[0] ?? null)
      )
    default:
      return false
  }
}

/** `sent: false`, `created: false`: what was to be done was not. */
function isDone({ key, value }: TSESTree.Property): boolean {
  const isFalse = value.type === 'Literal' && value.value === false
  return isFalse && key.type === 'Identifier' && /(?:ed|sent|done)$/i.test(key.name)
}

/** Whether an expression is `false`, `null` or `undefined`: the "no" of a predicate. */
export function isNo(given: Node | null): boolean {
  if (given === null) return true
  const node = unwrapped(given)
  if (node.type === 'Literal') return node.value === false || (node.value === null && node.raw === 'null')
  if (node.type === 'UnaryExpression') return node.operator === 'void'
  return node.type === 'Identifier' && node.name === 'undefined'
}

/** `null`, `undefined` */
export function isNothing(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined')
}
