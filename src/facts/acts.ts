import type { TSESLint } from '@typescript-eslint/utils'
import type { Role } from '../roles.ts'
import { readSettings } from '../settings.ts'
import { typesOf } from '../types/here.ts'
import { catalogOf, plays, type Catalog, type RoleRow } from './catalog.ts'
import { importedName } from './exports-used.ts'
import { originsOf, type ActNode, type Origins } from './origin.ts'
import { nameOfKey, unwrapped, variableOf, type Node, type RuleContext } from './source.ts'

/** A row met in code: this call (or tag, or property) of this file plays a role. */
export interface Fact<R extends Role> {
  readonly node: ActNode
  readonly row: RoleRow<R>
  readonly package: string
  /** The export or the member acted on, as its package names it. */
  readonly name: string
}

/** The library knowledge that counts for a file: the plugin's and the user's. */
export function catalogFor(context: RuleContext): Catalog {
  return catalogOf(readSettings(context.settings))
}

export function originsFor(context: RuleContext): Origins {
  const catalog = catalogFor(context)
  return context.types === 'none'
    ? originsOf(context.sourceCode, catalog)
    : originsOf(context.sourceCode, catalog, () => typesOf(context))
}

/** The fact that an act plays one of the roles, if its source shows that it does. */
export function factOf<R extends Role>(context: RuleContext, node: ActNode, roles: readonly R[]): Fact<R> | undefined {
  return mayPlay(context, node, roles) ? factIn(originsFor(context), node, roles) : undefined
}

/** The same, where a type checker may be asked: that takes time, so ask where something can come of it. */
export function typedFactOf<R extends Role>(
  context: RuleContext,
  node: ActNode,
  roles: readonly R[],
): Fact<R> | undefined {
  if (!mayPlay(context, node, roles)) return undefined
  const origins = originsFor(context)
  const fact = factIn(origins, node, roles)
  return fact ?? (mayHaveType(context, node, roles) ? factIn(origins.typed, node, roles) : undefined)
}

/** Whether a type can tell what is acted on: of a function by its own name only where it is called as those that play a role. */
function mayHaveType(context: RuleContext, node: ActNode, roles: readonly Role[]): boolean {
  if (node.type === 'Property' || node.type === 'Decorator') return false
  const acted = unwrapped(actedOn(node))
  if (node.type === 'TaggedTemplateExpression' || acted.type === 'MemberExpression') return true
  const definition = acted.type === 'Identifier' ? variableOf(context.sourceCode, acted)?.defs[0] : undefined
  if (definition?.type !== 'ImportBinding' || definition.node.type !== 'ImportSpecifier') return false
  const name = importedName(definition.node)
  return roles.some((role) => catalogFor(context).namesOf(role).has(name))
}

/** Whether an act is called as those are that play one of the roles. */
function mayPlay(context: RuleContext, node: ActNode, roles: readonly Role[]): boolean {
  const catalog = catalogFor(context)
  const called = calledName(node)
  if (called === undefined) return true
  for (const role of roles) {
    const played = catalog.namesOf(role)
    if (played.has(called) || played.has('*') || (played.has('()') && isOnThis(node))) return true
  }
  return false
}

function factIn<R extends Role>(origins: Origins, node: ActNode, roles: readonly R[]): Fact<R> | undefined {
  const traced = origins.traced(node)
  for (const row of traced?.rows ?? []) {
    if (traced && playsOneOf(row, roles)) return { node, row, package: traced.package, name: traced.name }
  }
  return undefined
}

/**
 * Whether a method is one of JavaScript's own: `pattern.exec(text)`. One that the project or a package has may well hand
 * its SQL on to a database that no row speaks of.
 */
export function isOfLanguage(context: RuleContext, callee: Node): boolean {
  const member = unwrapped(callee)
  return member.type === 'MemberExpression' && originsFor(context).ownerOf(member) === 'library'
}

const nodeTypes = {
  call: 'CallExpression',
  new: 'NewExpression',
  tag: 'TaggedTemplateExpression',
  read: 'MemberExpression',
  set: 'Property',
} as const

/**
 * Calls the listener for each act of the file that plays one of the roles.
 * @param isWorth whether something can come of an act, if a type checker knows that it plays one
 */
export function onRole<R extends Role>(
  context: RuleContext,
  roles: readonly R[],
  listener: (fact: Fact<R>) => void,
  isWorth: (node: ActNode) => boolean = () => true,
): TSESLint.RuleListener {
  const visit = (node: ActNode) => {
    const fact = isWorth(node) ? typedFactOf(context, node, roles) : factOf(context, node, roles)
    if (fact) listener(fact)
  }
  const catalog = catalogFor(context)
  const kinds = new Set(roles.flatMap((role) => [...catalog.actsOf(role)]))
  return Object.fromEntries([...kinds].map((kind) => [nodeTypes[kind], visit]))
}

/** `this.sql`…``, `this.db('users')`: a member that is itself what is acted on. */
function isOnThis(node: ActNode): boolean {
  if (node.type === 'TaggedTemplateExpression') return true
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    node.callee.object.type === 'ThisExpression'
  )
}

/** The member name an act is written with; none for a plain name, which an import may have renamed. */
function calledName(node: ActNode): string | undefined {
  if (node.type === 'Property') return nameOfKey(node) ?? ''
  const acted = actedOn(node)
  return acted.type === 'MemberExpression' ? nameOfKey(acted) : undefined
}

function actedOn(node: ActNode) {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return node.callee
    case 'TaggedTemplateExpression':
      return node.tag
    case 'Decorator':
      return node.expression
    default:
      return node
  }
}

function playsOneOf<R extends Role>(row: { readonly role?: Role | undefined }, roles: readonly R[]): row is RoleRow<R> {
  return roles.some((role) => plays(row, role))
}
