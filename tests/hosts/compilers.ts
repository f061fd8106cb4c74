import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { installPlugin, type Run } from './host.ts'

const repository = path.join(import.meta.dirname, '../..')

/** A compiler, and the ts-patch that lets it run transformers. */
export interface Compiler {
  readonly name: string
  /** The package below `tests/hosts` that has the compiler, and whose parser the plugin finds. */
  readonly host: string
  /** The folder of ts-patch. */
  readonly tsPatch: string
}

const tsPatch = path.join(repository, 'node_modules/ts-patch')

/** The newest of the compilers that run transformers, on which every mode is tried. */
export const newest: Compiler = { name: 'TypeScript 6.0 with ts-patch 3.3', host: 'eslint-10', tsPatch }

/** Older compilers, as far back as the plugin goes. */
export const older: readonly Compiler[] = [
  { name: 'TypeScript 5.9 with ts-patch 3.3', host: 'eslint-9.39', tsPatch },
  { name: 'TypeScript 5.4 with ts-patch 3.3', host: 'eslint-9.22', tsPatch },
]

/** It asks for Node.js 22.15. */
export const tsPatch4: Compiler = {
  name: 'TypeScript 6.0 with ts-patch 4',
  host: 'ts-patch-4',
  tsPatch: path.join(import.meta.dirname, 'ts-patch-4/node_modules/ts-patch'),
}

/** The files of a project, by their paths. */
export type Files = Readonly<Record<string, string>>

/** A project on disk, below the package whose compiler is to be found from it. */
export class CompiledProject {
  readonly folder: string
  private readonly compiler: Compiler

  constructor(compiler: Compiler, name: string) {
    this.compiler = compiler
    this.folder = path.join(import.meta.dirname, compiler.host, 'work', `${name}-${process.pid}`)
  }

  /** Makes the project afresh, with the built plugin installed. */
  async create(files: Files): Promise<void> {
    this.remove()
    await installPlugin(this.folder)
    this.write(files)
  }

  write(files: Files) {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true })
      writeFileSync(path.join(this.folder, name), text)
    }
  }

  remove(...names: readonly string[]) {
    for (const name of names.length > 0 ? names : ['.']) {
      rmSync(path.join(this.folder, name), { recursive: true, force: true })
    }
  }

  /** Runs ts-patch's `tspc`. */
  tspc(...args: readonly string[]): Promise<Run> {
    return this.run(this.tspcProcess(args))
  }

  /** Runs the compiler as it is. */
  tsc(...args: readonly string[]): Promise<Run> {
    return this.node(path.join(this.typescript, 'bin/tsc'), ...args)
  }

  node(...args: readonly string[]): Promise<Run> {
    return this.run(spawn(process.execPath, args, { cwd: this.folder }))
  }

  get typescript(): string {
    return realpathSync(path.join(import.meta.dirname, this.compiler.host, 'node_modules/typescript'))
  }

  /** What a folder holds, by the names of its files. */
  read(folder: string): Record<string, string> {
    const all = readdirSync(path.join(this.folder, folder), { recursive: true, withFileTypes: true })
    const files = all.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
    return Object.fromEntries(
      files.sort().map((file) => [path.relative(path.join(this.folder, folder), file), readFileSync(file, 'utf8')]),
    )
  }

  /** Starts `tspc --watch`. */
  watch(...args: readonly string[]): Watch {
    return new Watch(this.tspcProcess([...args, '--preserveWatchOutput']))
  }

  private tspcProcess(args: readonly string[]) {
    const script = path.join(this.compiler.tsPatch, 'bin/tspc.js')
    // What ts-patch has patched, it keeps for itself of another version, unless each has a place of its own.
    const kept = path.join(import.meta.dirname, this.compiler.host, 'work/.ts-patch')
    const env = { ...process.env, TSP_COMPILER_TS_PATH: this.typescript, TSP_CACHE_DIR: kept }
    return spawn(process.execPath, [script, ...args], { cwd: this.folder, env })
  }

  private run(child: ReturnType<typeof spawn>): Promise<Run> {
    return new Promise((resolve, reject) => {
      let [stdout, stderr] = ['', '']
      child.stdout?.on('data', (text) => (stdout += String(text)))
      child.stderr?.on('data', (text) => (stderr += String(text)))
      child.on('error', reject)
      child.on('close', (status) => resolve({ status: status ?? -1, stdout, stderr }))
    })
  }
}

/** A compiler that watches. */
export class Watch {
  private readonly child: ReturnType<typeof spawn>
  private output = ''

  constructor(child: ReturnType<typeof spawn>) {
    this.child = child
    child.stdout?.on('data', (text) => (this.output += String(text)))
  }

  /**
   * What the compiler has said since the last time, once it waits for a change.
   * @param edit what it is to see; again after a while, because it says that it waits before it does
   */
  async round(edit?: () => void): Promise<string> {
    const end = /Watching for file changes\.\s*/
    edit?.()
    for (let waited = 0; !end.test(this.output); waited += 50) {
      if (this.child.exitCode !== null) throw new Error(`The compiler ended:\n${this.output}`)
      if (this.output === '' && waited > 0 && waited % 5000 === 0) edit?.()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const said = this.output
    this.output = ''
    return said
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      if (this.child.exitCode !== null) return resolve()
      this.child.on('close', () => resolve())
      this.child.kill()
    })
  }
}

/** The findings in what a compiler printed: `src/orders.ts(1,15) backend/no-any`. */
export function findingsIn(output: string): string[] {
  return [...output.matchAll(/^(\S+\(\d+,\d+\)): error TS990001: .* \((backend\/[\w-]+)\)$/gm)].map(
    ([, place = '', rule = '']) => `${place} ${rule}`,
  )
}
