import { nameOfKey, unwrapped, type Node } from './source.ts'
import { hasWord } from './words.ts'

/** Whether an expression says the same whatever happened: a literal, or a container of nothing but such. */
export function isConstant(given: Node | null): boolean {
  if (given === null) return true
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
      return !('regex' in node)
    case 'TemplateLiteral':
      return node.expressions.length === 0
    case 'UnaryExpression':
      return isConstant(node.argument)
    default:
      return isEmptyValue(node)
  }
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
      return node.operator === 'void' && isConstant(node.argument)
    case 'ArrayExpression':
      return node.elements.length === 0
    // An object with a word about failure tells the caller; one of empty values only pretends that all went well.
    case 'ObjectExpression':
      return node.properties.every(
        (property) =>
          property.type === 'Property' &&
          isEmptyValue(property.value) &&
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

/** Whether an expression is `false`, `null` or `undefined`: the "no" of a predicate. */
export function isNo(given: Node | null): boolean {
  if (given === null) return true
  const node = unwrapped(given)
  if (node.type === 'Literal') return node.value === false || (node.value === null && node.raw === 'null')
  if (node.type === 'UnaryExpression') return node.operator === 'void'
  return node.type === 'Identifier' && node.name === 'undefined'
}
