import { calledName } from './calls.ts'
import { unwrapped, type Node } from './source.ts'

/** How many bytes a buffer is made with, where the source says it: `Buffer.alloc(16 * 1024)`, `new Uint8Array(32)`. */
export function bytesOf(given: Node): number | undefined {
  const node = unwrapped(given)
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined
  const [length] = node.arguments
  return length && /^(?:alloc|allocUnsafe|allocUnsafeSlow|ArrayBuffer|Uint8Array)$/.test(calledName(node))
    ? numberOf(length)
    : undefined
}

/** The number that an expression of literals is. */
export function numberOf(given: Node): number | undefined {
  const node = unwrapped(given)
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : undefined
  if (node.type === 'UnaryExpression') {
    const value = numberOf(node.argument)
    return node.operator === '-' && value !== undefined ? -value : undefined
  }
  if (node.type !== 'BinaryExpression') return undefined
  const [left, right] = [numberOf(node.left), numberOf(node.right)]
  return left === undefined || right === undefined ? undefined : combined(node.operator, left, right)
}

function combined(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '*':
      return left * right
    case '+':
      return left + right
    case '-':
      return left - right
    case '<<':
      return left << right
    case '|':
      return left | right
    case '**':
      return left ** right
    default:
      return undefined
  }
}
