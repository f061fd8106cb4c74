import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Types } from '../types/type.ts'
import { holdsAny } from './any-types.ts'
import { isExported, isExportedClass } from './leaving.ts'
import {
  ancestor,
  contains,
  isClass,
  isFunction,
  nameOfKey,
  descendants,
  type FunctionNode,
  type Node,
  type Source,
  type Variable,
} from './source.ts'
import { takesUnknown } from './unknown.ts'

/** A name without a type, which the compiler may take for `any`, and what to ask it about. */
export interface Untyped {
  readonly name: Node
  /** Nodes to ask the checker about first. */
  readonly asks: readonly Node[]
  /** Whether the compiler takes it for `any` where a type would make a difference. */
  isAny(types: Types): boolean
}

/**
 * Calls the listener for names without a type: what is caught, parameters that others fill in, fields, and variables
 * that get their value later.
 */
export function onUntyped(source: Source, listener: (untyped: Untyped) => void): TSESLint.RuleListener {
  const parameters = (owner: FunctionNode) => {
    if (isCalledByOthers(source, owner))
      for (const name of owner.params) if (isBare(name)) listener(parameter(source, owner, name))
  }
  return {
    CatchClause({ param }) {
      if (param?.type === 'Identifier' && !param.typeAnnotation) listener(caught(source, param))
    },
    FunctionDeclaration: parameters,
    FunctionExpression: parameters,
    ArrowFunctionExpression: parameters,
    PropertyDefinition(node) {
      if (!node.typeAnnotation && !node.declare && isUnset(node.value)) listener(field(source, node))
    },
    VariableDeclarator(node) {
      const later = variableSetLater(source, node)
      if (later) listener(later)
    },
  }
}

/** A parameter that nothing is asked of may be anything; one that is a field as well is used elsewhere. */
function parameter(source: Source, owner: FunctionNode, name: TSESTree.Parameter): Untyped {
  const variables = source.getDeclaredVariables?.(owner) ?? []
  const reads = variables.filter(({ identifiers }) => identifiers.some((one) => contains(name, one))).flatMap(readsOf)
  return {
    name,
    asks: [name],
    isAny: (types) =>
      holdsAny(types.of(name)) &&
      (name.type === 'TSParameterProperty' || reads.some((read) => isFelt(source, read, types))),
  }
}

function caught(source: Source, name: TSESTree.Identifier): Untyped {
  const reads = readsOf(declaredVariable(source, name))
  return {
    name,
    asks: reads.slice(0, 1),
    isAny: (types) => reads.some((read) => isFelt(source, read, types)),
  }
}

/** Whether it makes a difference where a value is used that it is `any`, and not `unknown`. */
function isFelt(source: Source, use: Node, types: Types): boolean {
  if (!holdsAny(types.of(use)) || takesUnknown(source, use, types)) return false
  const { parent } = use
  if (isTested(source, use)) return false
  const expected = types.expectedOf(use)
  if (expected?.kind === 'any' || expected?.kind === 'unknown') return false
  // What `done: Function` is handed, nobody looks at.
  const callee = parent?.type === 'CallExpression' && parent.callee !== use ? types.of(parent.callee) : undefined
  return callee?.kind !== 'any' && callee?.declaration?.name !== 'Function'
}

/** `error instanceof ApiError && error.code`: narrowed, unless the checker does not know the class. */
function isTested({ text }: Source, use: Node): boolean {
  if (use.type !== 'Identifier') return false
  const test = `${use.name} instanceof `
  const guard = ancestor(
    use,
    (node) => isFunction(node) || (isGuard(node) && text.slice(node.range[0], use.range[0]).includes(test)),
  )
  return guard !== undefined && !isFunction(guard)
}

function isGuard(node: Node): boolean {
  if (node.type === 'LogicalExpression') return node.operator === '&&'
  return node.type === 'IfStatement' || node.type === 'ConditionalExpression'
}

function readsOf(variable: Variable | undefined): readonly Node[] {
  return (variable?.references ?? []).filter((one) => one.isRead()).map(({ identifier }) => identifier)
}

function declaredVariable(source: Source, name: TSESTree.Identifier): Variable | undefined {
  return source.getDeclaredVariables?.(name.parent).find(({ identifiers }) => identifiers.includes(name))
}

/** A function that is exported under its own name, or a method that others see: no callback, whose place says its type. */
function isCalledByOthers(source: Source, owner: FunctionNode): boolean {
  const { parent } = owner
  if (owner.type === 'FunctionDeclaration') return owner.id === null || isExported(source, owner.id)
  switch (parent.type) {
    case 'ExportDefaultDeclaration':
      return true
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && !parent.id.typeAnnotation && isExported(source, parent.id)
    case 'MethodDefinition':
      return (
        parent.accessibility !== 'private' &&
        parent.key.type !== 'PrivateIdentifier' &&
        isExportedClass(source, parent.parent.parent)
      )
    default:
      return false
  }
}

/** A parameter that says nothing of its type; that of a default value is its type, unless it is none. */
function isBare(name: TSESTree.Parameter): boolean {
  switch (name.type) {
    case 'AssignmentPattern':
      return !name.left.typeAnnotation && isUnset(name.right)
    case 'TSParameterProperty':
      return isBare(name.parameter)
    case 'Identifier':
    case 'RestElement':
      return !name.typeAnnotation
    default:
      return false
  }
}

/** `cache;`, `cache = null` and `list = []`: what the value says of the type is nothing. */
function isUnset(value: Node | null): boolean {
  if (value === null) return true
  return (
    (value.type === 'Literal' && value.raw === 'null') ||
    (value.type === 'Identifier' && value.name === 'undefined') ||
    (value.type === 'ArrayExpression' && value.elements.length === 0)
  )
}

/** A field is `any` by its declaration when none of the values that the class gives it is. */
function field(source: Source, node: TSESTree.PropertyDefinition): Untyped {
  return {
    name: node.key,
    asks: [node.key],
    isAny(types) {
      return holdsAny(types.of(node.key)) && !valuesOfField(source, node).some((value) => holdsAny(types.of(value)))
    },
  }
}

function valuesOfField(source: Source, field: TSESTree.PropertyDefinition): readonly Node[] {
  const name = nameOfKey(field)
  return [...descendants(source, field.parent, (inner) => !isClass(inner))].flatMap((node) =>
    node.type === 'AssignmentExpression' &&
    node.left.type === 'MemberExpression' &&
    node.left.object.type === 'ThisExpression' &&
    nameOfKey(node.left) === name
      ? [node.right]
      : [],
  )
}

/**
 * `let result`, `const rows = []`. Where implicit `any` is allowed, it is `any` whatever it is given; elsewhere, its type
 * is that of its values.
 */
function variableSetLater(source: Source, node: TSESTree.VariableDeclarator): Untyped | undefined {
  const { id, init, parent } = node
  const isList = init?.type === 'ArrayExpression'
  if (id.type !== 'Identifier' || id.typeAnnotation || !isUnset(init) || parent.declare) return undefined
  if (parent.parent.type === 'ForOfStatement' || parent.parent.type === 'ForInStatement') return undefined
  if (!isList && parent.kind === 'const') return undefined
  const variable = declaredVariable(source, id)
  const reads = isList ? readsOf(variable).filter((read) => !isFilled(read)) : readsOf(variable)
  if (!variable || reads.length === 0) return undefined
  const values = valuesOf(variable)
  return {
    name: id,
    asks: reads,
    isAny: (types) =>
      (!isList || values.length > 0) &&
      reads.some((read) => isFelt(source, read, types)) &&
      !values.some((value) => holdsAny(types.of(value))),
  }
}

/** `list.push(one)`, `list[0] = one`: such places make the type of the list. `list.join()` asks for none. */
function isFilled({ parent }: Node): boolean {
  if (parent?.type !== 'MemberExpression') return false
  return parent.computed
    ? parent.parent.type === 'AssignmentExpression' && parent.parent.left === parent
    : ['push', 'unshift', 'length', 'join', 'includes'].includes(nameOfKey(parent) ?? '')
}

/** What is assigned to a variable, or put into the list that it is. */
function valuesOf({ references }: Variable): readonly Node[] {
  return references.flatMap(({ identifier, writeExpr }) => {
    const { parent } = identifier
    const call = parent.type === 'MemberExpression' && parent.object === identifier ? parent.parent : undefined
    const put = call?.type === 'CallExpression' && call.callee === parent ? call.arguments : []
    return [...(writeExpr && !isUnset(writeExpr) ? [writeExpr] : []), ...put.filter((one) => !isFunction(one))]
  })
}
