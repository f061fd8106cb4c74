import type { Grant, RoleDefinition } from '../sql/access.ts'
import type { Name } from '../sql/changes.ts'
import type { Place } from '../sql/scan.ts'
import type { Statement } from '../sql/statements.ts'

/** A right that is wider than what an application needs. */
export interface BroadAccess {
  readonly why: 'all' | 'public' | 'attribute' | 'superuser' | 'definer'
  /** As it is written. */
  readonly place: Place
}

/** Objects that hold all the others: what is granted on them is granted on everything. */
const whole = /^(?:DATABASE|SCHEMA|ALL\b.*|\*\.\*|\*)$/
const powers = new Set(['SUPERUSER', 'CREATEROLE', 'BYPASSRLS'])
/** What the hosts of databases call their superusers. */
const superusers = new Set(['RDS_SUPERUSER', 'CLOUDSQLSUPERUSER', 'AZURE_PG_ADMIN', 'POSTGRES'])
/** Roles that own the tables, or change them: that is what all rights are for. */
const keepers =
  /^(?:postgres|current_user|session_user|dba)$|(?:^|[_\s-])(?:owner|migrat[a-z]*|ddl|flyway|liquibase|superuser)(?:[_\s-]|$)/i

/** Roles that are superusers by their name. */
const masters = /^(?:postgres|current_user|session_user|dba)$|superuser/i

/** The first right in a statement that is too wide; `undefined` for what takes rights away. */
export function broadAccessIn({ access, object }: Statement): BroadAccess | undefined {
  if (object?.action !== 'drop' && object?.definer?.name.toLowerCase() === 'root') {
    return { why: 'definer', place: object.definer.place }
  }
  if (access?.kind === 'grant') return ofGrant(access)
  return access?.kind === 'create-role' || access?.kind === 'alter-role' ? ofRole(access) : undefined
}

function ofGrant({ privileges, on, grantees }: Grant): BroadAccess | undefined {
  if (grantees.length === 0) return undefined
  const everyone = grantees.find(({ name }) => name.toLowerCase() === 'public')
  const all = privileges.find(({ name }) => name === 'ALL' || name === 'ALL PRIVILEGES')
  if (all && on && whole.test(on.kind) && !grantees.every(isKeeper)) {
    return { why: 'all', place: { start: all.place.start, end: on.place.end } }
  }
  if (everyone) return { why: 'public', place: everyone.place }
  const role = on ? undefined : privileges.find(({ name }) => superusers.has(name.replaceAll('"', '')))
  return role && { why: 'superuser', place: role.place }
}

function ofRole({ role, attributes }: RoleDefinition): BroadAccess | undefined {
  if (role && masters.test(role.name)) return undefined
  // To own tables, or to change them, takes no superuser.
  const isKept = role !== undefined && isKeeper(role)
  const power = attributes.find(({ name }) => (isKept ? name === 'SUPERUSER' : powers.has(name)))
  return power && { why: 'attribute', place: power.place }
}

function isKeeper({ name }: Name): boolean {
  return keepers.test(name)
}
