import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { readCommand, usage, type Command } from './command-line.ts'
import { printed, type Diagnostic } from './compiler-output.ts'
import { checkedProject, type CheckedProject } from './native-check.ts'
import { compilerFor, type NativeCompiler } from './native-compiler.ts'
import { configFileAt, inBuildOrder } from './projects.ts'
import { whenFilesChange } from './watching.ts'

/** Where a command runs, and what it writes to. */
export interface Place {
  readonly cwd: string
  readonly terminal: boolean
  write(text: string): void
}

/** The exit statuses of the compiler: no errors; errors, and nothing written; errors, and output written. */
type Status = 0 | 1 | 2

/** Runs `backend-tsc` with these arguments, and ends with its exit status; in watch mode it does not end. */
export async function backendTsc(words: readonly string[], place: Place): Promise<Status> {
  let command: Command
  try {
    command = readCommand(words)
    if (command.does === 'help') return said(place, usage)
    const compiler = compilerFor(place.cwd)
    if (command.does === 'version') return said(place, `TypeScript ${compiler.version}\n`)
    return command.watch ? await watched(command, compiler, place) : checked(command, compiler, place)
  } catch (error) {
    return failed(place, error)
  }
}

function said(place: Place, text: string): Status {
  place.write(text)
  return 0
}

/** What keeps the run from beginning, on a line like the compiler's own. */
function failed(place: Place, error: unknown): Status {
  place.write(`error: ${error instanceof Error ? error.message : String(error)}\n`)
  return 1
}

function checked(command: Command, compiler: NativeCompiler, place: Place): Status {
  const projects = projectsOf(command, place.cwd).map((file) => checkedProject(file, compiler, place.cwd))
  const diagnostics = projects.flatMap((project) => project.diagnostics)
  place.write(
    printed(diagnostics, {
      pretty: command.pretty ?? place.terminal,
      cwd: place.cwd,
      textOf: (file) => projects.map((project) => project.textOf(file)).find((text) => text !== undefined),
    }),
  )
  const emitted = emit(
    projects.filter((project) => !command.noEmit && project.emits),
    command,
    compiler,
    place,
  )
  return diagnostics.length === 0
    ? emitted
    : emitted === 0 && projects.some(({ emits }) => emits) && !command.noEmit
      ? 2
      : 1
}
