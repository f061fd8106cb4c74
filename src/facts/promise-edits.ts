import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { addImport, canImport, type Wanted } from './imports.ts'
import { ancestor, contains, isFunction, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]

/** Whether `await` may be written where a node stands. */
function mayAwait(node: Node): boolean {
  const owner = ancestor(node, isFunction)
  return owner !== undefined && owner.async && contains(owner.body, node)
}

/**
 * Awaits the promise that the same function gives under its name without `Sync`, of the module it is exported by;
 * `undefined` where that cannot be written here.
 */
export function awaitInstead(
  source: Source,
  call: TSESTree.CallExpression,
  module: string,
): { readonly edit: Edit; readonly text: string } | undefined {
  const callee = unwrapped(call.callee)
  if (!mayAwait(call) || call.callee !== callee || call.optional || call.arguments.some(isOnlySynchronous))
    return undefined
  if (callee.type === 'MemberExpression') return ofMember(source, call, callee, module)
  return callee.type === 'Identifier' ? ofName(source, call, callee, module) : undefined
}

/** `{ throwIfNoEntry: false }`, which no promise knows. */
function isOnlySynchronous(argument: Node): boolean {
  return (
    argument.type === 'ObjectExpression' &&
    argument.properties.some((one) => one.type === 'Property' && nameOfKey(one) === 'throwIfNoEntry')
  )
}

/** `fs.readFileSync(path)` is `fs.promises.readFile(path)`, `bcrypt.hashSync(text)` is `bcrypt.hash(text)`. */
function ofMember(source: Source, call: TSESTree.CallExpression, callee: TSESTree.MemberExpression, module: string) {
  const name = asynchronous(nameOfKey(callee) ?? '')
  if (name === undefined || callee.computed || callee.object.type !== 'Identifier') return undefined
  const path = module.endsWith('/promises') ? `promises.${name}` : name
  return {
    text: `await ${callee.object.name}.${path}(…)`,
    edit: (fixer: TSESLint.RuleFixer) => [...awaited(source, fixer, call), fixer.replaceText(callee.property, path)],
  }
}

/** `readFileSync(path)` is `readFile(path)`, which is imported. */
function ofName(source: Source, call: TSESTree.CallExpression, callee: TSESTree.Identifier, module: string) {
  const definition = variableOf(source, callee)?.defs[0]
  const name = asynchronous(callee.name)
  if (name === undefined || definition?.type !== 'ImportBinding' || definition.node.type !== 'ImportSpecifier')
    return undefined
  const wanted: Wanted = { module: asWritten(definition.node, module), imported: name, local: name }
  if (!canImport(source, wanted)) return undefined
  return {
    text: `await ${name}(…)`,
    edit: (fixer: TSESLint.RuleFixer) => [
      ...addImport(source, fixer, wanted),
      ...awaited(source, fixer, call),
      fixer.replaceText(callee, name),
    ],
  }
}

/** `fs/promises` where the file imports `fs`. */
function asWritten({ parent }: TSESTree.ImportSpecifier, module: string): string {
  const written = parent.type === 'ImportDeclaration' ? parent.source.value : ''
  return written.startsWith('node:') ? module : module.replace(/^node:/, '')
}

function asynchronous(name: string): string | undefined {
  return name.endsWith('Sync') ? name.slice(0, -'Sync'.length) : undefined
}

function awaited(source: Source, fixer: TSESLint.RuleFixer, call: TSESTree.CallExpression): TSESLint.RuleFix[] {
  if (!isTightlyHeld(call) || isInParentheses(source, call)) return [fixer.insertTextBefore(call, 'await ')]
  return [fixer.insertTextBefore(call, '(await '), fixer.insertTextAfter(call, ')')]
}

/** Whether what stands around a call binds it closer than `await` does: `read().length`. */
function isTightlyHeld(call: Node): boolean {
  const { parent } = call
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === call
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === call
    case 'BinaryExpression':
      return parent.operator === '**'
    default:
      return parent?.type === 'TSNonNullExpression' || parent?.type === 'TaggedTemplateExpression'
  }
}

function isInParentheses(source: Source, node: Node): boolean {
  const before = source.getTokenBefore(node)
  const after = source.getTokenAfter(node)
  const { parent } = node
  const isCalls = parent?.type === 'CallExpression' && parent.callee !== node
  return !isCalls && before?.value === '(' && after?.value === ')'
}
