import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Answer } from './answers.ts'
import { calledName } from './calls.ts'
import { nameOfKey, unwrapped, type Node } from './source.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix

/** An answer with another status; `undefined` where its form leaves no place for one that is sure. */
export function withStatus({ node, row, status }: Answer, code: number): Edit | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined
  if (status !== 'unset') return replaced(node, status, code)
  const [value, ...others] = node.arguments
  if (!value || others.length > 0) return undefined
  if (row?.status?.at !== undefined) {
    const text = node.type === 'CallExpression' && isOnContext(node) ? String(code) : `{ status: ${String(code)} }`
    return (fixer) => fixer.insertTextAfter(value, `, ${text}`)
  }
  const { callee } = node
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || row?.value !== 0) return undefined
  const { object } = callee
  // The one that is called so by everyone takes a code: `reply.code(500)`.
  const method = object.name === 'reply' ? 'code' : 'status'
  // What Node.js itself sends an answer with has no such method.
  return /^(?:end|write)$/.test(calledName(node))
    ? undefined
    : (fixer) => fixer.insertTextAfter(object, `.${method}(${String(code)})`)
}

/** `c.json(…)`, not `Response.json(…)` */
function isOnContext({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && /^[a-z]/.test(callee.object.name)
}

/** The number in `status(200)`, `{ status: 200 }` or `c.json(…, 200)`. */
function replaced(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  status: Answer['status'],
  code: number,
): Edit | undefined {
  const found = [...node.arguments.slice(1).flatMap(statusLiterals), ...inChain(node)].find(
    (one) => one.value === status,
  )
  return found && ((fixer) => fixer.replaceText(found, String(code)))
}

function statusLiterals(given: Node): TSESTree.Literal[] {
  const node = unwrapped(given)
  if (node.type === 'Literal') return [node]
  if (node.type !== 'ObjectExpression') return []
  return node.properties.flatMap((one) =>
    one.type === 'Property' && nameOfKey(one) === 'status' && one.value.type === 'Literal' ? [one.value] : [],
  )
}

function inChain(node: TSESTree.CallExpression | TSESTree.NewExpression): TSESTree.Literal[] {
  const literals: TSESTree.Literal[] = []
  for (
    let inner: Node = unwrapped(node.callee);
    inner.type === 'CallExpression' || inner.type === 'MemberExpression';
  ) {
    const [first] = inner.type === 'CallExpression' ? inner.arguments : []
    if (inner.type === 'CallExpression' && first?.type === 'Literal') literals.push(first)
    inner = unwrapped(inner.type === 'CallExpression' ? inner.callee : inner.object)
  }
  return literals
}
