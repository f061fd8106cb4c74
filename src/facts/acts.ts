import type { TSESLint } from '@typescript-eslint/utils'
import type { Role } from '../roles.ts'
import { readSettings } from '../settings.ts'
import { catalogOf, plays, type Catalog, type RoleRow } from './catalog.ts'
import { originsOf, type ActNode, type Origins } from './origin.ts'
import { nameOfKey, type RuleContext } from './source.ts'

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
  return originsOf(context.sourceCode, catalogFor(context))
}

/** The fact that an act plays one of the roles, if it does. */
export function factOf<R extends Role>(context: RuleContext, node: ActNode, roles: readonly R[]): Fact<R> | undefined {
  const catalog = catalogFor(context)
  const called = calledName(node)
  const isPlayed = (name: string) => roles.some((role) => catalog.namesOf(role).has(name))
  if (called !== undefined && !isPlayed(called) && !isPlayed('*') && !(isPlayed('()') && isOnThis(node)))
    return undefined
  const traced = originsFor(context).traced(node)
  for (const row of traced?.rows ?? []) {
    if (traced && playsOneOf(row, roles)) return { node, row, package: traced.package, name: traced.name }
  }
  return undefined
}

const nodeTypes = {
  call: 'CallExpression',
  new: 'NewExpression',
  tag: 'TaggedTemplateExpression',
  read: 'MemberExpression',
  set: 'Property',
} as const

/** Calls the listener for each act of the file that plays one of the roles. */
export function onRole<R extends Role>(
  context: RuleContext,
  roles: readonly R[],
  listener: (fact: Fact<R>) => void,
): TSESLint.RuleListener {
  const visit = (node: ActNode) => {
    const fact = factOf(context, node, roles)
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
