import path from 'node:path'
import { contentOf, filesIn, workspaceAround, type Listing } from '../project/files.ts'
import { packageAround } from '../project/package.ts'
import type { RuleContext, Source } from '../facts/source.ts'
import { fileLanguage } from '../facts/files.ts'
import { readSettings, type Settings } from '../settings.ts'
import type { Dialect } from '../sql/dialect.ts'
import { scan } from '../sql/scan.ts'
import { schemasOf } from './assembly.ts'
import { dialectOfPackage } from './dialect.ts'
import type { Schema } from './model.ts'
import { saidBy, type Said } from './said.ts'

const spoken = new WeakMap<Source, { readonly said: Said | undefined }>()

/** What the file that is linted says, read once, however many rules ask. */
function saidHere(context: RuleContext): Said | undefined {
  let known = spoken.get(context.sourceCode)
  if (!known) spoken.set(context.sourceCode, (known = { said: saidBy(linted(context), context) }))
  return known.said
}

/** The schemas that a file is a part of: for most files none, and then no other file is read. */
export function schemasWithFile(context: RuleContext): readonly Schema[] {
  if (!saidHere(context)) return []
  return schemasOfPackage(context).filter(({ files }) => files.includes(context.filename))
}

/** The schemas of the package around a file, with the file as it is being linted. */
export function schemasOfPackage(context: RuleContext): readonly Schema[] {
  if (!path.isAbsolute(context.filename)) return alone(context)
  return projectIn(folderOf(context), 'own', context).schemasWith(context)
}

/** The schemas of the package around a file, or of the whole workspace where the package has none. */
export function schemasOfWorkspace(context: RuleContext): readonly Schema[] {
  const own = schemasOfPackage(context)
  if (own.some(({ tables }) => tables.length > 0) || !path.isAbsolute(context.filename)) return own
  return projectIn(workspaceAround(folderOf(context)), 'all', context).schemasWith(context)
}

/** Where the statement of a SQL text ends that a place stands in. */
export function endOfStatement(text: string, from: number): number {
  return (
    scan(text).find(({ start, value, kind }) => start >= from && kind === 'symbol' && value === ';')?.end ?? text.length
  )
}

/** A text that stands in no folder. */
function alone(context: RuleContext): readonly Schema[] {
  const said = saidHere(context)
  return said ? schemasOf([said], readSettings(context.settings).dialect) : []
}

function folderOf({ filename, cwd }: RuleContext): string {
  const around = packageAround(filename)
  if (around) return around.folder
  return filename.startsWith(cwd + path.sep) ? cwd : path.dirname(filename)
}

function linted({ filename, sourceCode }: RuleContext) {
  const isCode = fileLanguage(sourceCode) === 'code'
  return { file: filename, text: sourceCode.text, ...(isCode && { sourceCode }) }
}

const projects = new WeakMap<Settings, Map<string, Project>>()

function projectIn(folder: string, packages: 'own' | 'all', { cwd, settings }: RuleContext): Project {
  // Rows of the user's may say more of the same files.
  const owner = readSettings(settings)
  let known = projects.get(owner)
  if (!known) projects.set(owner, (known = new Map()))
  const key = `${packages} ${folder}`
  let project = known.get(key)
  if (!project) known.set(key, (project = new Project(folder, packages, { cwd, settings })))
  return project
}

/** The files of a folder, each read again when it changes. */
class Project {
  private listing: Listing | undefined
  private files = new Map<string, { readonly stamp: string; readonly said: Said | undefined }>()
  private schemas: readonly Schema[] = []
  private readonly edited = new WeakMap<Source, { readonly of: Listing; readonly schemas: readonly Schema[] }>()
  private readonly folder: string
  private readonly packages: 'own' | 'all'
  private readonly around: Pick<RuleContext, 'cwd' | 'settings'>

  constructor(folder: string, packages: 'own' | 'all', around: Pick<RuleContext, 'cwd' | 'settings'>) {
    this.folder = folder
    this.packages = packages
    this.around = around
  }

  /** The schemas, where one file has the text that is being linted, which may not be saved. */
  schemasWith(context: RuleContext): readonly Schema[] {
    const listing = this.read()
    const onDisk = this.files.get(context.filename)?.said
    if (onDisk?.text === context.sourceCode.text) return this.schemas
    const known = this.edited.get(context.sourceCode)
    if (known?.of === listing) return known.schemas
    const said = saidHere(context)
    const schemas =
      onDisk || said
        ? schemasOf([...this.all(context.filename), ...(said ? [said] : [])].sort(byFile), this.usual())
        : this.schemas
    this.edited.set(context.sourceCode, { of: listing, schemas })
    return schemas
  }

  private read(): Listing {
    const listing = filesIn(this.folder, this.packages)
    if (listing === this.listing) return listing
    const before = this.files
    this.files = new Map()
    for (const [file, stamp] of listing) {
      const known = before.get(file)
      this.files.set(file, known?.stamp === stamp ? known : { stamp, said: this.readFile(file) })
    }
    this.listing = listing
    this.schemas = schemasOf(this.all().sort(byFile), this.usual())
    return listing
  }

  /** The database of the package, where its schemas do not say it. */
  private usual(): Dialect | undefined {
    return readSettings(this.around.settings).dialect ?? dialectOfPackage(this.folder, this.around)
  }

  private readFile(file: string): Said | undefined {
    const text = contentOf(file)
    return text === undefined ? undefined : saidBy({ file, text }, this.around)
  }

  private all(without?: string): Said[] {
    return [...this.files].flatMap(([file, { said }]) => (said && file !== without ? [said] : []))
  }
}

function byFile(left: Said, right: Said): number {
  return left.file < right.file ? -1 : 1
}
