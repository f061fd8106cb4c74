import type { Place } from './scan.ts'

/** A query: one or more select lists joined by `UNION` and its kin, with the names that `WITH` gives. */
export interface Query {
  readonly arms: readonly Arm[]
  /** The queries that its own `WITH` names, by their lower-case names; `unknown` when it is no plain query. */
  readonly named: ReadonlyMap<string, Query | 'unknown'>
  /** The query around it, whose names it sees too. */
  readonly outer?: Query
  /** `WITH` holds something open, so any name may be one of its queries. */
  readonly namesOpen: boolean
  /** Its `WITH` is recursive: a query sees its own name. */
  readonly recursive?: boolean
  /** The queries in its expressions: `WHERE id IN (SELECT …)`. */
  readonly nested: readonly Query[]
  readonly wellFormed: boolean
}

export interface Arm {
  readonly columns: readonly Column[]
  readonly sources: readonly Source[]
  /** Where the word `SELECT` stands. */
  readonly place: Place
  /** Where the word `FROM` stands, if there is one. */
  readonly from?: Place
}

export interface Column {
  readonly place: Place
  /** `*` or `t.*`, with nothing taken away from it. */
  readonly star: boolean
  /** `t` in `t.*`, in lower case; a hole has the name of the stand-in character. */
  readonly of?: string
}

export interface Source {
  readonly kind: 'table' | 'query' | 'function' | 'values' | 'hole' | 'other'
  /** The name in lower case, without quotes and schema. */
  readonly name: string
  readonly schema?: string
  readonly alias?: string
  readonly query?: Query
  readonly place: Place
}
