import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { installPlugin, node } from '../hosts/host.ts'
import type { Finding, Report } from './finding.ts'
import { prefix, type Task } from './task.ts'

interface FileResult {
  readonly filePath: string
  readonly messages: readonly {
    readonly ruleId: string | null
    readonly message: string
    readonly line: number
    readonly column: number
    readonly fatal?: true
  }[]
}

/** Lints with the ESLint, the parser and the TypeScript of a package below `tests/hosts`. */
export async function reportOfEslint(host: string, task: Task): Promise<Report> {
  const place = path.join(import.meta.dirname, '../hosts', host)
  const work = path.join(place, 'work', `parity-${process.pid}-${Math.random().toString(36).slice(2)}`)
  await mkdir(work, { recursive: true })
  try {
    await installPlugin(work)
    const config = path.join(work, 'eslint.config.mjs')
    await writeFile(config, configOf(task))
    const eslint = path.join(place, 'node_modules/eslint/bin/eslint.js')
    const args = [eslint, '--config', config, '--no-warn-ignored', '--format', 'json', ...task.files]
    const { status, stdout, stderr } = await node(task.folder, args)
    // Status 2 is a crash or a wrong command line.
    if (status !== 0 && status !== 1) throw new Error(`ESLint of ${host} ended with ${status}:\n${stdout}${stderr}`)
    return reportIn(JSON.parse(stdout), task.folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The code parts of the preset `all`, with the rules of the task, and the services of the parser when it asks for types. */
function configOf({ folder, rules, types }: Task): string {
  const languageOptions = types ? { parserOptions: { projectService: true, tsconfigRootDir: folder } } : {}
  return `
    import backend from 'eslint-plugin-backend'
    export default [
      ...backend.configs.all.filter(({ language }) => language === undefined).map((config) => ({ ...config, rules: {} })),
      {
        files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        rules: ${JSON.stringify(rules)},
        settings: { backend: { types: '${types ? 'services' : 'off'}' } },
      },
      { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: ${JSON.stringify(languageOptions)} },
    ]`
}

function reportIn(results: readonly FileResult[], folder: string): Report {
  const read = results.map(({ filePath, messages }) => ({
    file: path.relative(folder, filePath).replaceAll('\\', '/'),
    messages,
    fatal: messages.find(({ fatal }) => fatal),
  }))
  return {
    files: new Set(read.flatMap(({ file, fatal }) => (fatal ? [] : [file]))),
    unreadable: new Map(read.flatMap(({ file, fatal }) => (fatal ? [[file, fatal.message]] : []))),
    findings: read.flatMap(({ file, messages }) => messages.flatMap((message) => findingIn(file, message))),
  }
}

/** A comment about a rule that is not there makes ESLint report that rule; only ours count. */
function findingIn(file: string, { ruleId, ...place }: FileResult['messages'][number]): Finding[] {
  if (!ruleId?.startsWith(prefix)) return []
  const { line, column, message } = place
  // A finding about a comment that hides all behind it stands in column 0, which other hosts do not have.
  return [{ file, line, column: Math.max(column, 1), rule: ruleId.slice(prefix.length), message }]
}
