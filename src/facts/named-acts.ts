import type { TSESTree } from '@typescript-eslint/utils'
import type { Role } from '../roles.ts'
import { catalogFor, originsFor } from './acts.ts'
import { plays, type RoleRow } from './catalog.ts'
import type { ActNode } from './origin.ts'
import { nameOfKey, unwrapped, variableOf, type Node, type RuleContext } from './source.ts'

/** A row, and the package whose act it describes. */
export interface Played<R extends Role> {
  readonly package: string
  readonly row: RoleRow<R>
}

/**
 * Every row of a role that an act plays: by its origin, or, where the source does not show that, by the name of its
 * receiver: `jwt.sign(…)`, where `jwt` is a module of the project or is not declared in the file.
 */
export function rowsOf<R extends Role>(context: RuleContext, node: ActNode, role: R): readonly Played<R>[] {
  const catalog = catalogFor(context)
  const callee = node.type === 'CallExpression' || node.type === 'NewExpression' ? unwrapped(node.callee) : undefined
  const name =
    node.type === 'Property' ? nameOfKey(node) : callee?.type === 'MemberExpression' ? nameOfKey(callee) : undefined
  const isDefault = node.type !== 'Property' && catalog.namesOf(role).has('default')
  if (name !== undefined && !catalog.namesOf(role).has(name) && !isDefault) return []
  const { rows = [], package: owner = '' } = originsFor(context).traced(node) ?? {}
  const played = rows.flatMap((row) => (plays(row, role) ? [{ package: owner, row }] : []))
  if (played.length > 0 || callee?.type !== 'MemberExpression' || name === undefined) return played
  const receiver = nameOfReceiver(context, callee.object)
  return receiver === undefined
    ? []
    : catalog.rowsOf(role).filter(({ row }) => isOneOf(row, 'receivers', receiver) && isOneOf(row, 'call', name))
}

function isOneOf(row: object, key: string, name: string): boolean {
  const given: unknown = Reflect.get(row, key)
  return given === name || (Array.isArray(given) && given.includes(name))
}

/** The name of a receiver of which the source does not show what it is. */
function nameOfReceiver(context: RuleContext, given: Node): string | undefined {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression')
    return node.object.type === 'ThisExpression' && !isKnown(context, node) ? nameOfKey(node) : undefined
  if (node.type !== 'Identifier') return undefined
  const definition = variableOf(context.sourceCode, node)?.defs[0]
  if (!definition) return node.name
  if (definition.type === 'Parameter') return isKnown(context, node) ? undefined : node.name
  return isOfProject(definition) ? node.name : undefined
}

function isKnown(context: RuleContext, node: TSESTree.MemberExpression | TSESTree.Identifier): boolean {
  return originsFor(context).of(node) !== undefined
}

/** A module of the project, by the form of its specifier: `../lib/jwt`, `@/jwt`, `#jwt`. */
function isOfProject(definition: { readonly type: string; readonly parent?: Node | null | undefined }): boolean {
  const { type, parent } = definition
  return type === 'ImportBinding' && parent?.type === 'ImportDeclaration' && /^(?:\.|@\/|~|#)/.test(parent.source.value)
}
