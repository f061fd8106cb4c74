import path from 'node:path'
import ts from 'typescript'
import transformer from 'eslint-plugin-backend/transformer'
import { placeIn, type Finding, type Report } from './finding.ts'
import type { Task } from './task.ts'

const source = 'eslint-plugin-backend'

/** Asks a program of the files of the task for its diagnostics, with the transformer on it. */
export function reportOfTransformer(task: Task): Promise<Report> {
  const options = optionsOf(task)
  const host = ts.createCompilerHost(options)
  // As if the compiler had been started there.
  host.getCurrentDirectory = () => task.folder
  const files = task.files.map((file) => path.join(task.folder, file))
  const entry = { preset: 'all', rules: task.rules, settings: { backend: { types: task.types ? 'services' : 'off' } } }
  const program = transformer(ts.createProgram(files, options, host), host, entry, { ts })
  const complaints = program.getOptionsDiagnostics().filter((diagnostic) => diagnostic.source === source)
  if (complaints.length > 0) throw new Error(ts.formatDiagnostics(complaints, host))
  return Promise.resolve({
    files: new Set(task.files.filter((file) => !syntaxErrorOf(program, task, file))),
    unreadable: new Map(
      task.files.flatMap((file) => {
        const error = syntaxErrorOf(program, task, file)
        return error === undefined ? [] : [[file, error] as const]
      }),
    ),
    findings: program
      .getSemanticDiagnostics()
      .filter((diagnostic) => diagnostic.source === source)
      .map((diagnostic) => asFinding(task, diagnostic)),
  })
}

function optionsOf({ folder, tsconfig, types }: Task): ts.CompilerOptions {
  const always: ts.CompilerOptions = { noEmit: true, allowJs: true, jsx: ts.JsxEmit.Preserve, skipLibCheck: true }
  // Without types, what a file imports is of no matter.
  if (!types || tsconfig === undefined) return { ...always, noResolve: true, noLib: true, types: [] }
  const file = path.join(folder, tsconfig)
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  return { ...ts.parseJsonConfigFileContent(config, ts.sys, folder, undefined, file).options, ...always }
}

function syntaxErrorOf(program: ts.Program, { folder }: Task, file: string): string | undefined {
  const sourceFile = program.getSourceFile(path.join(folder, file))
  if (!sourceFile) return 'the program has no such file'
  const [first] = program.getSyntacticDiagnostics(sourceFile)
  return first && ts.flattenDiagnosticMessageText(first.messageText, ' ')
}

function asFinding({ folder }: Task, { file, start = 0, messageText }: ts.Diagnostic): Finding {
  const [, message = '', rule = ''] = /^([^]*) \(backend\/([\w-]+)\)\n {2}https:/.exec(String(messageText)) ?? []
  const place = path.relative(folder, file?.fileName ?? '').replaceAll(path.sep, '/')
  return { file: place, ...placeIn(file?.text ?? '', start), rule, message }
}
