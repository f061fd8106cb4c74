import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Deletion } from './deletes.ts'
import { nameOfKey, type Source } from './source.ts'

/** How a row is marked: the column as code names it, and what it holds then. */
export interface Marking {
  readonly column: string
  readonly holds: 'time' | 'true'
  /** The library knows the column by itself. */
  readonly isKnown: boolean
}

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]

/** The edit that marks rows instead of deleting them, where the call can be rewritten; and what it calls then. */
export function markInstead(
  source: Source,
  { node, row: { marks, option } }: Deletion,
  marking: Marking,
): { readonly call: string; readonly edit: Edit } | undefined {
  const { callee } = node
  if (option !== undefined) return withoutOption(source, node, option)
  if (!marks || callee.type !== 'MemberExpression' || callee.computed) return undefined
  const value = marking.holds === 'true' ? 'true' : marks.json ? 'new Date().toISOString()' : 'new Date()'
  const data = `{ ${keyOf(marking.column)}: ${value} }`
  const placed = placeData(source, node, marks.by, data, marking)
  return (
    placed && { call: marks.call, edit: (fixer) => [fixer.replaceText(callee.property, marks.call), ...placed(fixer)] }
  )
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
}

function placeData(
  source: Source,
  node: TSESTree.CallExpression,
  by: string,
  data: string,
  { isKnown }: Marking,
): Edit | undefined {
  const [first, second] = node.arguments
  const close = source.getLastToken(node)
  if (!close) return undefined
  switch (by) {
    case 'itself':
      return isKnown ? () => [] : undefined
    case 'set':
      return (fixer) => [fixer.insertTextAfter(node, `.set(${data})`)]
    case 'argument':
      return first ? undefined : (fixer) => [fixer.insertTextBefore(close, data)]
    case 'second':
      return first && !second && first.type !== 'SpreadElement'
        ? (fixer) => [fixer.insertTextAfter(first, `, ${data}`)]
        : undefined
    default:
      return besideCondition(first, data)
  }
}

/** `delete({ where })` is `update({ where, data })`. */
function besideCondition(given: TSESTree.CallExpressionArgument | undefined, data: string): Edit | undefined {
  if (given?.type !== 'ObjectExpression') return undefined
  const where = given.properties.find((one) => one.type === 'Property' && nameOfKey(one) === 'where')
  const others = given.properties.filter((one) => one !== where)
  const isPlain = others.every(
    (one) => one.type === 'Property' && /^(?:select|include|omit)$/.test(nameOfKey(one) ?? ''),
  )
  return where && isPlain ? (fixer) => [fixer.insertTextAfter(where, `, data: ${data}`)] : undefined
}

/** `destroy({ where, force: true })` without `force`. */
function withoutOption(
  source: Source,
  node: TSESTree.CallExpression,
  option: string,
): { readonly call: string; readonly edit: Edit } | undefined {
  for (const argument of node.arguments) {
    if (argument.type !== 'ObjectExpression') continue
    const at = argument.properties.findIndex((one) => one.type === 'Property' && nameOfKey(one) === option)
    const property = argument.properties[at]
    if (!property || source.getCommentsInside(argument).length > 0) continue
    const before = argument.properties[at - 1]
    const after = argument.properties[at + 1]
    const range: [number, number] = before
      ? [before.range[1], property.range[1]]
      : [property.range[0], after ? after.range[0] : property.range[1]]
    return { call: `${option}: false`, edit: (fixer) => [fixer.removeRange(range)] }
  }
  return undefined
}
