import { realpath, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { node } from '../hosts/host.ts'
import type { Finding, Report } from './finding.ts'
import { prefix, type Task } from './task.ts'

const repository = path.join(import.meta.dirname, '../..')
const newest = path.join(import.meta.dirname, '../hosts/eslint-10/node_modules/typescript')

/** Checks with TypeScript 6, the transformer in it, by ts-patch. */
export async function reportOfTspc(task: Task): Promise<Report> {
  const tspc = path.join(repository, 'node_modules/ts-patch/bin/tspc.js')
  return reportOfCompiler(task, 'services', [tspc], { TSP_COMPILER_TS_PATH: await realpath(newest) })
}

/** Checks with the TypeScript 7 that the folder has, by `backend-tsc`. */
export function reportOfCommand(task: Task): Promise<Report> {
  return reportOfCompiler(task, 'native', [path.join(repository, 'dist/bundle/hosts-run-backend-tsc.js')])
}

/** Whether TypeScript 7 is what a file of the folder would import. */
export function hasNativeCompiler(folder: string): boolean {
  try {
    const manifest: { readonly version: string } = createRequire(path.join(folder, 'file.js'))(
      'typescript/package.json',
    )
    return Number(manifest.version.split('.')[0]) >= 7
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return false
    throw error
  }
}

async function reportOfCompiler(
  task: Task,
  types: 'services' | 'native',
  compiler: readonly string[],
  env: Partial<NodeJS.ProcessEnv> = {},
): Promise<Report> {
  // Beside the project's own, since paths and what a file is for are told from where the configuration stands.
  const config = path.join(task.folder, `tsconfig.parity-${process.pid}.json`)
  await writeFile(config, JSON.stringify(configOf(task, types)))
  try {
    const { stdout, stderr } = await node(task.folder, [...compiler, '-p', config, '--pretty', 'false'], env)
    const wrong = /^.*error TS990002: .*/m.exec(stdout)?.[0]
    if (wrong !== undefined || !/^(?:\S+\(\d+,\d+\): error .*|$)/m.test(stdout))
      throw new Error(wrong ?? stdout + stderr)
    const files = await filesOf(task, config)
    return { files, unreadable: new Map(), findings: findingsIn(stdout).filter(({ file }) => files.has(file)) }
  } finally {
    await rm(config, { force: true })
  }
}

/** The project as it is, with the rules in its compiler. */
function configOf({ tsconfig = 'tsconfig.json', rules, types }: Task, checker: 'services' | 'native'): object {
  // ts-patch has to find it from where the configuration stands; the other knows its entry by the name.
  const isPatched = checker === 'services'
  const transform = isPatched
    ? path.join(repository, 'dist/bundle/hosts-transformer.js')
    : 'eslint-plugin-backend/transformer'
  const settings = { backend: { types: types ? checker : 'off' } }
  return {
    extends: `./${tsconfig}`,
    compilerOptions: {
      noEmit: true,
      composite: false,
      incremental: false,
      plugins: [{ transform, transformProgram: true, preset: 'all', rules, settings }],
    },
  }
}

/** The files of code that are in the program. */
async function filesOf({ folder, files }: Task, config: string): Promise<ReadonlySet<string>> {
  const { stdout } = await node(folder, [path.join(newest, 'bin/tsc'), '-p', config, '--listFilesOnly'])
  const listed = new Set(stdout.split('\n').map((file) => path.relative(folder, file).replaceAll('\\', '/')))
  return new Set(files.filter((file) => listed.has(file)))
}

/** `src/a.ts(1,2): error TS990001: Message. (backend/no-any)` */
function findingsIn(output: string): Finding[] {
  return [...output.matchAll(/^(.+?)\((\d+),(\d+)\): error TS990001: (.*) \(([\w/-]+)\)$/gm)].map(
    ([, file = '', line, column, message = '', rule = '']) => ({
      file,
      line: Number(line),
      column: Number(column),
      rule: rule.slice(prefix.length),
      message,
    }),
  )
}
