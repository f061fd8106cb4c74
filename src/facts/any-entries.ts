import type { TSESTree } from '@typescript-eslint/utils'
import type { Type, Types } from '../types/type.ts'
import { holdsAny, isForeign, isListOfAny, isOfPlatform } from './any-types.ts'
import { calledFunction } from './call-sites.ts'
import { calledName } from './calls.ts'
import {
  ancestor,
  contains,
  descendants,
  isClass,
  isFunction,
  nameOfKey,
  variableOf,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
  type Variable,
} from './source.ts'
import { isUntypedModule } from './untyped-modules.ts'

type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** Where `any` gets into a file, though nobody wrote it. */
export interface Entry {
  /** The call, the member or the import that brings it. */
  readonly node: Node
  readonly kind: 'value' | 'module'
}

/** Further than any value is handed on. */
const deepest = 40

/** The expressions that an expression takes its value, or a part of it, from. */
export function partsOf(given: Node): readonly Node[] {
  const node = bare(given)
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(partsOf)
    case 'LogicalExpression':
      return [node.left, node.right].flatMap(partsOf)
    case 'ObjectExpression':
      return node.properties.flatMap((one) => partsOf(one.type === 'SpreadElement' ? one.argument : one.value))
    case 'ArrayExpression':
      return node.elements.flatMap((one) => (one ? partsOf(one.type === 'SpreadElement' ? one.argument : one) : []))
    case 'Identifier':
    case 'MemberExpression':
    case 'CallExpression':
    case 'NewExpression':
      return [node]
    default:
      return []
  }
}

/** The expression without what leaves the question of its type open: `await x`, `x!`, `(a, x)`; a cast answers it. */
function bare(node: Node): Node {
  switch (node.type) {
    case 'AwaitExpression':
      return bare(node.argument)
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return bare(node.expression)
    case 'SequenceExpression': {
      const last = node.expressions.at(-1)
      return last ? bare(last) : node
    }
    case 'AssignmentExpression':
      return bare(node.right)
    default:
      return node
  }
}

/** Follows values of type `any` back to where they got it, within one file. */
export class AnyEntries {
  private readonly seen = new Set<Node>()
  private readonly context: RuleContext
  private readonly source: Source
  private readonly types: Types

  constructor(context: RuleContext, types: Types) {
    this.context = context
    this.source = context.sourceCode
    this.types = types
  }

  /** Where the `any` in an expression entered; `undefined` when it holds none, or somebody wrote it somewhere. */
  of(value: Node): Entry | undefined {
    this.seen.clear()
    return this.ofAnyOf(partsOf(value))
  }

  private ofAnyOf(parts: readonly Node[]): Entry | undefined {
    for (const part of parts) {
      const entry = this.trace(part)
      // Asked last: the type of a call is dear, and most values come from where no unwritten `any` does.
      if (entry && this.isOpen(part)) return entry
    }
    return undefined
  }

  /** Whether the checker says `any` of it, or knows nothing, as of what an untyped module exports. */
  private isOpen(node: Node): boolean {
    const type = this.types.of(node)
    return !type || holdsAny(type.awaited) || (node.type === 'Identifier' && this.isLiteral(node))
  }

  /** A name of an object or a list that the file writes down: its parts have types, it has none of its own. */
  private isLiteral(name: TSESTree.Identifier): boolean {
    const definition = variableOf(this.source, name)?.defs[0]
    const init = definition?.type === 'Variable' && definition.node.id === definition.name && definition.node.init
    return init ? init.type === 'ObjectExpression' || init.type === 'ArrayExpression' : false
  }

  private trace(node: Node): Entry | undefined {
    if (this.seen.has(node) || this.seen.size > deepest) return undefined
    this.seen.add(node)
    switch (node.type) {
      case 'Identifier':
        return this.ofName(node)
      case 'MemberExpression':
        return this.ofMember(node)
      case 'CallExpression':
      case 'NewExpression':
        return this.ofCall(node)
      default:
        return undefined
    }
  }

  private ofName(name: TSESTree.Identifier): Entry | undefined {
    const variable = variableOf(this.source, name)
    const definition = variable?.defs[0]
    if (!variable || isChecked(variable)) return undefined
    switch (definition?.type) {
      case 'ImportBinding':
        return this.ofImport(definition.node)
      case 'Variable':
        return this.ofVariable(variable, definition.node)
      case 'Parameter':
        return this.ofParameter(definition.node, definition.name)
      default:
        return undefined
    }
  }

  private ofVariable(variable: Variable, { id, init, parent }: TSESTree.VariableDeclarator): Entry | undefined {
    if (id.typeAnnotation) return undefined
    if (init && id.type === 'ObjectPattern') return this.ofPattern(id, variable, init)
    const loop = parent.parent.type === 'ForOfStatement' && parent.parent.left === parent ? parent.parent : undefined
    const values = [loop?.right, init, ...variable.references.map(({ writeExpr }) => writeExpr)]
    return this.ofAnyOf(values.flatMap((value) => (value ? partsOf(value) : [])))
  }

  /** `{ data }` of an answer, which has its type by its declaration, as `answer.data` has. */
  private ofPattern(pattern: TSESTree.ObjectPattern, { identifiers }: Variable, value: Node): Entry | undefined {
    const type = this.types.of(value)
    if (!type || holdsAny(type)) return this.ofAnyOf(partsOf(value))
    const taken = pattern.properties.find((one) => identifiers.some((name) => contains(one, name)))
    const name = taken?.type === 'Property' ? nameOfKey(taken) : undefined
    const declared = name === undefined ? undefined : type.propertyDeclaration(name)
    return taken && declared && isForeign(declared) ? this.ofReceiver(value, type, taken) : undefined
  }

  /** What a callback is handed by a promise or a list: `.then((data) => …)`; what a pattern takes out of a parameter. */
  private ofParameter(owner: Node, name: Node): Entry | undefined {
    const parameters = isFunction(owner) ? owner.params : []
    const own = parameters.find((one) => contains(one, name))
    const annotation = own && annotationOf(own)
    if (own?.type === 'ObjectPattern') return this.ofParameterPattern(own, name, annotation)
    const call = owner.parent
    if (own !== parameters[0] || annotation || call?.type !== 'CallExpression') return undefined
    const { callee } = call
    return callee.type === 'MemberExpression' && handing.has(nameOfKey(callee) ?? '')
      ? this.ofAnyOf(partsOf(callee.object))
      : undefined
  }

  /** `({ body }: Request) => …` */
  private ofParameterPattern(
    pattern: TSESTree.ObjectPattern,
    name: Node,
    annotation: TSESTree.TypeNode | undefined,
  ): Entry | undefined {
    const taken = pattern.properties.find((one) => contains(one, name))
    const key = taken?.type === 'Property' ? nameOfKey(taken) : undefined
    const declared = key === undefined ? undefined : this.types.of(pattern)?.propertyDeclaration(key)
    return taken && declared && isForeign(declared) && this.isUnwritten(annotation)
      ? { node: taken, kind: 'value' }
      : undefined
  }

  private ofImport(node: TSESTree.ImportClause | TSESTree.TSImportEqualsDeclaration): Entry | undefined {
    const { parent } = node
    if (parent.type !== 'ImportDeclaration') return undefined
    const declared = this.types.declarationOf(parent.source)
    const type = this.types.of('local' in node ? node.local : node)
    // `declare module 'legacy'` is a declaration, and says nothing of what the module has.
    const isUntyped = declared ? type?.kind === 'any' : isUntypedModule(parent.source.value, this.context.filename)
    return isUntyped ? { node: parent.source, kind: 'module' } : undefined
  }

  private ofMember(node: TSESTree.MemberExpression): Entry | undefined {
    const { object } = node
    if (object.type === 'ThisExpression' || !this.isFromOutside(object)) return undefined
    const type = this.types.of(object)
    if (!type || holdsAny(type)) return this.ofAnyOf(partsOf(object))
    const declared = this.types.declarationOf(node)
    return declared && isForeign(declared) ? this.ofReceiver(object, type, node) : undefined
  }

  /** Whether a value may be what a package or the platform gave, as far as calls of the project's own functions tell. */
  private isFromOutside(given: Node): boolean {
    const node = bare(given)
    if (node.type === 'MemberExpression') return this.isFromOutside(node.object)
    if (node.type === 'CallExpression') {
      const own = calledFunction(this.source, node)
      const declared = own ? undefined : this.types.declarationOf(node.callee)
      return own ? !own.returnType : !declared || isForeign(declared)
    }
    const definition = node.type === 'Identifier' ? variableOf(this.source, node)?.defs[0] : undefined
    const { init, id } = definition?.type === 'Variable' ? definition.node : {}
    return !init || Boolean(id?.typeAnnotation) || bare(init).type === 'Identifier' || this.isFromOutside(init)
  }

  /** What hands out `any` by its declaration, or because its type parameters were left to their defaults. */
  private ofReceiver(object: Node, type: Type, taken: Node): Entry | undefined {
    const isGeneric = type.parts.some((part) => part.typeArguments.some((argument) => hasAny(argument)))
    return isGeneric ? this.ofGeneric(bare(object), taken) : { node: taken, kind: 'value' }
  }

  private ofGeneric(object: Node, taken: Node): Entry | undefined {
    if (object.type === 'CallExpression' || object.type === 'NewExpression') return this.ofCall(object)
    if (object.type === 'MemberExpression' && object.object.type === 'ThisExpression') {
      return this.isUnwritten(annotationOfField(object)) ? { node: taken, kind: 'value' } : undefined
    }
    if (object.type === 'MemberExpression') {
      const declared = this.types.declarationOf(object)
      return declared && isForeign(declared) ? this.ofGeneric(bare(object.object), taken) : undefined
    }
    const definition = object.type === 'Identifier' ? variableOf(this.source, object)?.defs[0] : undefined
    if (definition?.type === 'Variable' && !definition.node.id.typeAnnotation && definition.node.init) {
      return this.ofGeneric(bare(definition.node.init), taken)
    }
    const annotation = definition && annotationOf(definition.name)
    if (definition?.type === 'Parameter' && !annotation) return { node: taken, kind: 'value' }
    return this.isUnwritten(annotation) ? { node: taken, kind: 'value' } : undefined
  }

  /** Whether a type names nothing of the project, and has no `any` in it: `Request`, `Job<Payload>`. */
  private isUnwritten(annotation: TSESTree.TypeNode | undefined): boolean {
    if (!annotation) return false
    for (const node of descendants(this.source, annotation)) {
      if (node.type === 'TSAnyKeyword') return false
      const name = node.type === 'TSTypeReference' ? this.types.declarationOf(node.typeName) : undefined
      if (name && !isForeign(name)) return false
    }
    return true
  }

  private ofCall(call: Call): Entry | undefined {
    const own = call.type === 'CallExpression' ? calledFunction(this.source, call) : undefined
    if (own) return own.returnType ? undefined : this.ofAnyOf(returnedBy(this.source, own))
    const handed = this.ofCallback(call)
    if (handed) return handed
    const { callee } = call
    const type = this.types.of(callee)
    const receiver = callee.type === 'MemberExpression' ? callee.object : undefined
    if (!type || type.kind === 'any') return this.ofAnyOf(partsOf(callee))
    if (receiver && holdsAny(this.types.of(receiver))) return this.ofAnyOf(partsOf(receiver))
    if (type.declaration?.name === 'Function' && isOfPlatform(type.declaration)) return { node: call, kind: 'value' }
    return this.ofForeign(call, type)
  }

  /** What a package or the platform hands out: because it says so, or for want of a type argument. */
  private ofForeign(call: Call, { returns }: Type): Entry | undefined {
    const { callee } = call
    const declared = this.types.declarationOf(callee)
    if (!declared || !isForeign(declared) || (call.typeArguments && this.hasWrittenAny(call.typeArguments)))
      return undefined
    const isFixed = returns.length > 0 && returns.every((one) => holdsAny(one))
    if (!isFixed && ((returns.length > 0 && !returns.some(mayHoldAny)) || !hasAny(this.types.of(call))))
      return undefined
    const given = isFixed ? undefined : this.givenAny(call)
    if (given) return this.ofAnyOf(isFunction(given) ? returnedBy(this.source, given) : partsOf(given))
    const receiver = callee.type === 'MemberExpression' ? callee.object : undefined
    const type = receiver && this.types.of(receiver)
    return type ? this.ofReceiver(receiver, type, call) : { node: call, kind: 'value' }
  }

  /** `.then((response) => response.json())` */
  private ofCallback(call: Call): Entry | undefined {
    if (call.callee.type !== 'MemberExpression' || !handing.has(calledName(call))) return undefined
    const [callback] = call.arguments
    const isOpenCallback = callback && isFunction(callback) && !callback.returnType
    return isOpenCallback ? this.ofAnyOf(returnedBy(this.source, callback)) : undefined
  }

  /** The argument that a generic call got its `any` from. */
  private givenAny(call: Call): Node | undefined {
    return call.arguments.find((argument) =>
      isFunction(argument)
        ? returnedBy(this.source, argument).some((part) => this.isOpen(part))
        : argument.type !== 'SpreadElement' && holdsAny(this.types.of(argument)),
    )
  }

  private hasWrittenAny(node: Node): boolean {
    return [...descendants(this.source, node)].some(({ type }) => type === 'TSAnyKeyword')
  }
}

/** Methods of promises and lists that hand what they hold to a callback, some of which give what it returns. */
const handing = new Set(['then', 'map', 'flatMap', 'forEach', 'filter', 'find'])

/** Whether `any` stands anywhere in a type argument, as in `AxiosResponse<any>`. */
function hasAny(type: Type | undefined, depth = 0): boolean {
  if (!type) return false
  return type.kind === 'any' || (depth < 2 && type.typeArguments.some((argument) => hasAny(argument, depth + 1)))
}

/** Whether what a signature returns is `any`, or may turn out to be: a type that is open may, alone or in a promise. */
function mayHoldAny(type: Type, depth = 0): boolean {
  if (['any', 'parameter', 'open'].includes(type.kind)) return true
  if (type.kind === 'union') return type.parts.some((part) => mayHoldAny(part, depth + 1))
  const isOwn = type.declaration !== undefined && !isOfPlatform(type.declaration)
  return (
    depth < 3 &&
    type.typeArguments.some((one) => (isOwn ? one.kind === 'any' || isListOfAny(one) : mayHoldAny(one, depth + 1)))
  )
}

/** The values that a function returns by itself. */
function returnedBy(source: Source, owner: FunctionNode): readonly Node[] {
  if (owner.body.type !== 'BlockStatement') return partsOf(owner.body)
  const parts: Node[] = []
  for (const node of descendants(source, owner.body, (inner) => !isFunction(inner) && !isClass(inner))) {
    if (node.type === 'ReturnStatement' && node.argument) parts.push(...partsOf(node.argument))
  }
  return parts
}

/** Words of functions that look at a value and throw, or say no, when it is not what it should be. */
const checking = /^(?:assert|check|ensure|validate|verify|parse|decode|guard|is(?=[A-Z]))|valid|schema/i

/** Whether a variable is handed to something that checks it, by its name. */
function isChecked({ references }: Variable): boolean {
  return references.some(({ identifier: { parent }, identifier }) => {
    const isArgument = parent.type === 'CallExpression' && parent.callee !== identifier
    return isArgument && checking.test(calledName(parent))
  })
}

function annotationOf(name: Node): TSESTree.TypeNode | undefined {
  return 'typeAnnotation' in name && name.typeAnnotation?.type === 'TSTypeAnnotation'
    ? name.typeAnnotation.typeAnnotation
    : undefined
}

/** The type that a class gives to `this.name`: of a field, or of a parameter of its constructor. */
function annotationOfField(node: TSESTree.MemberExpression): TSESTree.TypeNode | undefined {
  const name = nameOfKey(node)
  for (const member of ancestor(node, isClass)?.body.body ?? []) {
    if (member.type === 'PropertyDefinition' && nameOfKey(member) === name) return member.typeAnnotation?.typeAnnotation
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue
    for (const parameter of member.value.params) {
      const given = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined
      const own = given?.type === 'AssignmentPattern' ? given.left : given
      if (own?.type === 'Identifier' && own.name === name) return own.typeAnnotation?.typeAnnotation
    }
  }
  return undefined
}
