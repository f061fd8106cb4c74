import type { TSESTree } from '@typescript-eslint/utils'
import { isListenerFile } from './background.ts'
import { layerOf } from './layers.ts'
import {
  descendants,
  isClass,
  isFunction,
  isGlobal,
  nameOfKey,
  unwrapped,
  type ClassNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { hasWord } from './words.ts'

/** Whether a class leaves its file: by `export`, in a list of exports, or by `module.exports`. */
export function isExported(source: Source, node: ClassNode): boolean {
  const statement = node.parent.type === 'VariableDeclarator' ? node.parent.parent : node
  if (/^Export(?:Named|Default)Declaration$/.test(statement.parent.type)) return true
  if (isAssignedToExports(node)) return true
  const declarations = node.parent.type === 'VariableDeclarator' ? [node.parent] : [node]
  // A class has two names: one for the file, and one for itself.
  const variables = declarations.flatMap((one) => source.getDeclaredVariables?.(one) ?? [])
  return variables.some(({ references }) => references.some(({ identifier }) => isInExports(identifier)))
}

/** Whether a file asks for a class that it keeps to itself, and so catches what it throws: `error instanceof Skip`. */
export function isCaughtHere(source: Source, node: ClassNode): boolean {
  const declaration = node.parent.type === 'VariableDeclarator' ? node.parent : node
  const variables = source.getDeclaredVariables?.(declaration) ?? []
  return variables.some(({ references }) =>
    references.some(
      ({ identifier: { parent } }) => parent?.type === 'BinaryExpression' && parent.operator === 'instanceof',
    ),
  )
}

/** Whether a class is thrown by a handler, a service or the like in its own file. */
export function isThrownInLayer(context: RuleContext, node: ClassNode): boolean {
  const declaration = node.parent.type === 'VariableDeclarator' ? node.parent : node
  const variables = context.sourceCode.getDeclaredVariables?.(declaration) ?? []
  return variables.some(({ references }) =>
    references.some(({ identifier: { parent } }) => {
      const isThrown = parent?.type === 'NewExpression' && parent.parent.type === 'ThrowStatement'
      return isThrown && !isInTry(parent) && layerOf(context, parent) !== undefined
    }),
  )
}

/** What is thrown in a `try` may not get past its `catch`. */
function isInTry(node: Node): boolean {
  for (let child = node, { parent } = node; parent && !isFunction(child); child = parent, { parent } = parent) {
    if (parent.type === 'TryStatement' && parent.handler && child === parent.block) return true
  }
  return false
}

/** `module.exports = class …`, `exports.NotFound = class …` */
function isAssignedToExports({ parent }: Node): boolean {
  return parent?.type === 'AssignmentExpression' && isExports(parent.left)
}

function isExports(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'Identifier') return node.name === 'exports'
  if (node.type !== 'MemberExpression') return false
  return (
    (nameOfKey(node) === 'exports' && node.object.type === 'Identifier' && node.object.name === 'module') ||
    isExports(node.object)
  )
}

/** `export { NotFound }`, `module.exports = { NotFound }` */
function isInExports(name: Node): boolean {
  for (let { parent } = name; parent; { parent } = parent) {
    if (parent.type === 'ExportSpecifier' || parent.type === 'ExportDefaultDeclaration') return true
    if (parent.type === 'AssignmentExpression') return isExports(parent.left)
    if (parent.type !== 'Property' && parent.type !== 'ObjectExpression') return false
  }
  return false
}

const causeName = /^(?:cause|originalError|innerError|original|inner|previous)$/

/** The parameter of a constructor that is a cause, and gets nowhere. */
export function leavesOutCause(source: Source, { body, superClass }: ClassNode): string | undefined {
  const constructor = body.body.find((one) => one.type === 'MethodDefinition' && one.kind === 'constructor')
  if (constructor?.type !== 'MethodDefinition' || !constructor.value.body) return undefined
  const isPlain = superClass?.type === 'Identifier' && isGlobal(source, superClass, 'Error', 'TypeError', 'RangeError')
  const isLost = (one: TSESTree.Parameter) =>
    !isRead(source, one, constructor.value) || (isPlain && standsForOptions(source, one, constructor.value))
  const dropped = constructor.value.params.find((one) => isCause(one) && isLost(one))
  const name = dropped && nameIn(dropped)
  return name?.name
}

function nameIn(parameter: TSESTree.Parameter): TSESTree.Identifier | undefined {
  const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  return name.type === 'Identifier' ? name : undefined
}

/** `cause`, `options`, `options?: ErrorOptions`, `options: { cause?: unknown }` */
function isCause(parameter: TSESTree.Parameter): boolean {
  const name = nameIn(parameter)
  const type = name?.typeAnnotation?.typeAnnotation
  if (!name) return false
  return causeName.test(name.name) || (type ? holdsCause(type) : name.name === 'options')
}

/** Whether a cause does nothing but stand where an error expects `{ cause }`: `super(message, cause)`. */
function standsForOptions(source: Source, parameter: TSESTree.Parameter, owner: Node): boolean {
  const name = nameIn(parameter)
  if (!name || !causeName.test(name.name) || (name.typeAnnotation && holdsCause(name.typeAnnotation.typeAnnotation)))
    return false
  const variable = source.getDeclaredVariables?.(owner).find(({ identifiers }) => identifiers.includes(name))
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? []
  return reads.length === 1 && reads.every(({ identifier }) => isSecondOfSuper(identifier))
}

function isSecondOfSuper(node: Node): boolean {
  const { parent } = node
  return parent?.type === 'CallExpression' && parent.callee.type === 'Super' && parent.arguments[1] === node
}

function holdsCause(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSTypeLiteral')
    return type.members.some((one) => one.type === 'TSPropertySignature' && nameOfKey(one) === 'cause')
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'ErrorOptions'
}

function isRead(source: Source, parameter: TSESTree.Parameter, owner: Node): boolean {
  const name = nameIn(parameter)
  const variable = name && source.getDeclaredVariables?.(owner).find(({ identifiers }) => identifiers.includes(name))
  // Nested functions and classes see it as well.
  return variable?.references.some((reference) => reference.isRead()) ?? [...descendants(source, owner)].some(isClass)
}

const infrastructure =
  /^(?:lib|libs|sdk|clients?|plugins?|queues?|workers?|jobs|db|database|infra|infrastructure|adapters?|drivers?|parsers?|compiler|utils?|helpers?|integrations?|connectors?|providers?|cli|scripts?)$/
const errorWords = new Set(['error', 'errors', 'exception', 'exceptions'])
const textWords = new Set(['syntax', 'parser', 'parsing', 'lexer', 'tokenizer'])

/**
 * Whether a file is there for the errors of an application: by how it or its folder is called, or since it holds nothing
 * else. Those of a tool of the program are caught on the way.
 */
export function isForErrors(source: Source, filename: string): boolean {
  const names = filename.replaceAll('\\', '/').split('/')
  // A worker has nobody to answer.
  if (isListenerFile(filename) || names.some((name) => /^workers?$/.test(name))) return false
  const inner = names.slice(names.lastIndexOf('src') + 1)
  // `parser/syntax-error.ts` is about a mistake in a text, `lib/errors.ts` about those of the application.
  if (inner.some((name) => hasWord(name, textWords))) return false
  if (inner.some((name) => hasWord(name, errorWords))) return true
  return !inner.some((name) => infrastructure.test(name)) && source.ast.body.every(isOfErrors)
}

/** By its own name, or by that of what it extends. */
function isNamedError({ id, superClass }: ClassNode): boolean {
  const names = [id?.name ?? '', superClass?.type === 'Identifier' ? superClass.name : '']
  return names.some((name) => /(?:Error|Exception)$/.test(name))
}

/** Imports, types, exports and classes of errors: nothing that does any work. */
function isOfErrors(statement: Node): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
    case 'EmptyStatement':
      return true
    case 'ClassDeclaration':
      return isNamedError(statement)
    case 'ExportNamedDeclaration':
      return statement.declaration === null || isOfErrors(statement.declaration)
    case 'ExportDefaultDeclaration':
      return statement.declaration.type === 'Identifier' || isOfErrors(statement.declaration)
    case 'VariableDeclaration':
      return statement.declarations.every(({ init }) => init !== null && !isFunction(init))
    case 'ExpressionStatement':
      return statement.expression.type === 'AssignmentExpression' || statement.expression.type === 'Literal'
    default:
      return false
  }
}
