import type { Role, Roles } from '../roles.ts'
import type { Dialect } from '../sql/dialect.ts'

/**
 * What we know of one package: which of its exports, methods, tags and properties play which role.
 * Data only. Users add rows of the same type through `settings.backend.libraries`.
 */
export interface Library {
  /** The package as it is imported; `globalThis` for what needs no import. */
  readonly package: string
  /** Other module specifiers that give the same exports: `mysql2/promise`, `drizzle-orm/node-postgres`. */
  readonly also?: readonly string[]
  /** Other packages that its types are declared in, as a type checker finds them: `pg-pool`, `.prisma`. */
  readonly declaredIn?: readonly string[]
  readonly rows: readonly Row[]
  /** Other names of a type: `{ NodePgDatabase: 'Database' }`. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Types whose methods return the same type unless a row says otherwise: fluent builders. */
  readonly fluent?: readonly string[]
  /** Object literals that are of a type by what they hold, wherever they stand: `{ type: 'postgres', entities }`. */
  readonly shapes?: readonly Shape[]
  /** Names that mean this library even when a module of the project exports them: a generated client. */
  readonly generates?: readonly string[]
  /** Types that it generates into the project, one for each table. */
  readonly generatedTypes?: readonly GeneratedType[]
  /**
   * The type of a parameter that no annotation gives one, by its name: what the tool that runs migrations hands to
   * them, as its documentation calls it (`up(queryInterface)`).
   */
  readonly parameters?: Readonly<Record<string, string>>
  /** What tells a migration that this library runs. */
  readonly migrations?: MigrationForm
  /** How a type checker tells the rows of this library. */
  readonly rowTypes?: RowTypes
  /** The database that the package speaks to, when it speaks to one only. */
  readonly dialect?: Dialect
  /** It builds queries, or maps rows to objects: with it, a statement of SQL need not be written by hand. */
  readonly builder?: true
  /** It keeps jobs that are worked off outside of requests. */
  readonly queue?: true
  /** What its command line does. */
  readonly commands?: readonly Command[]
  /** It hands lines on to a logging library that has to be there as well. */
  readonly adapts?: string
  /** Exports by which any module takes a logger that one place has set up: `getLogger`. */
  readonly handsOut?: Names
  /** How a module without a logger gets one of this library. */
  readonly logger?: LoggerRecipe
}

/**
 * What is true of the type of a row, whichever way it was made. A row has the columns of a table as its properties; where
 * those are declared tells it from what only looks like one.
 */
export interface RowTypes {
  /** What declares the tables. */
  readonly source: 'prisma' | Roles['schema.table']['like']
  /** What a client that is generated calls the type that the properties stand in; `%` is the model. */
  readonly payload?: string
  /** A member that every row has, with the class that declares it, wherever its columns are declared. */
  readonly member?: string
  /** The properties may be computed from the table: nothing declares them. */
  readonly computed?: true
}

/** An object literal is of the type when the property has one of the values, and one of `beside` is there, too. */
export interface Shape {
  readonly type: string
  readonly property: string
  readonly values: readonly string[]
  readonly beside: readonly string[]
}

/** A generated type is of the type when its name ends so, and, where anyone may have written it, it has the members. */
export interface GeneratedType {
  readonly type: string
  readonly ending: string
  readonly members: readonly string[]
}

/** One act on a package, what comes out of it, and the role it plays. */
export type Row = Place & Act & Outcome & Played

export interface Place {
  /** The type of the value acted on; without it, or with `''` among others, the act is on an export of the package. */
  readonly on?: Names
  /** No other library has a member of this name: it counts on a receiver whose type is unknown, too. */
  readonly distinctive?: true
}

/**
 * The act and the name it acts on: the export or the member. `'()'` is the value itself
 * (`knex('users')` on a `Knex`), `'*'` any member without a row of its own, `default` the default export;
 * a nested export is dotted (`native.Pool`). `set` is a property written into an object literal of the type.
 */
export type Act =
  | { readonly call: Names }
  | { readonly new: Names }
  | { readonly tag: Names }
  | { readonly read: Names }
  | { readonly set: Names }

export type Names = string | readonly string[]

export interface Outcome {
  /** The type of the result; a promise of it counts as it. Needless for `new Pool()`, which makes a `Pool`. */
  readonly makes?: string
  /** The type that a function given to the call receives: `transaction(async (trx) => …)`. */
  readonly gives?: Given | readonly Given[]
  /** The type of an argument: an object literal that is given there is a value of it. */
  readonly accepts?: Given | readonly Given[]
}

export interface Given {
  readonly type: string
  /** The position of the parameter, counted from 0; 0 when not given. */
  readonly parameter?: number
}

/** The role of an act, with what that role must tell; no role for an act that only leads to others. */
export type Played = { readonly role?: undefined } | { [R in Role]: { readonly role: R } & Roles[R] }[Role]

/** A command that plays a role wherever it is run: `prisma db push`. */
export interface Command {
  /** The names of the program; one with a slash is the end of the path of a file that Node.js runs. */
  readonly program: Names
  /** What is asked of it: `db push`. */
  readonly does: Names
  /** One of these options has to be there. */
  readonly with?: readonly string[]
  /** It plays none where a file of the package, if there is one, matches: `prisma db push` is all there is for MongoDB. */
  readonly unless?: { readonly files: readonly string[]; readonly match: string }
  readonly role: Role
}

export interface MigrationForm {
  /** Types that an `up` is handed or has itself, that its class or object is of, or that are made with it. */
  readonly types: Names
  /** What its documentation calls the first parameter of an `up`, where no type of a parameter is to be had. */
  readonly hands?: Names
  /** The methods that the library undoes by itself where a migration has no `down`. */
  readonly undoes?: readonly string[]
}

export interface LoggerRecipe {
  /** The import to add. */
  readonly imports: string
  /** The statement to add after the imports, when the import alone is no logger. */
  readonly declares?: string
  /** The name the logger then has. */
  readonly name: string
}
