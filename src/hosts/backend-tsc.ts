import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { nativeCompilerFor, type Installed } from '../types/native-compiler.ts'
import { textOnDisk } from '../types/native-disk.ts'
import { serverOf } from '../types/native-server.ts'
import { readCommand, usage, type Command } from './command-line.ts'
import { linesOnce, printed, summaryOf, type Output } from './compiler-output.ts'
import { checkedProject, type CheckedProject, type Run } from './native-check.ts'
import { configFileAt, inBuildOrder } from './projects.ts'
import { whenFilesChange } from './watching.ts'

/** Where a command runs, and what it writes to. */
export interface Place {
  readonly cwd: string
  /** Whether a person reads the output, so that it is pretty when nothing else is asked for. */
  readonly terminal: boolean
  write(text: string): void
  warn(text: string): void
}

/** The exit statuses of the compiler: no errors; errors, and nothing written; errors, and output written. */
export type Status = 0 | 1 | 2

/**
 * Runs `backend-tsc` with these arguments: the native compiler's own diagnostics and ours, from one server.
 * @returns the exit status; `undefined` in watch mode, which goes on until the process is ended
 */
export function backendTsc(words: readonly string[], place: Place): Status | undefined {
  try {
    const command = readCommand(words)
    if (command.does === 'help') return told(place, usage)
    const compiler = compilerFor(place.cwd)
    if (command.does === 'version') return told(place, `Version ${compiler.version}\n`)
    const checker = new Checker(command, compiler, place)
    return command.watch ? checker.watch() : checker.run()
  } catch (error) {
    place.write(`error: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

function told(place: Place, text: string): Status {
  place.write(text)
  return 0
}

function compilerFor(cwd: string): Installed {
  const compiler = nativeCompilerFor(path.join(cwd, 'tsconfig.json'))
  if (compiler) return compiler
  throw new Error(
    'backend-tsc needs TypeScript 7, and the project has none. With TypeScript 5 or 6, ts-patch runs the same checks: see eslint-plugin-backend/transformer.',
  )
}

class Checker {
  private readonly command: Command
  private readonly compiler: Installed
  private readonly place: Place

  constructor(command: Command, compiler: Installed, place: Place) {
    this.command = command
    this.compiler = compiler
    this.place = place
  }

  run(): Status {
    const projects = this.check()
    const diagnostics = projects.flatMap((project) => project.diagnostics)
    const output = this.output()
    this.place.write(printed(diagnostics, output) + summaryOf(diagnostics, output))
    if (serverOf(this.compiler).isGone()) throw new Error(this.goneText())
    const written = this.emit(projects.filter(({ emits }) => emits))
    if (diagnostics.length === 0 && written !== 'failed') return 0
    return written === 'nothing' ? 1 : 2
  }

  /** Runs again whenever a file changes, and never ends. Files may change while it looks at others, too. */
  watch(): undefined {
    let folders = this.foldersOr([this.place.cwd])
    const again = (files: readonly string[]) => {
      serverOf(this.compiler).noticeChanges(files)
      this.report('File change detected. Starting incremental compilation...')
      const now = this.foldersOr(folders)
      if (now.join() === folders.join()) return
      stop()
      folders = now
      stop = whenFilesChange(folders, again)
    }
    let stop = whenFilesChange(folders, again)
    this.report('Starting compilation in watch mode...')
  }

  private report(what: string): void {
    this.say(what)
    try {
      const projects = this.check()
      const diagnostics = projects.flatMap((project) => project.diagnostics)
      this.place.write(printed(diagnostics, this.output()))
      this.emit(projects.filter(({ emits }) => emits))
      const count = diagnostics.length
      if (count > 0) this.place.write('\n')
      this.say(`Found ${count} error${count === 1 ? '' : 's'}. Watching for file changes.`)
    } catch (error) {
      this.place.write(`error: ${error instanceof Error ? error.message : String(error)}\n`)
      this.say('Watching for file changes.')
    }
  }

  private say(what: string): void {
    // As the compiler prints it: in the time zone of whoever watches.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    this.place.write(`[${new Date().toLocaleTimeString('en-US', { timeZone })}] ${what}\n\n`)
  }

  private check(): readonly CheckedProject[] {
    const configFiles = this.configFiles()
    const run: Run = {
      server: serverOf(this.compiler),
      cwd: this.place.cwd,
      configFiles,
      noEmit: this.command.noEmit,
      warn: (text) => this.place.warn(`eslint-plugin-backend: ${text}\n`),
    }
    try {
      return configFiles.map((configFile) => checkedProject(configFile, run))
    } catch (error) {
      throw run.server.isGone(error) ? new Error(this.goneText(), { cause: error }) : error
    }
  }

  /** A compiler must not pass what it has not seen. */
  private goneText(): string {
    return `${this.compiler.name} ${this.compiler.version} ended before all was checked. Run it again.`
  }

  private configFiles(): readonly string[] {
    const named = this.command.projects.map((project) => configFileAt(project, this.place.cwd))
    return this.command.build ? inBuildOrder(named) : named
  }

  /** The folders of the projects, or others while a configuration cannot be read: what is wrong has been said. */
  private foldersOr(others: readonly string[]): readonly string[] {
    try {
      return this.configFiles().map((configFile) => path.dirname(configFile))
    } catch {
      return others
    }
  }

  private output(): Output {
    const pretty = this.command.pretty ?? this.place.terminal
    return { pretty, cwd: this.place.cwd, linesOf: linesOnce(textOnDisk) }
  }

  /** Has the compiler itself write the output. Its checks have been made: it makes them no second time. */
  private emit(projects: readonly CheckedProject[]): 'nothing' | 'all' | 'failed' {
    if (projects.length === 0) return 'nothing'
    const files = projects.map(({ configFile }) => configFile)
    const words = this.command.build ? ['--build', ...files] : ['--project', ...files]
    const compiler = path.join(this.compiler.folder, 'bin/tsc')
    const { status, stdout, error } = spawnSync(process.execPath, [compiler, ...words, '--noCheck'], {
      cwd: this.place.cwd,
      encoding: 'utf8',
    })
    if (error) throw error
    this.place.write(stdout)
    return status === 0 ? 'all' : 'failed'
  }
}
