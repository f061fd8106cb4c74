import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, lastNameOf } from './calls.ts'
import { rejectionOf } from './rejections.ts'
import {
  decoratorsOf,
  interfacesOf,
  isClass,
  isFunction,
  nameOfKey,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
  type Variable,
} from './source.ts'

/** An error that a `catch`, a callback or an error handler is given. */
export interface CaughtError {
  readonly variable: Variable
  /** What binds it: the `catch` clause, or the function. */
  readonly owner: TSESTree.CatchClause | FunctionNode
  /** The source says which class it is of, and that is not merely `Error`. */
  readonly isKnown: boolean
}

/** The error that a name stands for as it was caught; `undefined` for any other value. */
export function caughtErrorOf(source: Source, name: TSESTree.Identifier): CaughtError | undefined {
  const variable = variableOf(source, name)
  const definition = variable?.defs[0]
  if (!variable || !definition) return undefined
  if (definition.type === 'CatchClause') {
    const { param } = definition.node
    return param?.type === 'Identifier' ? { variable, owner: definition.node, isKnown: false } : undefined
  }
  if (definition.type !== 'Parameter' || !isFunction(definition.node)) return undefined
  const owner = definition.node
  const parameter = owner.params.findIndex((one) => withoutDefault(one) === definition.name)
  const type = annotated(definition.name)
  if (parameter < 0 || !bindsError(owner, parameter, variable.name, type)) return undefined
  return { variable, owner, isKnown: type !== undefined && isSpecific(type) }
}

function withoutDefault(parameter: TSESTree.Parameter): Node {
  return parameter.type === 'AssignmentPattern' ? parameter.left : parameter
}

function annotated(name: Node): TSESTree.TypeNode | undefined {
  return name.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined
}

const errorName = /^_?(?:err|error|e|ex|exception)$/i

function bindsError(owner: FunctionNode, at: number, name: string, type: TSESTree.TypeNode | undefined): boolean {
  if (type && !mayBeError(type)) return false
  if (isErrorFormatter(owner)) return true
  if (at > 0) return errorName.test(name) && type !== undefined && isErrorType(type)
  if (isRejectionHandler(owner) || isExceptionFilter(owner) || isErrorHandlerByForm(owner)) return true
  if (!errorName.test(name)) return false
  if (isErrorMiddleware(owner) || isErrorCallback(owner, name)) return true
  // A function by itself: it may as well be given a text, unless the name or the type says that it is not.
  return /^err$/.test(name) || (type !== undefined && isErrorType(type))
}

/** `.catch((reason) => …)` */
export function isRejectionHandler(owner: FunctionNode): boolean {
  return owner.parent.type === 'CallExpression' && rejectionOf(owner.parent)?.handler === owner
}

/** What servers of GraphQL call the function through which each error goes out. */
export const formatterName = /^(?:formatError|customFormatErrorFn|errorFormatter)$/

/** `{ formatError: (formatted, error) => … }`, `function formatError(error) {…}` */
function isErrorFormatter(owner: FunctionNode): boolean {
  const { parent } = owner
  const named = parent.type === 'VariableDeclarator' ? parent.id : owner.id
  if (named?.type === 'Identifier' && formatterName.test(named.name)) return true
  return parent.type === 'Property' && formatterName.test(nameOfKey(parent) ?? '')
}

/** `catch(exception, host)` of a class that is an exception filter. */
function isExceptionFilter({ parent }: FunctionNode): boolean {
  if (parent.type !== 'MethodDefinition' || nameOfKey(parent) !== 'catch') return false
  const owner = parent.parent.parent
  if (!isClass(owner)) return false
  const named = [...decoratorsOf(owner).map(({ expression }) => expression), ...interfacesOf(owner), owner.superClass]
  return named.some((one) => one && /^(?:Catch|\w*ExceptionFilter)$/.test(lastNameOf(one) ?? ''))
}

/** `(failure, req, res, next) => …`: with four parameters, a middleware is given an error first, whatever it calls it. */
function isErrorHandlerByForm({ params }: FunctionNode): boolean {
  const names = params.map((one) => (one.type === 'Identifier' ? one.name : ''))
  const [, asked = '', answer = '', next = ''] = names
  return (
    params.length === 4 &&
    /^_*req(?:uest)?$/.test(asked) &&
    /^_*res(?:ponse)?$/.test(answer) &&
    /^_*next$|^_+$/.test(next)
  )
}

const answerName = /^_?(?:res|response|reply|resp|ctx|c|context)$/i

/** `(err, req, res, next) => …`, `(error, c) => …` */
function isErrorMiddleware({ params }: FunctionNode): boolean {
  return params.length > 2
    ? params.slice(1).some((one) => one.type === 'Identifier' && answerName.test(one.name))
    : params[1]?.type === 'Identifier' && /^_?(?:c|ctx|context|reply|host)$/.test(params[1].name)
}

/** Calls that give a function something else: items of a list, or a failure that is a value of its own. */
const otherCallees =
  /^(?:map|forEach|filter|some|every|find|flatMap|reduce|sort|then|fold|foldW|match|matchW|mapLeft|mapErr|mapError|orElse|orElseW|getOrElse|getOrElseW|unwrapOrElse|catchTag|catchTags|chain|flatten|tapErr|with|when|otherwise|format)$/

/** `(err, rows) => …` as the last argument of a call, and what a call is given that speaks of errors. */
function isErrorCallback(owner: FunctionNode, name: string): boolean {
  const call = owner.parent
  if (call.type !== 'CallExpression' || call.callee === owner) return false
  if (otherCallees.test(calledName(call)) || !/^_?err(?:or)?$/i.test(name)) return false
  return call.arguments.at(-1) === owner
}

/** Whether a type leaves it open whether a value is an error; a text or a list of messages is none. */
function mayBeError(type: TSESTree.TypeNode): boolean {
  switch (type.type) {
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
    case 'TSTypeReference':
    case 'TSIntersectionType':
      return true
    case 'TSUnionType':
      return type.types.some(mayBeError)
    default:
      return false
  }
}

/** `(error as AppError)`: the author says which class it is of. */
export function isAssertedKnown(node: Node): boolean {
  return (node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion') && isSpecific(node.typeAnnotation)
}

/** `Error`, `unknown`, `Error | null` */
function isErrorType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnknownKeyword') return true
  if (type.type === 'TSUnionType') return type.types.some(isErrorType)
  return type.type === 'TSTypeReference' && /(?:Error|Exception)$/.test(typeName(type))
}

/** A class of errors of its own, that is: what it says was written to be read. */
function isSpecific(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') {
    return type.types.every((part) => /^TS(?:Null|Undefined)Keyword$/.test(part.type) || isSpecific(part))
  }
  return type.type === 'TSTypeReference' && !/^(?:Error|ErrnoException|any|Object)$/.test(typeName(type))
}

function typeName({ typeName: name }: TSESTree.TSTypeReference): string {
  return name.type === 'Identifier' ? name.name : name.type === 'TSQualifiedName' ? name.right.name : ''
}
