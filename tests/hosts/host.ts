import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const repository = path.join(import.meta.dirname, '../..')

/** The ways to switch the recommended preset on. */
export const configs = {
  'eslint.config.js': `
    import { defineConfig } from 'eslint/config'
    import backend from 'eslint-plugin-backend'
    export default defineConfig(backend.configs.recommended)`,
  'named.config.js': `
    import { defineConfig } from 'eslint/config'
    import backend from 'eslint-plugin-backend'
    export default defineConfig({ plugins: { backend }, extends: ['backend/recommended'] })`,
  'renamed.config.js': `
    import { defineConfig } from 'eslint/config'
    import backend from 'eslint-plugin-backend'
    export default defineConfig({ plugins: { be: backend }, extends: ['be/recommended'] })`,
}

/** What the recommended preset finds in the fixture, whatever the versions. */
export const findings = [
  'src/errors.ts:4 backend/no-any error',
  'src/errors.ts:13 backend/no-swallowed-errors error',
  'src/legacy.js:1 backend/no-uuid error',
  'src/legacy.js:6 backend/no-swallowed-errors error',
  'src/legacy.js:7 backend/no-console error',
  'src/legacy.js:8 backend/no-select-star error',
  'src/report.sql:2 backend/no-select-star error',
  'src/start.ts:6 backend/no-console error',
  'src/stop.ts:1 backend/no-any error',
  'src/stop.ts:2 backend/no-console error',
  'src/totals.ts:1 backend/max-function-length warning',
  'src/users.ts:2 backend/no-uuid error',
  'src/users.ts:7 backend/no-select-star error',
]
/** What a core rule adds that only some versions of ESLint have. */
export const causeFinding = 'src/wrapped.ts:5 preserve-caught-error error'

/** A project in the folder of a host, so that ESLint, the parser and TypeScript are those the host has installed. */
export interface Project {
  readonly folder: string
  /** Runs Node there, and waits for its end, whatever its exit status. */
  node(...args: readonly string[]): Promise<Run>
  /** Runs the host's ESLint there, over everything unless told otherwise. */
  eslint(...args: readonly string[]): Promise<Linted>
}

export interface Run {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export interface Linted {
  readonly status: number
  /** Each finding as `file:line rule severity`. */
  readonly findings: readonly string[]
}

/** Makes a project afresh, with the fixture's sources and the built plugin installed. */
export async function projectIn(host: string, name: string, files: Readonly<Record<string, string>>): Promise<Project> {
  const folder = path.join(workOf(host), name)
  await rm(folder, { recursive: true, force: true })
  await cp(path.join(import.meta.dirname, 'fixture'), folder, { recursive: true })
  await installPlugin(folder)
  const manifest = JSON.stringify({ type: 'module', private: true, dependencies: { pino: '10.4.0' } })
  for (const [file, text] of Object.entries({ 'package.json': manifest, ...files })) {
    await writeFile(path.join(folder, file), text)
  }
  return projectAt(folder, path.join(import.meta.dirname, host, 'node_modules/eslint/bin/eslint.js'))
}

/**
 * Copies what a package manager would install, and links what it would install with it. A link to the plugin would find
 * the parser of this repository and its TypeScript, not the host's.
 */
export async function installPlugin(folder: string): Promise<void> {
  const plugin = path.join(folder, 'node_modules/eslint-plugin-backend')
  for (const part of ['dist', 'oxlint']) {
    await cp(path.join(repository, part), path.join(plugin, part), { recursive: true })
  }
  await cp(path.join(repository, 'package.json'), path.join(plugin, 'package.json'))
  const manifest: { readonly dependencies: object } = createRequire(import.meta.url)('../../package.json')
  const names = Object.keys(manifest.dependencies).filter((name) => name !== '@typescript-eslint/parser')
  await link(plugin, ...names)
}

/** Links packages of this repository into a folder. */
export async function link(folder: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const place = path.join(folder, 'node_modules', name)
    await mkdir(path.dirname(place), { recursive: true })
    await symlink(await realpath(path.join(repository, 'node_modules', name)), place, 'junction')
  }
}

/** Removes the projects whose names begin so. */
export async function removeProjects(host: string, prefix: string): Promise<void> {
  const work = workOf(host)
  const names = (await readdir(work)).filter((name) => name.startsWith(prefix))
  await Promise.all(names.map((name) => rm(path.join(work, name), { recursive: true, force: true })))
}

/** Ends with the output of a Node process, however it went. */
export function node(folder: string, args: readonly string[], env: Partial<NodeJS.ProcessEnv> = {}): Promise<Run> {
  const options = { cwd: folder, maxBuffer: 2 ** 28, env: { ...process.env, ...env } }
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ status, stdout, stderr })
    })
  })
}

function workOf(host: string): string {
  return path.join(import.meta.dirname, host, 'work')
}

function projectAt(folder: string, eslint: string): Project {
  return {
    folder,
    node: (...args) => node(folder, args),
    async eslint(...args) {
      const { status, stdout, stderr } = await node(folder, [eslint, '--format', 'json', ...args])
      // Status 2 is a crash or a wrong command line.
      if (status !== 0 && status !== 1) throw new Error(`ESLint ended with ${status}:\n${stdout}${stderr}`)
      return { status, findings: findingsIn(JSON.parse(stdout), folder) }
    },
  }
}

interface FileResult {
  readonly filePath: string
  readonly messages: readonly {
    readonly ruleId: string | null
    readonly message: string
    readonly line: number
    readonly severity: 1 | 2
  }[]
}

function findingsIn(results: readonly FileResult[], folder: string): string[] {
  return results.flatMap(({ filePath, messages }) => {
    const file = path.relative(folder, filePath).replaceAll('\\', '/')
    return messages.map(
      ({ ruleId, message, line, severity }) =>
        `${file}:${line} ${ruleId ?? message} ${severity === 2 ? 'error' : 'warning'}`,
    )
  })
}
