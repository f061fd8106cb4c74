import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { typesOf } from '../types/here.ts'
import { catalogFor, originsFor } from './acts.ts'
import { names } from './catalog.ts'
import {
  descendants,
  isClass,
  isGlobal,
  nameOfKey,
  unwrapped,
  variableOf,
  type ClassNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'

/** A class of errors, and what is known of those that it makes. */
export interface ErrorClass {
  readonly node: ClassNode
  readonly name: string
  /** The members that its errors have, its own and those of its bases; `undefined` where a base is not known. */
  readonly members: ReadonlySet<string>
  /** Those of its bases alone. */
  readonly inherited: ReadonlySet<string>
  /** The class of the same file that it extends. */
  readonly base: ClassNode | undefined
}

/** Calls the listener for each class of a file that is an error, if all that it extends is known. */
export function onErrorClass(context: RuleContext, listener: (found: ErrorClass) => void): TSESLint.RuleListener {
  const visit = (node: ClassNode) => {
    const inherited = node.superClass ? membersOfBase(context, node, node.superClass, 0) : undefined
    if (!inherited) return
    const own = ownMembers(context.sourceCode, node)
    const name = nameOf(node)
    if (name === undefined) return
    const members = new Set([...inherited, ...own])
    const base = node.superClass ? localClass(context.sourceCode, node.superClass) : undefined
    listener({ node, name, members, inherited, base })
  }
  return { ClassDeclaration: visit, ClassExpression: visit }
}

function nameOf({ id, parent }: ClassNode): string | undefined {
  if (id) return id.name
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined
}

/** Classes of the language itself, all of which have a name that is not their own. */
const builtIn = [
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'AggregateError',
  'EvalError',
  'URIError',
]

/** Members that have what a row says of a class. */
const memberOf = { name: 'name', status: 'statusCode', code: 'code' } as const

/** What the errors of a base have; `undefined` where it is not known, or is no error. */
function membersOfBase(
  context: RuleContext,
  owner: ClassNode,
  given: Node,
  depth: number,
): ReadonlySet<string> | undefined {
  const node = unwrapped(given)
  if (node.type === 'Identifier' && isGlobal(context.sourceCode, node, ...builtIn)) return new Set()
  const local = localClass(context.sourceCode, node)
  if (local?.superClass && depth < 8) {
    const inherited = membersOfBase(context, local, local.superClass, depth + 1)
    return inherited && new Set([...inherited, ...ownMembers(context.sourceCode, local)])
  }
  if (local) return undefined
  return membersOfLibrary(context, node) ?? membersByType(context, owner)
}

function localClass(source: Source, given: Node): ClassNode | undefined {
  const node = unwrapped(given)
  const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
  if (definition?.type === 'ClassName') return isClass(definition.node) ? definition.node : undefined
  const init = definition?.type === 'Variable' ? definition.node.init : undefined
  return init && isClass(init) ? init : undefined
}

/** `class Missing extends HttpException` */
function membersOfLibrary(context: RuleContext, node: Node): ReadonlySet<string> | undefined {
  const origin = originsFor(context).of(node)
  if (origin?.kind !== 'export') return undefined
  const last = origin.name.slice(origin.name.lastIndexOf('.') + 1)
  const isUndeclared = origin.package === 'globalThis'
  const found = catalogFor(context)
    .rowsOf('http.error')
    .find(
      ({ row, package: from }) =>
        'new' in row && (isUndeclared || from === origin.package) && names(row.new).includes(last),
    )
  return found?.row.has && new Set(found.row.has.map((one) => memberOf[one]))
}

/** What a type checker knows of the errors of a class whose base stands in another file. */
function membersByType(context: RuleContext, owner: ClassNode): ReadonlySet<string> | undefined {
  const type = typesOf(context)?.of(owner)
  if (!type?.propertyNames.includes('stack')) return undefined
  // Whether a constructor elsewhere sets the name, no type says.
  return new Set([...type.propertyNames.filter((name) => name !== 'stack'), 'name'])
}

/** The members that a class declares, also by its constructor: `this.code = code`, `constructor(readonly code: string)`. */
function ownMembers(source: Source, { body, parent, id }: ClassNode): ReadonlySet<string> {
  const members = new Set<string>()
  const add = (name: string | undefined) => {
    if (name !== undefined) members.add(name)
  }
  for (const member of body.body) {
    if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature') continue
    // `static name` is that of the class; its errors have that of their base.
    if (member.static && member.key.type === 'Identifier' && member.key.name === 'name') continue
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') setIn(source, member).forEach(add)
    else if (
      member.type !== 'TSAbstractMethodDefinition' &&
      member.type !== 'TSAbstractPropertyDefinition' &&
      member.type !== 'TSAbstractAccessorProperty'
    )
      add(nameOfKey(member))
    else add(member.key.type === 'Identifier' ? member.key.name : undefined)
  }
  if (id) namedOutside(source, parent, id.name).forEach(add)
  return members
}

function setIn(source: Source, { value }: TSESTree.MethodDefinition): string[] {
  const parameters = value.params.flatMap((one) => {
    if (one.type !== 'TSParameterProperty') return []
    const name = one.parameter.type === 'AssignmentPattern' ? one.parameter.left : one.parameter
    return name.type === 'Identifier' ? [name.name] : []
  })
  const assigned = [...descendants(source, value)].flatMap((node) => {
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
      return node.left.object.type === 'ThisExpression' ? (nameOfKey(node.left) ?? []) : []
    }
    return node.type === 'CallExpression' ? setByCall(node) : []
  })
  return [...parameters, ...assigned]
}

/** `Object.defineProperty(this, 'name', …)`, `Object.assign(this, { code })` */
function setByCall({ callee, arguments: [target, what] }: TSESTree.CallExpression): string[] {
  if (callee.type !== 'MemberExpression' || target?.type !== 'ThisExpression' || !what) return []
  if (what.type === 'Literal') return [String(what.value)]
  if (what.type !== 'ObjectExpression') return ['code', 'statusCode', 'name']
  return what.properties.flatMap((one) =>
    one.type === 'Property' ? (nameOfKey(one) ?? []) : ['code', 'statusCode', 'name'],
  )
}

/** `NotFoundError.prototype.name = 'NotFoundError'` */
function namedOutside(source: Source, around: Node, name: string): string[] {
  const pattern = new RegExp(String.raw`\b${name}\.prototype\.(\w+)\s*=`, 'g')
  return around.type === 'Program' || around.parent
    ? [...source.text.matchAll(pattern)].flatMap(([, member]) => member ?? [])
    : []
}
