import path from 'node:path'
import type ts from 'typescript'
import { asDiagnostic, configurationDiagnostic } from './diagnostics.ts'
import { lintFile, type HostConfig } from './lint-file.ts'
import { folderOf, isBelow, isSource } from './own-files.ts'
import { readOptions, WrongOption, type HostOptions } from './options.ts'
import { typescriptFile, type Compilation } from './typescript-file.ts'

/** The entry of the transformer among the `plugins` of a `tsconfig.json`. */
export interface TransformerOptions extends HostOptions {
  readonly transform: 'eslint-plugin-backend/transformer'
  readonly transformProgram: true
}

/** What ts-patch hands to a program transformer beside the program. */
interface ProgramExtras {
  readonly ts: typeof ts
}

/** What ts-patch hands to a transformer of source files. */
interface SourceExtras extends ProgramExtras {
  addDiagnostic(diagnostic: ts.Diagnostic): void
}

/** What ts-patch itself reads of an entry. */
const keysOfTsPatch = [
  'transform',
  'transformProgram',
  'import',
  'isEsm',
  'name',
  'tsConfig',
  'resolvePathAliases',
  'type',
  'after',
  'afterDeclarations',
]

/**
 * A program transformer for ts-patch: the program's diagnostics get the findings of the rules, and nothing that the
 * compiler writes is changed. Options that are wrong are a diagnostic, too.
 */
export default function transformer(
  program: ts.Program,
  host: ts.CompilerHost | undefined,
  options: Readonly<Record<string, unknown>>,
  extras: ProgramExtras,
): ts.Program
export default function transformer(
  program: ts.Program,
  options: Readonly<Record<string, unknown>>,
  extras: SourceExtras,
): ts.TransformerFactory<ts.SourceFile>
export default function transformer(
  program: ts.Program,
  ...given: readonly unknown[]
): ts.Program | ts.TransformerFactory<ts.SourceFile> {
  const [, options, extras] = given
  if (isSourceExtras(options)) {
    options.addDiagnostic(configurationDiagnostic('its entry in plugins needs "transformProgram": true.'))
    return () => (sourceFile) => sourceFile
  }
  if (!isRecord(options) || !isProgramExtras(extras)) {
    throw new TypeError('eslint-plugin-backend/transformer is to be run by ts-patch.')
  }
  try {
    addFindings(program, readOptions(options, keysOfTsPatch), extras.ts)
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error
    addComplaint(program, configurationDiagnostic(error.message))
  }
  return program
}

/** What the compiler asks a program for one file at a time; builders keep the answer to the second of them. */
interface BuiltProgram extends ts.Program {
  getProgramDiagnostics(sourceFile: ts.SourceFile): readonly ts.Diagnostic[]
}

function addComplaint(program: ts.Program, complaint: ts.Diagnostic) {
  const { getOptionsDiagnostics } = program
  program.getOptionsDiagnostics = (...given) => [...getOptionsDiagnostics(...given), complaint]
}

/**
 * Adds the findings where each mode of the compiler looks for diagnostics of a file: a plain run asks for the semantic
 * ones, a builder (`--incremental`, `--watch`, `-b`) for those of the program. Builders keep what the checker says of a
 * file, in memory and in `.tsbuildinfo`, until the file is affected by a change; findings can depend on more than the
 * imports of a file, so they are never among what is kept.
 */
function addFindings(program: ts.Program, config: HostConfig, compiler: typeof ts) {
  const project = new Project({ compiler, program, cwd: placeOf(program) }, config)
  const { getSemanticDiagnostics, getGlobalDiagnostics } = program
  program.getSemanticDiagnostics = (sourceFile, ...given) => [
    ...getSemanticDiagnostics(sourceFile, ...given),
    ...(sourceFile ? project.diagnosticsOf(sourceFile) : project.diagnostics()),
  ]
  if (!isBuilt(program)) return
  const { getProgramDiagnostics } = program
  program.getProgramDiagnostics = (sourceFile) => [
    ...getProgramDiagnostics(sourceFile),
    ...project.diagnosticsOf(sourceFile),
  ]
  const options = program.getCompilerOptions()
  // A build that keeps nothing but whether it succeeded goes by the global ones, which it asks for once more at its end.
  if (options['tscBuild'] !== true || options.incremental === true || options.composite === true) return
  program.getGlobalDiagnostics = (...given) => [...getGlobalDiagnostics(...given), ...project.said]
}

function isBuilt(program: ts.Program): program is BuiltProgram {
  return 'getProgramDiagnostics' in program && typeof program.getProgramDiagnostics === 'function'
}

/** See `folderOf`. A program without a configuration belongs where the compiler was started. */
function placeOf(program: ts.Program): string {
  const { configFilePath } = program.getCompilerOptions()
  const started = path.resolve(program.getCurrentDirectory())
  return typeof configFilePath === 'string' ? folderOf(configFilePath, started) : started
}

/** The files of a program, each linted once. */
class Project {
  /** All diagnostics that were asked for until now. */
  readonly said: ts.Diagnostic[] = []
  private readonly compilation: Compilation
  private readonly config: HostConfig
  private readonly roots: ReadonlySet<string>
  private readonly known = new Map<ts.SourceFile, readonly ts.Diagnostic[]>()

  constructor(compilation: Compilation, config: HostConfig) {
    this.compilation = compilation
    this.config = config
    this.roots = new Set(compilation.program.getRootFileNames())
  }

  diagnostics(): readonly ts.Diagnostic[] {
    return this.compilation.program.getSourceFiles().flatMap((sourceFile) => this.diagnosticsOf(sourceFile))
  }

  diagnosticsOf(sourceFile: ts.SourceFile): readonly ts.Diagnostic[] {
    let diagnostics = this.known.get(sourceFile)
    if (!diagnostics) {
      diagnostics = this.isOwn(sourceFile) ? this.lint(sourceFile) : []
      this.known.set(sourceFile, diagnostics)
      this.said.push(...diagnostics)
    }
    return diagnostics
  }

  /** Whether a file is source code of the project, in a language of which the presets speak. */
  private isOwn(sourceFile: ts.SourceFile): boolean {
    const { program, cwd } = this.compilation
    const { fileName } = sourceFile
    const place = path.resolve(program.getCurrentDirectory(), fileName)
    return (
      isSource(fileName) &&
      !sourceFile.isDeclarationFile &&
      !program.isSourceFileFromExternalLibrary(sourceFile) &&
      (this.roots.has(fileName) || isBelow(place, cwd))
    )
  }

  private lint(sourceFile: ts.SourceFile): readonly ts.Diagnostic[] {
    // Types in JavaScript are a tree like any other; ESLint could not parse it.
    if (this.compilation.program.getSyntacticDiagnostics(sourceFile).length > 0) return []
    const { findings, failures } = lintFile(typescriptFile(this.compilation, sourceFile), this.config)
    for (const { rule, error } of failures) warnOnce(rule, `${sourceFile.fileName}: ${String(error)}`)
    return findings.map((finding) => asDiagnostic(sourceFile, finding))
  }
}

const warned = new Set<string>()

/** A rule that breaks down must not break the build; nor must it be silent about it. */
function warnOnce(rule: string, what: string) {
  if (warned.has(rule)) return
  warned.add(rule)
  process.stderr.write(`eslint-plugin-backend: ${rule} broke down, and says nothing where it did. ${what}\n`)
}

function isSourceExtras(value: unknown): value is SourceExtras {
  return isProgramExtras(value) && 'addDiagnostic' in value
}

function isProgramExtras(value: unknown): value is ProgramExtras {
  return isRecord(value) && 'ts' in value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
