import { createRequire } from 'node:module'
import type { AddConstraint, Change, Constraint, CreateIndex, Name } from '../sql/changes.ts'
import type { Condition } from '../sql/conditions.ts'
import type { Place } from '../sql/scan.ts'
import type { Statement } from '../sql/statements.ts'

/** A rule that the database enforces, and that its own text does not explain. */
export interface Rule {
  /** As SQL calls it, for a message and for `COMMENT ON`. */
  readonly what: 'check' | 'exclusion' | 'unique index' | 'trigger' | 'deferred constraint'
  readonly on: 'CONSTRAINT' | 'INDEX' | 'TRIGGER'
  readonly name?: Name
  /** The values of a list can be told to need an explanation, or not. */
  readonly condition?: Condition
  readonly place: Place
  /** Where comments are looked for. */
  readonly lines: Place
  /** The statement is about nothing else: what is said above it is said of the rule. */
  readonly isAlone: boolean
}

const require = createRequire(import.meta.url)

/** The rules that a statement makes, apart from those that are plain: keys, and a single comparison. */
export function rulesIn({ changes, object, place }: Statement): Rule[] {
  if (object?.action === 'create' && object.kind.endsWith('TRIGGER')) {
    const [name] = object.names
    const head = { start: place.start, end: name?.place.end ?? place.end }
    return [{ what: 'trigger', on: 'TRIGGER', ...(name && { name }), place: head, lines: place, isAlone: true }]
  }
  return changes.flatMap(rulesOf).filter(({ name }) => !madeName.test(name?.name ?? ''))
}

/** What TypeORM calls what it makes of a decorator, where the reason stands. */
const madeName = /^(?:CHK|XCL|IDX|UQ|FK|REL)_[0-9a-f]{20,}$/

function rulesOf(change: Change): Rule[] {
  switch (change.kind) {
    case 'create-table': {
      if (change.temporary) return []
      const behind = change.columns.flatMap(({ constraints }) => constraints)
      const indexes = change.indexes.map((index) => ({ ...change, kind: 'create-index', index }) as const)
      return [
        ...[...behind, ...change.constraints].flatMap((one) => ofConstraint(one, false)),
        ...indexes.flatMap(ofIndex),
      ]
    }
    case 'add-column':
      return change.column.constraints.flatMap((one) => ofConstraint(one, true))
    case 'add-constraint':
      return ofAdded(change)
    case 'create-index':
      return ofIndex(change)
    default:
      return []
  }
}

function ofAdded({ constraint }: AddConstraint): Rule[] {
  return ofConstraint(constraint, true)
}

function ofConstraint({ kind, name, expression, deferrable, place }: Constraint, isAlone: boolean): Rule[] {
  const rule = { on: 'CONSTRAINT', ...(name && { name }), place, lines: place, isAlone } as const
  if (kind === 'exclude') return [{ ...rule, what: 'exclusion' }]
  if (kind === 'check') {
    const condition = expression ? conditionOf(expression.text) : 'unknown'
    return condition === 'plain' || condition === 'unknown' ? [] : [{ ...rule, what: 'check', condition }]
  }
  return deferrable ? [{ ...rule, what: 'deferred constraint' }] : []
}

function ofIndex({ index, place }: Pick<CreateIndex, 'index' | 'place'>): Rule[] {
  const { name, parts, unique, where } = index
  if (!unique || (!where && parts.every(({ column }) => column))) return []
  const head = { start: place.start, end: name?.place.end ?? place.end }
  return [{ what: 'unique index', on: 'INDEX', ...(name && { name }), place: head, lines: place, isAlone: true }]
}

/** Read by the SQL reader, which has been loaded to find the statement. */
function conditionOf(text: string): Condition {
  const { conditionOf: read }: typeof import('../sql/conditions.ts') = require('../sql/conditions.js')
  return read(text)
}
