import { existsSync } from 'node:fs'
import path from 'node:path'
import type {
  Api,
  Diagnostic,
  FileChanges,
  NativeModule,
  Project,
  Snapshot,
  SnapshotChanges,
  SyntaxKinds,
} from './native-api.ts'
import { missingOfType } from './native-api.ts'
import { load, type Installed } from './native-compiler.ts'
import { Disk, entriesIn, textOnDisk } from './native-disk.ts'
import { NativeProgram } from './native-program.ts'
import { Projects } from './native-projects.ts'
import { tellOnce } from './notice.ts'
import type { Declaration } from './type.ts'

/**
 * Errors of a project that change no answer: no files of its own, type packages that are missing, outputs that would
 * overwrite inputs, a `rootDir` that is too narrow, and what only building by references asks for.
 */
const harmless = new Set([18002, 18003, 2688, 5055, 5056, 6053, 6059, 6304, 6305, 6306, 6307, 6310])

/** `DiagnosticCategory.Error`. */
const error = 1

/** A file that is linted, once: the same text that is linted again is another one. */
export interface LintedFile {
  /** Its absolute path, with forward slashes. */
  readonly file: string
  readonly text: string
}

const servers = new Map<string, NativeServer>()

/** The server of a TypeScript, one in this process, or in this thread of it. It starts with the first question. */
export function serverOf(compiler: Installed): NativeServer {
  let server = servers.get(compiler.folder)
  if (!server) servers.set(compiler.folder, (server = new NativeServer(compiler)))
  return server
}

/**
 * TypeScript 7 in a process of its own, which ends with ours: its input is closed then. It is asked about one state
 * of all files, a snapshot, and a new one is taken only when a project is opened or a text has changed.
 */
export class NativeServer {
  private readonly compiler: Installed
  private readonly disk = new Disk()
  private readonly buffers = new Map<string, string>()
  /** The buffers that are no files yet. */
  private readonly unsaved = new Set<string>()
  private readonly projects = new Projects(this)
  private readonly opened = new Set<string>()
  private readonly roots = new Map<string, ReadonlySet<string>>()
  private readonly rejected = new Map<string, boolean>()
  private readonly installed = new Map<string, Map<string, Declaration>>()
  private programs = new Map<string, NativeProgram>()
  private pending = noChanges()
  private started: { readonly api: Api; readonly kinds: SyntaxKinds } | undefined
  private snapshot: Snapshot | undefined
  private last: LintedFile | undefined
  private isOver = false

  constructor(compiler: Installed) {
    this.compiler = compiler
  }

  /**
   * The program that knows a file, with the text that is linted, whatever is on disk.
   * @returns `undefined` when it belongs to no project, or the project or the server cannot be used
   */
  programOf(linted: LintedFile): NativeProgram | undefined {
    return this.ask(() => {
      if (this.last !== linted) this.take(linted)
      this.last = linted
      const configFile = this.projects.of(linted.file)
      return configFile === undefined ? undefined : this.program(configFile)
    })
  }

  /** An answer; `undefined` when there is none, because the server does not know or is gone. */
  ask<Answer>(question: () => Answer): Answer | undefined {
    if (this.isOver) return undefined
    try {
      return question()
    } catch (reason) {
      // A single question may be too much for it. When the simplest is as well, it is gone.
      this.expectAnswer(reason)
      return undefined
    }
  }

  /**
   * A project with all that the compiler says of it, for a host that takes the compiler's place.
   * @throws Error when the server cannot be started, or is gone
   */
  projectAt(configFile: string): Project {
    if (this.isOver) throw new Unusable('it has ended')
    const project = this.snapshotWith(configFile).getProject(configFile)
    if (!project) throw new Unusable(`it does not know ${configFile}`)
    return project
  }

  /**
   * Whether it has gone for good, so that answers are missing.
   * @param reason what makes one think so: it is asked for a sign of life then
   */
  isGone(reason?: unknown): boolean {
    if (reason !== undefined && !this.isOver) this.expectAnswer(reason)
    return this.isOver
  }

  /** Takes notice of files that were written or removed, without looking for others. */
  noticeChanges(files: readonly string[]): void {
    this.forget()
    for (const file of files) this.pending[existsSync(file) ? 'changed' : 'deleted'].add(file)
    for (const file of files) if (existsSync(file)) this.pending.created.add(file)
  }

  rootsOf(configFile: string): ReadonlySet<string> {
    let known = this.roots.get(configFile)
    if (!known) {
      const parsed = this.ask(() => this.api().parseConfigFile(configFile))
      this.roots.set(configFile, (known = new Set(parsed?.fileNames)))
    }
    return known
  }

  openedRootsOf(configFile: string): ReadonlySet<string> {
    return this.program(configFile)?.roots ?? this.rootsOf(configFile)
  }

  has(configFile: string, file: string): boolean {
    return this.program(configFile)?.sourceFile(file) !== undefined
  }

  private program(configFile: string): NativeProgram | undefined {
    const snapshot = this.snapshotWith(configFile)
    let program = this.programs.get(configFile)
    if (program) return program
    const project = snapshot.getProject(configFile)
    if (!project || this.rejects(configFile, project)) return undefined
    this.programs.set(
      configFile,
      (program = new NativeProgram(project, this.kinds(), this, this.installedIn(configFile))),
    )
    return program
  }

  private installedIn(configFile: string): Map<string, Declaration> {
    let known = this.installed.get(configFile)
    if (!known) this.installed.set(configFile, (known = new Map()))
    return known
  }

  /** Hears of the text that is linted, and now and then of what others have changed on disk. */
  private take({ file, text }: LintedFile): void {
    const changes = this.disk.look()
    if (changes) {
      const configured = [...changes.changed, ...changes.created, ...changes.deleted].some(isConfiguration)
      if (changes.packages) this.pending.all = true
      if (configured || changes.packages || changes.created.length > 0 || changes.deleted.length > 0) this.forget()
      for (const kind of ['changed', 'created', 'deleted'] as const) {
        for (const one of changes[kind]) this.pending[kind].add(one)
      }
    }
    this.takeText(file, text)
  }

  private takeText(file: string, text: string): void {
    const buffer = this.buffers.get(file)
    const onDisk = textOnDisk(file)
    if (onDisk === undefined) this.unsaved.add(file)
    else this.unsaved.delete(file)
    if (onDisk === text) {
      if (buffer === undefined ? this.disk.isStale(file) : this.buffers.delete(file)) this.pending.changed.add(file)
    } else if (buffer !== text) {
      this.buffers.set(file, text)
      const isNew = onDisk === undefined && buffer === undefined
      if (isNew) this.forget()
      this.pending[isNew ? 'created' : 'changed'].add(file)
    }
  }

  private forget(): void {
    this.projects.forget()
    this.roots.clear()
    this.rejected.clear()
    this.installed.clear()
  }

  /** A snapshot of what is known by now, with a project opened. */
  private snapshotWith(configFile: string): Snapshot {
    const isOpen = this.opened.has(configFile)
    if (!isOpen) this.disk.opens(configFile)
    const fileChanges = changesIn(this.pending)
    if (this.snapshot && isOpen && !fileChanges) return this.snapshot
    const next = this.update({
      ...(isOpen ? {} : { openProjects: [configFile] }),
      ...(this.snapshot && fileChanges ? { fileChanges } : {}),
    })
    this.opened.add(configFile)
    this.pending = noChanges()
    if (this.unsaved.size === 0) return next
    // Who imports a file that is in no folder finds it only when the server has read it before.
    return this.update({ fileChanges: { changed: [], created: [...this.unsaved], deleted: [] } })
  }

  private update(changes: SnapshotChanges): Snapshot {
    const next = this.api().updateSnapshot(changes)
    this.snapshot?.dispose()
    this.snapshot = next
    this.programs = new Map()
    return next
  }

  /** Whether the compiler takes a project otherwise than its author meant it: then its answers cannot be trusted. */
  private rejects(configFile: string, project: Project): boolean {
    const known = this.rejected.get(configFile)
    if (known !== undefined) return known
    const { program } = project
    const wrong = [...program.getConfigFileParsingDiagnostics(), ...program.getProgramDiagnostics()].find(isHarmful)
    this.rejected.set(configFile, wrong !== undefined)
    if (wrong) {
      const { name, version } = this.compiler
      const reason = `${configFile}: ${wrong.text} (TS${wrong.code})`
      tellOnce('project', `${name} ${version} rejects ${reason} Its files are linted without types.`)
    }
    const missing = missingOfType(project.checker.getAnyType())
    if (missing !== undefined) this.end(`its types have no \`${missing}\``)
    return wrong !== undefined || missing !== undefined
  }

  private api(): Api {
    return this.start().api
  }

  private kinds(): SyntaxKinds {
    return this.start().kinds
  }

  private start() {
    if (!this.started) {
      const loaded = load(this.compiler)
      if ('why' in loaded) throw new Unusable(loaded.why)
      this.started = { api: this.open(loaded.api), kinds: loaded.kinds }
    }
    return this.started
  }

  private open({ API }: NativeModule): Api {
    const api = new API({
      cwd: process.cwd(),
      fs: {
        readFile: (file) => this.read(file),
        getAccessibleEntries: (folder) => this.list(folder),
      },
    })
    keepFromCrashing(api)
    return api
  }

  private read(file: string): string | undefined {
    const buffer = this.buffers.get(file)
    // What is not in a buffer the server reads by itself.
    if (buffer === undefined) this.disk.reads(file)
    return buffer
  }

  private list(folder: string) {
    this.disk.lists(folder)
    const added = [...this.buffers.keys()].filter((file) => path.posix.dirname(file) === folder)
    if (added.length === 0) return undefined
    const { files, directories } = entriesIn(folder)
    return { files: [...new Set([...files, ...added.map((file) => path.posix.basename(file))])], directories }
  }

  private expectAnswer(reason: unknown): void {
    if (!this.started) return this.end(`it cannot be started (${messageOf(reason)})`)
    const [configFile] = this.opened
    const project = configFile === undefined ? undefined : this.snapshot?.getProject(configFile)
    try {
      if (project) project.checker.getAnyType()
      else this.started.api.updateSnapshot({}).dispose()
    } catch (gone) {
      this.end(`its process ended (${messageOf(gone)})`)
    }
  }

  private end(why: string): void {
    this.isOver = true
    this.snapshot = undefined
    this.programs.clear()
    const { name, version } = this.compiler
    tellOnce('server', `${name} ${version} cannot be asked about types: ${why}. Linting goes on without types.`)
  }
}

class Unusable extends Error {}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason)
}

interface Pending {
  readonly changed: Set<string>
  readonly created: Set<string>
  readonly deleted: Set<string>
  all: boolean
}

function noChanges(): Pending {
  return { changed: new Set(), created: new Set(), deleted: new Set(), all: false }
}

function changesIn({ changed, created, deleted, all }: Pending): FileChanges | undefined {
  if (all) return { invalidateAll: true }
  if (changed.size + created.size + deleted.size === 0) return undefined
  return { changed: [...changed], created: [...created], deleted: [...deleted] }
}

function isConfiguration(file: string): boolean {
  return file.endsWith('.json')
}

function isHarmful({ category, code }: Diagnostic): boolean {
  return category === error && !harmless.has(code)
}

/**
 * A process that cannot be started, or whose input is closed, says so by events, and one that nobody listens to ends
 * ours. What is wrong is seen anyway, by the answer that does not come. The process is no part of the public API, so
 * that it may not be found.
 */
function keepFromCrashing(api: object): void {
  const child: unknown = ['client', 'channel', 'child'].reduce<unknown>(memberOf, api)
  for (const emitter of [child, memberOf(child, 'stdin'), memberOf(child, 'stdout')]) {
    const on = memberOf(emitter, 'on')
    if (typeof on === 'function') on.call(emitter, 'error', () => undefined)
  }
  endSilently(child)
}

/**
 * Asked to end, the server may say on its standard error, which is ours, that its work was cancelled; ended by force
 * it says nothing. It keeps nothing that could be lost. In front, because the client asks at the same event.
 */
function endSilently(child: unknown): void {
  const kill = memberOf(child, 'kill')
  if (typeof kill === 'function') process.prependListener('exit', () => void kill.call(child, 'SIGKILL'))
}

function memberOf(given: unknown, name: string): unknown {
  return typeof given === 'object' && given !== null ? Reflect.get(given, name) : undefined
}
