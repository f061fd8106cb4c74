import path from 'node:path'
import type { Source } from '../facts/source.ts'
import { sourceOf } from './code.ts'
import { dialectOfText } from './dialect-of-text.ts'
import { isDown, withoutDown } from './migrations.ts'
import { changesIn } from './sql.ts'
import type { SchemaSource } from './model.ts'
import { readPrismaFile, type PrismaFile } from './prisma.ts'
import { changeReaders, tableReaders, type Changed, type CodeFile, type Declared } from './readers.ts'

/** What one file says about tables. */
export interface Said {
  readonly file: string
  readonly text: string
  readonly prisma?: PrismaFile
  readonly declared?: readonly {
    readonly source: SchemaSource
    readonly declared: Declared
  }[]
  /** What a migration changes, or a file of SQL. */
  readonly changed?: Changed
  /** Drizzle's journal: the names of its migrations, in order. */
  readonly journal?: readonly string[]
}

/** A file, with its tree where ESLint has just parsed it. */
export interface FileOfProject {
  readonly file: string
  readonly text: string
  readonly sourceCode?: Source
}

interface Surroundings {
  readonly cwd: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** What a file says about tables; `undefined` for most files, which say nothing. */
export function saidBy(given: FileOfProject, around: Surroundings): Said | undefined {
  const { file, text } = given
  switch (path.extname(file)) {
    case '.prisma':
      return { file, text, prisma: readPrismaFile(file, text) }
    case '.sql':
      return isDown(file) ? undefined : saidBySql(file, text)
    case '.json':
      return { file, text, journal: tagsOf(text) }
    case '.toml':
      return { file, text }
    default:
      return saidByCode(given, around)
  }
}

/** `undefined` for SQL that leaves the tables as they are. */
function saidBySql(file: string, text: string): Said | undefined {
  if (!/\b(?:create|alter|drop)\b/i.test(text)) return undefined
  const changed = changesIn(withoutDown(text))
  const dialect = dialectOfText(text)
  return changed.changes.length === 0 && !changed.open
    ? undefined
    : { file, text, changed: { ...changed, ...(dialect && { dialect }) } }
}

function tagsOf(text: string): string[] {
  return [...text.matchAll(/"tag"\s*:\s*"([^"\n]*)"/g)].map(([, tag = '']) => tag)
}

function saidByCode({ file, text, sourceCode: given }: FileOfProject, around: Surroundings): Said | undefined {
  const declaring = tableReaders.filter(({ mentions }) => mentions.test(text))
  const changing = changeReaders.filter(({ mentions }) => mentions.test(text))
  if (declaring.length === 0 && changing.length === 0) return undefined
  const sourceCode = given ?? sourceOf(file, text)
  // Nobody knows what a file that does not parse declares.
  if (!sourceCode) return { file, text, declared: declaring.map(({ source }) => ({ source, declared: unread })) }
  // The context of a rule has its settings from its prototype: a spread would lose them.
  const { cwd, settings } = around
  const code: CodeFile = { filename: file, cwd, sourceCode, settings, types: 'none' }
  const declared = declaring.flatMap(({ source, read }) => {
    const one = read(code)
    return one ? [{ source, declared: one }] : []
  })
  const changed = changing.map(({ read }) => read(code)).find((one) => one !== undefined)
  return declared.length === 0 && !changed
    ? undefined
    : { file, text, ...(declared.length > 0 && { declared }), ...(changed && { changed }) }
}

const unread: Declared = { tables: [], open: true }
