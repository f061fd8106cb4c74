import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { nameOfKey, type Source } from './source.ts'

export interface Option {
  readonly name: string
  /** Its value, as code. */
  readonly value: string
}

/**
 * Gives a call an option, in the object that is its last argument from a position on; `undefined` where that cannot be
 * done without guessing.
 */
export function addOption(
  source: Source,
  call: TSESTree.CallExpression,
  from: number,
  option: Option,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const given = `${option.name}: ${option.value}`
  const last = call.arguments.at(-1)
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return undefined
  if (last?.type === 'ObjectExpression' && call.arguments.length > from) return addProperty(source, last, option)
  if (call.arguments.length < from || (call.arguments.length > from && !isInFront(last))) return undefined
  if (last) return (fixer) => fixer.insertTextAfter(last, `, { ${given} }`)
  const open = source.getTokenAfter(call.typeArguments ?? call.callee, ({ value }) => value === '(')
  return open ? (fixer) => fixer.insertTextAfter(open, `{ ${given} }`) : undefined
}

/** What stands in front of options: a name, or a function that gives the other side of a relation. */
function isInFront(node: TSESTree.CallExpressionArgument | undefined): boolean {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'Literal'
}

/** Gives an object a property, in the place of one of that name. */
export function addProperty(source: Source, object: TSESTree.ObjectExpression, { name, value }: Option) {
  const given = object.properties.find((one) => one.type === 'Property' && nameOfKey(one) === name)
  if (given?.type === 'Property') return (fixer: TSESLint.RuleFixer) => fixer.replaceText(given.value, value)
  const last = object.properties.at(-1)
  if (last) {
    const separator = source.getText(object).includes('\n') ? `,\n${' '.repeat(last.loc.start.column)}` : ', '
    return (fixer: TSESLint.RuleFixer) => fixer.insertTextAfter(last, `${separator}${name}: ${value}`)
  }
  return (fixer: TSESLint.RuleFixer) => fixer.replaceText(object, `{ ${name}: ${value} }`)
}
