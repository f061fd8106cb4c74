import type { TSESTree } from '@typescript-eslint/utils'
import type { Types } from '../types/type.ts'
import { isOpenPlace, takesAnyCallback } from './open-places.ts'
import { isOfProject } from './origin.ts'
import {
  ancestor,
  isFunction,
  isGlobal,
  nameOfKey,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
  type Variable,
} from './source.ts'

/**
 * Whether every use of a variable compiles the same when its type is `unknown` in place of `any`:
 * it is narrowed first, thrown on, or handed to something that takes every value. A checker knows more such places, and
 * where a value is narrowed.
 */
export function isUsedAsUnknown(source: Source, variable: Variable, types?: Types): boolean {
  // A value that is written again is another one behind the test that narrowed it.
  const isConstant = variable.references.every(({ identifier, init }) => init === true || !isWritten(identifier))
  return variable.references.every(
    ({ identifier, init }) =>
      init === true ||
      isWritten(identifier) ||
      takesUnknown(source, identifier, types) ||
      isNarrowedType(types, identifier) ||
      (isConstant && identifier.type === 'Identifier' && isNarrowed(source, identifier)),
  )
}

/** Whatever narrows `any` makes the same of `unknown`. */
function isNarrowedType(types: Types | undefined, use: Node): boolean {
  const type = use.parent?.type === 'TSTypeQuery' ? undefined : types?.of(use)
  return type !== undefined && type.kind !== 'any'
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
export function takesUnknown(source: Source, node: Node, types?: Types): boolean {
  return isTakenAnywhere(source, node) || (types !== undefined && isOpenPlace(types, node))
}

function isTakenAnywhere(source: Source, node: Node): boolean {
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
        (/^[!=]==?$/.test(parent.operator) && (isNullish(parent.left) || isNullish(parent.right))) ||
        (parent.operator === 'instanceof' && parent.left === node)
      )
    case 'Property':
      return isErrorCause(source, parent)
    case 'CallExpression':
      return parent.callee !== node && isTaker(source, parent.callee, parent.arguments[0] === node)
    default:
      return false
  }
}

/** A comparison with another value narrows `unknown` to it, and not `any`. */
function isNullish(node: Node): boolean {
  return (
    (node.type === 'Literal' && node.value === null && node.raw === 'null') ||
    (node.type === 'Identifier' && node.name === 'undefined')
  )
}

/** `new Error('…', { cause: error })` */
function isErrorCause(source: Source, property: TSESTree.Property): boolean {
  const made = property.parent.parent
  return (
    nameOfKey(property) === 'cause' &&
    made?.type === 'NewExpression' &&
    made.callee.type === 'Identifier' &&
    /^(?:Type|Range|Syntax|Reference)?Error$/.test(made.callee.name) &&
    isGlobal(source, made.callee, made.callee.name)
  )
}

function isTaker(source: Source, callee: Node, isFirst: boolean): boolean {
  if (callee.type === 'Identifier') return isFirst && (isGlobal(source, callee, ...takers) || isReject(source, callee))
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false
  const { name } = callee.object
  const method = nameOfKey(callee) ?? ''
  const takesEach = name === 'console' && method !== 'dir'
  return (isFirst || takesEach) && isGlobal(source, callee.object, name) && (takerMembers[name]?.has(method) ?? false)
}

/** `reject` in `new Promise((resolve, reject) => …)` */
function isReject(source: Source, callee: TSESTree.Identifier): boolean {
  const definition = variableOf(source, callee)?.defs[0]
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false
  const { parent, params } = definition.node
  return (
    definition.name.type === 'Identifier' &&
    !definition.name.typeAnnotation &&
    params[1] === definition.name &&
    parent.type === 'NewExpression' &&
    parent.callee.type === 'Identifier' &&
    isGlobal(source, parent.callee, 'Promise')
  )
}

/** Under a test that narrows `any` and `unknown` alike: `error instanceof Error`, `typeof x === 'string'`. */
function isNarrowed(source: Source, use: TSESTree.Identifier): boolean {
  let child: Node = use
  for (let { parent }: Node = use; parent && !isFunction(parent); { parent } = parent) {
    const guard =
      (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && parent.consequent === child
        ? parent.test
        : parent.type === 'LogicalExpression' && parent.operator === '&&' && parent.right === child
          ? parent.left
          : undefined
    if (guard && narrows(source, guard, use.name)) return true
    child = parent
  }
  return false
}

function narrows(source: Source, test: Node, name: string): boolean {
  if (test.type === 'LogicalExpression' && test.operator === '&&') {
    return narrows(source, test.left, name) || narrows(source, test.right, name)
  }
  if (test.type !== 'BinaryExpression') return false
  if (test.operator === 'instanceof') return isNamed(test.left, name) && isKnownClass(source, test.right)
  return (
    test.operator === '===' &&
    test.left.type === 'UnaryExpression' &&
    test.left.operator === 'typeof' &&
    isNamed(test.left.argument, name) &&
    test.right.type === 'Literal' &&
    ['string', 'number', 'boolean', 'bigint', 'symbol', 'undefined'].includes(String(test.right.value))
  )
}

const builtInClasses =
  /^(?:(?:Type|Range|Syntax|Reference|Eval|URI|Aggregate)?Error|DOMException|Date|Map|Set|RegExp|URL|Promise)$/

/** A class that has a type for sure: a built-in, or one of the project. One of a package may itself be `any`. */
function isKnownClass(source: Source, node: Node): boolean {
  if (node.type !== 'Identifier') return false
  const definition = variableOf(source, node)?.defs[0]
  if (!definition) return builtInClasses.test(node.name)
  if (definition.type === 'ClassName') return true
  return (
    definition.type === 'ImportBinding' &&
    definition.parent.type === 'ImportDeclaration' &&
    isOfProject(definition.parent.source.value)
  )
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

/** The variable that an annotation gives its type to, when the file alone decides how it is used. */
export function annotatedVariable(source: Source, type: TSESTree.TypeNode, types?: Types): Variable | undefined {
  const annotation = type.parent
  const name = annotation.parent
  if (annotation.type !== 'TSTypeAnnotation' || name?.type !== 'Identifier' || name.typeAnnotation !== annotation)
    return undefined
  const owner = ownerOf(source, name, types)
  if (!owner || isExported(owner)) return undefined
  return source.getDeclaredVariables?.(owner).find(({ identifiers }) => identifiers.includes(name))
}

function isExported(owner: Node): boolean {
  return owner.type === 'VariableDeclarator' && owner.parent.parent.type === 'ExportNamedDeclaration'
}

/** The function with a body, the `catch` or the declaration whose parameter or variable the name is. */
function ownerOf(source: Source, name: TSESTree.Identifier, types: Types | undefined): Node | undefined {
  const { parent } = name
  if (parent.type === 'CatchClause') return parent
  if (parent.type === 'VariableDeclarator') return isAmbient(parent) ? undefined : parent
  if (name.name === 'this' || !isFunction(parent) || !parent.params.includes(name)) return undefined
  const isFree =
    takesAnything(source, parent) ||
    (types !== undefined && takesAnyCallback(types, parent, parent.params.indexOf(name)))
  return isFree ? parent : undefined
}

/** `declare const value`, `declare global { var value }` */
function isAmbient({ parent }: TSESTree.VariableDeclarator): boolean {
  return parent.declare || ancestor(parent, (node) => node.type === 'TSModuleDeclaration') !== undefined
}

/**
 * Calls whose callback gets what it gets, whatever it says it takes. Not `filter`, `find` and `every`: they make a type of
 * what a callback finds out, as `(value: unknown) => value !== null` does.
 */
const callbackTakers = new Set('catch then forEach some findIndex findLastIndex'.split(' '))

/** Whether no one looks at the type of a function's parameter but those who call it. */
function takesAnything(source: Source, owner: FunctionNode): boolean {
  const { parent } = owner
  if (owner.type === 'FunctionDeclaration') {
    const [variable] = owner.id ? (source.getDeclaredVariables?.(owner) ?? []) : []
    return (
      parent.type !== 'ExportNamedDeclaration' &&
      parent.type !== 'ExportDefaultDeclaration' &&
      variable !== undefined &&
      variable.references.every(
        ({ identifier }) => identifier.parent.type === 'CallExpression' && identifier.parent.callee === identifier,
      )
    )
  }
  // A public method's parameters are a type that others may ask for: `Parameters<A['run']>`.
  if (parent.type === 'MethodDefinition')
    return parent.kind === 'method' && (parent.accessibility === 'private' || parent.key.type === 'PrivateIdentifier')
  return (
    parent.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    callbackTakers.has(nameOfKey(parent.callee) ?? '')
  )
}
