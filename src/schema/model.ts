import type { Dialect } from '../sql/dialect.ts'
import type { Change, Expression, TypeName } from '../sql/changes.ts'

/** Where something is declared: offsets into the text of a file. */
export interface FilePlace {
  /** Absolute path. */
  readonly file: string
  readonly start: number
  readonly end: number
}

/** What declares tables: SQL or migrations in code, whose history counts, or the schema of an ORM. */
export type SchemaSource = 'migrations' | 'prisma' | 'drizzle' | 'typeorm' | 'mikro-orm' | 'sequelize' | 'mongoose'

/** The tables of one source, as they are after everything that it says. */
export interface Schema {
  readonly source: SchemaSource
  /** Undefined where nothing says which database it is for. */
  readonly dialect?: Dialect
  readonly tables: readonly Table[]
  /** Something could not be read, so that a table that is not found may still be there. */
  readonly open: boolean
  /** Prisma's `relationMode = "prisma"`: relations make no constraints. */
  readonly withoutConstraints?: boolean
  /** The files that it is made of, in the order in which they count. */
  readonly files: readonly string[]
  /** Of migrations: what each file changes, in the order in which they run. */
  readonly history?: readonly Step[]
}

/** What one file of a history changes, in order. */
export interface Step {
  readonly file: string
  /** The places are offsets into the text of the file. */
  readonly changes: readonly Change[]
  /** A change could not be read: it may be about any table. */
  readonly open: boolean
}

export interface Table {
  /** The name in the database. */
  readonly name: string
  /** The name in code: Prisma's model, the class of an entity, the variable of a Drizzle table. */
  readonly model?: string
  readonly schema?: string
  /** Whether the name in the database is given here, or follows from the name in code, or was given elsewhere. */
  readonly named: boolean
  readonly columns: readonly Column[]
  /** More columns may come from elsewhere: `AS SELECT`, a base class in another file, a spread. */
  readonly columnsOpen: boolean
  /** More keys, constraints or indexes may come from elsewhere: never say that one is missing. */
  readonly open: boolean
  readonly primaryKey?: Key
  readonly uniques: readonly Key[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly indexes: readonly Index[]
  /** The column that marks a row as deleted. */
  readonly softDelete?: Column
  /** It holds nothing but the keys of other tables. */
  readonly isJoin: boolean
  /** A view, a table that a library owns, or a base class, whose columns are columns of every entity that extends it. */
  readonly kind: 'table' | 'view' | 'foreign' | 'base'
  /** The history that is told does not make it: only what is added to it is known. */
  readonly madeElsewhere?: boolean
  /** It is declared to be left alone: Prisma's `@@ignore`. */
  readonly ignored?: true
  /** The whole declaration. */
  readonly place: FilePlace
  /** Where its name stands: the finding of a rule about the table. */
  readonly namePlace: FilePlace
}

export interface Column {
  /** The name in the database. */
  readonly name: string
  /** The name in code. */
  readonly property?: string
  /** As SQL says it, in lower case: `timestamp`, `uuid`; Prisma's own name (`DateTime`) where no native type is written. */
  readonly type?: TypeName
  readonly nullable: boolean
  readonly default?: Expression
  /** The database counts it up: identity, `SERIAL`, `AUTO_INCREMENT`. */
  readonly generated: boolean
  /** It is declared to be left alone: Prisma's `@ignore`. */
  readonly ignored?: true
  readonly place: FilePlace
  /** Where it got its type, when that was later. */
  readonly typePlace?: FilePlace
}

/** A primary key or a unique constraint, by the names of its columns in the database. */
export interface Key {
  readonly name?: string
  readonly columns: readonly string[]
  readonly place: FilePlace
}

export interface ForeignKey extends Key {
  readonly references: {
    /** The name in the database where it is known, else the name in code; undefined where neither is. */
    readonly table?: string
    /** Empty where the primary key is meant. */
    readonly columns: readonly string[]
  }
  /** Whether the database enforces it: a relation without a constraint is none. */
  readonly enforced: boolean
}

export interface Index {
  readonly name?: string
  /** The columns in order; undefined for an expression. */
  readonly columns: readonly (string | undefined)[]
  readonly unique: boolean
  readonly partial: boolean
  readonly method?: string
  readonly place: FilePlace
}
