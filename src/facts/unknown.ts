import type { TSESTree } from '@typescript-eslint/utils'
import { isFunction, isGlobal, nameOfKey, variableOf, type Node, type Source, type Variable } from './source.ts'

/**
 * Whether every use of a variable compiles the same when its type is `unknown` in place of `any`:
 * it is narrowed first, thrown on, or handed to something that takes every value.
 */
export function isUsedAsUnknown(source: Source, variable: Variable): boolean {
  return variable.references.every(
    ({ identifier, init }) =>
      init === true ||
      isWritten(identifier) ||
      takesUnknown(source, identifier) ||
      (identifier.type === 'Identifier' && isNarrowed(identifier)),
  )
}

function isWritten(node: Node): boolean {
  const { parent } = node
  return parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === node
}

/** Built-in functions whose parameters take every value. */
const takers = new Set(['String', 'Boolean', 'Number'])
const takerMembers: Readonly<Record<string, ReadonlySet<string>>> = {
  JSON: new Set(['stringify']),
  Array: new Set(['isArray']),
  Promise: new Set(['reject']),
  console: new Set(['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir']),
}

/** Whether the place of an expression takes a value of type `unknown`, and gives the same type as for `any`. */
export function takesUnknown(source: Source, node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'ThrowStatement':
    case 'ExpressionStatement':
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return true
    case 'TemplateLiteral':
      return parent.parent.type !== 'TaggedTemplateExpression'
    case 'UnaryExpression':
      return ['typeof', '!', 'void'].includes(parent.operator)
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return parent.test === node
    case 'BinaryExpression':
      return (
        ['===', '!==', '==', '!='].includes(parent.operator) ||
        (parent.operator === 'instanceof' && parent.left === node)
      )
    case 'Property':
      return isErrorCause(parent)
    case 'CallExpression':
      return parent.callee !== node && isTaker(source, parent.callee)
    default:
      return false
  }
}

/** `new Error('…', { cause: error })` */
function isErrorCause(property: TSESTree.Property): boolean {
  const made = property.parent.parent
  return (
    nameOfKey(property) === 'cause' &&
    made?.type === 'NewExpression' &&
    made.callee.type === 'Identifier' &&
    /^(?:Type|Range|Syntax|Reference)?Error$/.test(made.callee.name)
  )
}

function isTaker(source: Source, callee: Node): boolean {
  if (callee.type === 'Identifier') return isGlobal(source, callee, ...takers) || isReject(source, callee)
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false
  const { name } = callee.object
  return isGlobal(source, callee.object, name) && (takerMembers[name]?.has(nameOfKey(callee) ?? '') ?? false)
}

/** `reject` in `new Promise((resolve, reject) => …)` */
function isReject(source: Source, callee: TSESTree.Identifier): boolean {
  const definition = variableOf(source, callee)?.defs[0]
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false
  const { parent, params } = definition.node
  return (
    params[1] === definition.name &&
    parent.type === 'NewExpression' &&
    parent.callee.type === 'Identifier' &&
    parent.callee.name === 'Promise'
  )
}

/** Under a test that narrows `any` and `unknown` alike: `error instanceof Error`, `typeof x === 'string'`. */
function isNarrowed(use: TSESTree.Identifier): boolean {
  let child: Node = use
  for (let { parent }: Node = use; parent && !isFunction(parent); { parent } = parent) {
    const guard =
      (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && parent.consequent === child
        ? parent.test
        : parent.type === 'LogicalExpression' && parent.operator === '&&' && parent.right === child
          ? parent.left
          : undefined
    if (guard && narrows(guard, use.name)) return true
    child = parent
  }
  return false
}

function narrows(test: Node, name: string): boolean {
  if (test.type === 'LogicalExpression' && test.operator === '&&')
    return narrows(test.left, name) || narrows(test.right, name)
  if (test.type !== 'BinaryExpression') return false
  if (test.operator === 'instanceof') {
    return (
      isNamed(test.left, name) && test.right.type === 'Identifier' && !['Object', 'Function'].includes(test.right.name)
    )
  }
  return (
    test.operator === '===' &&
    test.left.type === 'UnaryExpression' &&
    test.left.operator === 'typeof' &&
    isNamed(test.left.argument, name) &&
    test.right.type === 'Literal' &&
    ['string', 'number', 'boolean', 'bigint', 'symbol', 'undefined'].includes(String(test.right.value))
  )
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

/** The variable that an annotation gives its type to, when the file alone decides how it is used. */
export function annotatedVariable(source: Source, type: TSESTree.TypeNode): Variable | undefined {
  const annotation = type.parent
  const name = annotation.parent
  if (annotation.type !== 'TSTypeAnnotation' || name?.type !== 'Identifier' || name.typeAnnotation !== annotation)
    return undefined
  const owner = ownerOf(name)
  if (!owner || isExported(owner)) return undefined
  return source.getDeclaredVariables?.(owner).find(({ identifiers }) => identifiers.includes(name))
}

function isExported(owner: Node): boolean {
  return owner.type === 'VariableDeclarator' && owner.parent.parent.type === 'ExportNamedDeclaration'
}

/** The function with a body, the `catch` or the declaration whose parameter or variable the name is. */
function ownerOf(name: TSESTree.Identifier): Node | undefined {
  const { parent } = name
  if (parent.type === 'CatchClause') return parent
  if (parent.type === 'VariableDeclarator') return parent.parent.declare ? undefined : parent
  const isParameter = isFunction(parent) && parent.params.includes(name)
  if (!isParameter || (parent.parent.type === 'Property' && parent.parent.kind !== 'init')) return undefined
  return parent.parent.type === 'MethodDefinition' && parent.parent.kind === 'set' ? undefined : parent
}
