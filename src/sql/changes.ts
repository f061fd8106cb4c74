import type { Place } from './scan.ts'

/** A name as it is written, without its quotes. Databases differ in how they fold case: compare with `sameName`. */
export interface Name {
  readonly name: string
  readonly quoted: boolean
  /** The schema in front of it: `billing` in `billing.invoices`. */
  readonly schema?: string
  readonly place: Place
}

/** What a statement does to the schema; one `ALTER TABLE` may make several changes. */
export type Change =
  | CreateTable
  | DropTable
  | RenameTable
  | MoveTable
  | AddColumn
  | DropColumn
  | RenameColumn
  | AlterColumn
  | AddConstraint
  | DropConstraint
  | RenameConstraint
  | CreateIndex
  | DropIndex
  | RenameIndex

export interface DropTable {
  readonly kind: 'drop-table'
  readonly table: Name
  readonly ifExists?: boolean
  readonly place: Place
}

export interface RenameTable {
  readonly kind: 'rename-table'
  readonly table: Name
  readonly to: Name
  readonly place: Place
}

/** `ALTER TABLE … SET SCHEMA`. */
export interface MoveTable {
  readonly kind: 'move-table'
  readonly table: Name
  readonly schema: Name
  readonly place: Place
}

export interface AddColumn {
  readonly kind: 'add-column'
  readonly table: Name
  readonly column: ColumnDefinition
  readonly ifNotExists?: boolean
  readonly place: Place
}

export interface DropColumn {
  readonly kind: 'drop-column'
  readonly table: Name
  readonly column: Name
  readonly ifExists?: boolean
  readonly place: Place
}

export interface RenameColumn {
  readonly kind: 'rename-column'
  readonly table: Name
  readonly column: Name
  readonly to: Name
  readonly place: Place
}

/** The type, the nullability or the default of a column changes; what is not given stays as it was. */
export interface AlterColumn {
  readonly kind: 'alter-column'
  readonly table: Name
  readonly column: Name
  readonly type?: TypeName
  readonly nullable?: boolean
  readonly default?: Expression | 'none'
  /** It becomes an identity, or is none any more. */
  readonly generated?: boolean
  readonly place: Place
}

export interface AddConstraint {
  readonly kind: 'add-constraint'
  readonly table: Name
  readonly constraint: Constraint
  readonly place: Place
}

export interface DropConstraint {
  readonly kind: 'drop-constraint'
  readonly table: Name
  /** Undefined for MySQL's `DROP PRIMARY KEY`. */
  readonly name?: Name
  readonly primaryKey?: boolean
  readonly ifExists?: boolean
  readonly place: Place
}

export interface RenameConstraint {
  readonly kind: 'rename-constraint'
  readonly table: Name
  readonly name: Name
  readonly to: Name
  readonly place: Place
}

export interface CreateIndex {
  readonly kind: 'create-index'
  readonly table: Name
  readonly index: IndexDefinition
  readonly ifNotExists?: boolean
  readonly place: Place
}

export interface DropIndex {
  readonly kind: 'drop-index'
  readonly table?: Name
  readonly index: Name
  readonly ifExists?: boolean
  readonly place: Place
}

export interface RenameIndex {
  readonly kind: 'rename-index'
  readonly table?: Name
  readonly index: Name
  readonly to: Name
  readonly place: Place
}

export interface CreateTable {
  readonly kind: 'create-table'
  readonly table: Name
  readonly columns: readonly ColumnDefinition[]
  readonly constraints: readonly Constraint[]
  /** Indexes that MySQL lets stand between the columns: `KEY by_name (name)`. */
  readonly indexes: readonly IndexDefinition[]
  /** `TEMPORARY`, `UNLOGGED`, `#name` of T-SQL: gone with the session, or no record of the application. */
  readonly temporary: boolean
  readonly ifNotExists: boolean
  /** `FOREIGN TABLE`, `EXTERNAL TABLE`: the rows are elsewhere. */
  readonly foreign?: boolean
  /** The columns come from elsewhere: `AS SELECT`, `LIKE other`, `INHERITS`, `PARTITION OF`, a hole. */
  readonly columnsOpen: boolean
  /** `PARTITION OF parent`. */
  readonly partitionOf?: Name
  readonly place: Place
}

export interface ColumnDefinition {
  readonly name: Name
  /** Undefined where the dialect lets it be left out. */
  readonly type?: TypeName
  readonly nullable: boolean
  readonly default?: Expression
  /** `GENERATED … AS IDENTITY`, `SERIAL`, `AUTO_INCREMENT`, `AUTOINCREMENT`. */
  readonly generated: boolean
  /** Constraints written behind the column; their `columns` is this column. */
  readonly constraints: readonly Constraint[]
  readonly place: Place
}

export interface TypeName {
  /** In lower case, one space between words, without arguments: `timestamp without time zone`, `varchar`, `uuid`. */
  readonly name: string
  /** What stands in the parentheses: `3` of `timestamp(3)`. */
  readonly arguments?: string
  readonly array: boolean
  readonly place: Place
}

export interface Expression {
  /** As it is written. */
  readonly text: string
  readonly place: Place
}

export interface Constraint {
  readonly kind: 'primary-key' | 'unique' | 'foreign-key' | 'check' | 'exclude'
  readonly name?: Name
  /** Empty for `check` and `exclude`. */
  readonly columns: readonly Name[]
  /** Of a foreign key. Without columns it means the primary key of the table. */
  readonly references?: { readonly table: Name; readonly columns: readonly Name[] }
  /** The condition of a `check`. */
  readonly expression?: Expression
  /** `ADD CONSTRAINT … UNIQUE USING INDEX name`. */
  readonly usingIndex?: Name
  readonly deferrable: boolean
  readonly place: Place
}

export interface IndexDefinition {
  readonly name?: Name
  readonly parts: readonly IndexPart[]
  readonly unique: boolean
  /** The condition of a partial index. */
  readonly where?: Expression
  /** In lower case: `btree`, `gin`; undefined for the default. */
  readonly method?: string
  readonly concurrently: boolean
  readonly place: Place
}

/** A column of an index, or an expression. */
export interface IndexPart {
  readonly column?: Name
  /** `lower` of `lower(email)`, in lower case. */
  readonly function?: string
  readonly place: Place
}

/** Whether two names mean the same thing: unquoted names have no case, quoted ones are taken as unquoted when unsure. */
export function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
