/**
 * The vocabulary: what a call, a tag or a property can be for in a backend, whatever the library,
 * and what a library row must tell about each.
 */
export interface Roles {
  /** SQL text is run, or prepared to be run. */
  'db.query': SqlAt
  /** SQL text is made that becomes part of a query elsewhere. */
  'db.fragment': SqlAt
  /** A query builder or an ORM is told, or is not told, which columns to read. */
  'db.columns': ColumnsAt
  /** An identifier is made. */
  'id.generate': { readonly format: IdFormat }
  /** An identifier made elsewhere is checked, parsed or printed. */
  'id.read': { readonly format: IdFormat }
  /** A schema is made; a package with one such row makes schemas, whatever it is called by. */
  'schema.make': object
  /** A line goes to the log. */
  'log.write': LogLine
  /** A line goes to the console, past every logger. */
  'console.write': { readonly level: LogLevel }
}

export type Role = keyof Roles

/** Where the SQL of a call stands. */
export interface SqlAt {
  /** The position of the argument that is the SQL, counted from 0; `template` for the text of a tagged template. */
  readonly sql: number | 'template'
  /** When that argument may also be an object: the property that holds the SQL. */
  readonly property?: string
}

/** How a builder call names its columns. */
export interface ColumnsAt {
  /**
   * - `all`: the call itself means every column (`selectAll()`)
   * - `arguments`: every argument, or item of an array argument, is a column (`select('id', 'name')`)
   * - `projection`: the first argument is the list or object of columns; without it, every column (`select({ id })`)
   * - `option`: an object argument lists the columns under one of `options`; without it, every column
   * - `chained`: every column, unless a later call of the chain is one of `options`
   */
  readonly columns: 'all' | 'arguments' | 'projection' | 'option' | 'chained'
  /** The names of the options, or of the chained calls, that choose columns. */
  readonly options?: readonly string[]
  /** The position of the argument that holds the options; 0 when not given. */
  readonly at?: number
  /** The part of the statement that lists the columns; `select` when not given. */
  readonly clause?: 'select' | 'returning'
}

export interface LogLine {
  readonly level: LogLevel
  /** Whether the fields go before the message (`log.info({ id }, 'paid')`) or after it. */
  readonly order: 'object-first' | 'message-first'
  /** The types of the library let only JSON, or only a message, through: a call may not compile with any value. */
  readonly takes?: 'json'
}

export type IdFormat = 'uuid' | 'ksuid'
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'
