import type { RuleContext } from '../facts/source.ts'
import type { Change } from '../sql/changes.ts'
import type { Dialect } from '../sql/dialect.ts'
import { codeChanges } from './code-changes.ts'
import { drizzleReader } from './drizzle.ts'
import { mikroOrmReader } from './mikro-orm.ts'
import type { SchemaSource, Table } from './model.ts'
import { mongooseReader } from './mongoose.ts'
import { sequelizeReader } from './sequelize.ts'
import { sqlReader } from './sql-in-code.ts'
import { typeormReader } from './typeorm.ts'

/** A file of code, with all that the questions about code ask for: it may stand for the context of a rule. */
export type CodeFile = RuleContext

/** What one file of code declares. */
export interface Declared {
  /** References may name the table by its name in code: they are linked when all files are read. */
  readonly tables: readonly Table[]
  /** A table of this file could not be read. */
  readonly open: boolean
  readonly dialect?: Dialect
}

/** Reads the tables that a library of objects declares. */
export interface TableReader {
  readonly source: Exclude<SchemaSource, 'migrations' | 'prisma'>
  /** What the text of a file must match for it to declare tables: a cheap gate before anything is parsed. */
  readonly mentions: RegExp
  /** `undefined` for a file that declares none. */
  readonly read: (code: CodeFile) => Declared | undefined
}

/** What one migration in code changes, in order: its way up. The places are offsets into the text of its file. */
export interface Changed {
  readonly changes: readonly Change[]
  /** A change could not be read. */
  readonly open: boolean
  readonly dialect?: Dialect
}

/** Reads the changes that a migration in code makes. */
export interface ChangeReader {
  readonly mentions: RegExp
  /** `undefined` for a file that is no migration. */
  readonly read: (code: CodeFile) => Changed | undefined
}

/** The libraries that declare tables in code. */
export const tableReaders: readonly TableReader[] = [
  drizzleReader,
  typeormReader,
  sequelizeReader,
  mikroOrmReader,
  mongooseReader,
]

/** What changes tables in code: the first that finds a change tells all of a file, so SQL alone comes last. */
export const changeReaders: readonly ChangeReader[] = [codeChanges, sqlReader]
