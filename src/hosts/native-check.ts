import path from 'node:path'
import type { Diagnostic as NativeDiagnostic, Project } from '../types/native-api.ts'
import { textOnDisk } from '../types/native-disk.ts'
import type { NativeServer } from '../types/native-server.ts'
import type { Diagnostic, Reason } from './compiler-output.ts'
import { codes, complaintText, textOf } from './diagnostics.ts'
import { lintFile, type Finding, type HostConfig } from './lint-file.ts'
import { nativeFile } from '../source/native-file.ts'
import { readOptions, WrongOption } from './options.ts'
import { folderOf, isBelow, isSource } from './own-files.ts'
import { pluginEntryOf } from './projects.ts'

/** A project as the native compiler and the rules see it. */
export interface CheckedProject {
  readonly configFile: string
  readonly diagnostics: readonly Diagnostic[]
  /** Whether its configuration lets the compiler write output, with the errors that there are. */
  readonly emits: boolean
}

/** What is the same for all projects of a run. */
export interface Run {
  readonly server: NativeServer
  readonly cwd: string
  /** All projects of the run; a file is linted in the one that names it. */
  readonly configFiles: readonly string[]
  readonly noEmit: boolean
  /** Says what is wrong with a rule. */
  warn(text: string): void
}

/** `DiagnosticCategory.Error`. */
const error = 1

/** What the compiler reports of a project and then, if that leaves it so far, the findings, all in the order of files. */
export function checkedProject(configFile: string, run: Run): CheckedProject {
  const project = run.server.projectAt(configFile)
  const { program } = project
  const options = program.getCompilerOptions()
  const writes = !run.noEmit && options.noEmit !== true
  const diagnostics = inOrder([
    ...program.getConfigFileParsingDiagnostics().map(asDiagnostic),
    ...firstOf([
      () => program.getSyntacticDiagnostics().map(asDiagnostic),
      () => [...program.getProgramDiagnostics(), ...program.getGlobalDiagnostics()].map(asDiagnostic),
      () => [...program.getSemanticDiagnostics().filter(isError).map(asDiagnostic), ...findingsIn(project, run)],
      // Where there is output, its writer finds these.
      () => (writes || !isDeclared(options) ? [] : program.getDeclarationDiagnostics().map(asDiagnostic)),
    ]),
  ])
  return { configFile, diagnostics, emits: writes && (options.noEmitOnError !== true || diagnostics.length === 0) }
}

function isDeclared({ declaration, composite }: { readonly declaration?: boolean; readonly composite?: boolean }) {
  return declaration ?? composite ?? false
}

/** The diagnostics of the first step that has any, as the compiler goes no further either. */
function firstOf(steps: readonly (() => readonly Diagnostic[])[]): readonly Diagnostic[] {
  for (const step of steps) {
    const found = step()
    if (found.length > 0) return found
  }
  return []
}

function findingsIn(project: Project, run: Run): readonly Diagnostic[] {
  let config: HostConfig
  try {
    const { configFileName } = project
    config = readOptions(pluginEntryOf(configFileName), ['transform', 'transformProgram'])
  } catch (wrong) {
    if (!(wrong instanceof WrongOption)) throw wrong
    return [{ ...nowhere, code: codes.configuration, text: complaintText(wrong.message) }]
  }
  const cwd = folderOf(project.configFileName, run.cwd)
  return ownFiles(project, run, cwd).flatMap((file) => findingsOf(file, cwd, config, run))
}

/** The source files that belong to this project: those that it names, and those below it that no other one names. */
function ownFiles({ program, rootFiles, configFileName }: Project, run: Run, cwd: string): readonly string[] {
  const own = new Set(rootFiles)
  const others = new Set(
    run.configFiles.filter((file) => file !== configFileName).flatMap((file) => [...run.server.rootsOf(file)]),
  )
  return program
    .getSourceFileNames()
    .filter((file) => isSource(file) && (own.has(file) || (isBelow(file, cwd) && !others.has(file))))
}

function findingsOf(file: string, cwd: string, config: HostConfig, run: Run): readonly Diagnostic[] {
  const text = textOnDisk(file)
  if (text === undefined) return []
  const { findings, failures } = lintFile(nativeFile(file, cwd, text), config)
  for (const { rule, error: reason } of failures) {
    run.warn(`${rule} broke down, and says nothing where it did. ${file}: ${String(reason)}`)
  }
  return findings.map((finding) => ofFinding(file, finding))
}

const nowhere = { start: 0, end: 0, because: [], related: [] }

function ofFinding(file: string, finding: Finding): Diagnostic {
  const [start, end] = finding.range
  return { ...nowhere, file, start, end, code: codes.finding, text: textOf(finding) }
}

function isError({ category }: NativeDiagnostic): boolean {
  return category === error
}

function asDiagnostic(given: NativeDiagnostic): Diagnostic {
  return {
    ...(given.fileName !== undefined && { file: path.normalize(given.fileName) }),
    start: given.pos,
    end: given.end,
    code: given.code,
    text: given.text,
    because: (given.messageChain ?? []).map(asReason),
    related: (given.relatedInformation ?? []).map(asDiagnostic),
  }
}

function asReason({ text, messageChain }: NativeDiagnostic): Reason {
  return { text, because: (messageChain ?? []).map(asReason) }
}

/** Those about no file first, then by file and place; what is said twice of a place, once. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map<string, Diagnostic>()
  for (const one of diagnostics) {
    const key = JSON.stringify([one.file, one.start, one.code, one.text])
    if (!distinct.has(key)) distinct.set(key, one)
  }
  return [...distinct.values()].sort(
    (a, b) => compare(a.file ?? '', b.file ?? '') || a.start - b.start || a.end - b.end || a.code - b.code,
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
