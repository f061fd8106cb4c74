import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { node, projectIn, removeProjects, type Run } from './host.ts'

const host = 'typescript-7'
const name = 'backend-tsc'
let count = 0

afterAll(() => removeProjects(host, name))

interface Compiled {
  readonly folder: string
  tsc(...words: readonly string[]): Promise<Run>
  backendTsc(...words: readonly string[]): Promise<Run>
}

/** A project with TypeScript 7 alone. The sources of the fixture are not in it. */
async function compiled(files: Readonly<Record<string, string>>): Promise<Compiled> {
  const { folder } = await projectIn(host, `${name}-${process.pid}-${(count += 1)}`, {})
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), text)
  }
  const plugin = path.join(folder, 'node_modules/eslint-plugin-backend')
  return {
    folder,
    tsc: (...words) =>
      node(folder, [path.join(import.meta.dirname, host, 'node_modules/typescript/bin/tsc'), ...words]),
    backendTsc: (...words) => node(folder, [path.join(plugin, 'dist/bundle/hosts-run-backend-tsc.js'), ...words]),
  }
}

function config(options: object = {}, plugin: object = {}, rest: object = {}): string {
  const plugins = [{ transform: 'eslint-plugin-backend/transformer', transformProgram: true, ...plugin }]
  return JSON.stringify({
    compilerOptions: { types: [], module: 'nodenext', target: 'es2022', plugins, ...options },
    include: ['server'],
    ...rest,
  })
}

const good = 'export const answer: number = 42\n'
const wrong = "export const answer: number = 'é😀'\n"
const swallowed = 'export function load(read: () => void) {\n  try {\n    read()\n  } catch {}\n}\n'
const code = 'TS990001'

describe('backend-tsc prints what the compiler prints', () => {
  it.each([
    ['errors in several files', { 'server/a.ts': wrong, 'server/b.ts': `${good}${wrong.replaceAll('answer', 'b')}` }],
    ['one error', { 'server/a.ts': wrong }],
    [
      'several errors in one file',
      { 'server/a.ts': `${wrong}export const b: string = 1\r\nexport const c: string = 2` },
    ],
    ['a chain and another place', { 'server/a.ts': chained }],
    ['an error of several lines', { 'server/a.ts': long }],
    ['a syntax error, and nothing else', { 'server/a.ts': 'const = 1', 'server/b.ts': wrong }],
    ['an error of the configuration', { 'server/a.ts': wrong, 'tsconfig.json': config({ noEmit: true, unheard: 1 }) }],
    ['an option that is gone', { 'server/a.ts': wrong, 'tsconfig.json': config({ noEmit: true, baseUrl: '.' }) }],
    ['no files', { 'readme.md': '' }],
    ['nothing', { 'server/a.ts': good }],
  ])('for %s', async (_, files) => {
    const project = await compiled({ 'tsconfig.json': config({ noEmit: true }), ...files })
    for (const pretty of ['true', 'false']) {
      const ours = await project.backendTsc('--pretty', pretty)
      const theirs = await project.tsc('--pretty', pretty)
      expect(ours.stdout).toBe(theirs.stdout)
      expect(ours.stderr.replace(/.*TypesWarning[^]*/, '')).toBe('')
      expect(ours.status === 0).toBe(theirs.status === 0)
    }
  })
})

const chained = `
interface Options { readonly load: (given: { readonly id: number }) => Promise<string> }
export const options: Options = { load: async (given: { readonly id: string }) => given.id }
`
const long = `
function take(given: string) { return given }
take({
  a: 1,

\tb: 2,
  c: 3,
  d: 4,
})
`

describe('backend-tsc', () => {
  it('adds what the rules find, in the order of the files', async () => {
    const project = await compiled({
      'tsconfig.json': config({ noEmit: true }),
      'server/a.ts': swallowed,
      'server/b.ts': wrong,
      'server/c.ts': `// eslint-disable-next-line backend/no-any -- from outside, unchecked\nexport const a: any = 1\nexport const b: any = 2\n`,
    })
    const { stdout, status } = await project.backendTsc()
    const heads = stdout.split('\n').flatMap((line) => /^\S+\(\d+,\d+\): error \w+/.exec(line)?.[0] ?? [])
    expect(heads).toEqual([
      `server/a.ts(4,5): error ${code}`,
      'server/b.ts(1,14): error TS2322',
      `server/c.ts(3,17): error ${code}`,
    ])
    expect(stdout).toContain('(backend/no-swallowed-errors)\n  https://')
    expect(status).toBe(1)
  })

  it('takes its options from the entry of the transformer, also from a configuration that is extended', async () => {
    const project = await compiled({
      'base.json': JSON.stringify({
        compilerOptions: {
          plugins: [{ transform: 'eslint-plugin-backend/transformer', rules: { 'no-any': 'off' } }],
        },
      }),
      'tsconfig.json': JSON.stringify({
        extends: './base.json',
        compilerOptions: { noEmit: true, types: [] },
        include: ['server'],
      }),
      'server/a.ts': `${swallowed}export const b: any = 2\n`,
    })
    const { stdout } = await project.backendTsc()
    expect([...stdout.matchAll(/backend\/[\w-]+\)/g)].map(String)).toEqual(['backend/no-swallowed-errors)'])
  })

  it('names an option that is wrong', async () => {
    const project = await compiled({
      'tsconfig.json': config({ noEmit: true }, { preset: 'recomended' }),
      'server/a.ts': swallowed,
    })
    const { stdout, status } = await project.backendTsc()
    expect(stdout).toContain('error TS990002: eslint-plugin-backend/transformer: preset must be one of')
    expect(stdout).not.toContain('no-swallowed-errors')
    expect(status).toBe(1)
  })

  it('writes what the compiler writes', async () => {
    const options = { rootDir: 'server', outDir: 'out', declaration: true, sourceMap: true, incremental: true }
    const project = await compiled({
      'tsconfig.json': config(options),
      'other.json': config({ ...options, outDir: 'expected', incremental: false }),
      'server/a.ts': `${good}export enum Level { Low }\nexport class A { private b = 1 }\n`,
      'server/b.ts': swallowed,
    })
    expect((await project.backendTsc()).status).toBe(2)
    expect((await project.tsc('-p', 'other.json')).status).toBe(0)
    const names = (await readdir(path.join(project.folder, 'expected'))).sort()
    expect(names).toEqual(['a.d.ts', 'a.js', 'a.js.map', 'b.d.ts', 'b.js', 'b.js.map'])
    for (const file of names) expect(await textIn(project, 'out', file)).toBe(await textIn(project, 'expected', file))
    // Nothing has changed, and the finding is still there.
    expect((await project.backendTsc()).stdout).toContain('no-swallowed-errors')
  })

  it.each([
    ['with an error and noEmitOnError', { noEmitOnError: true }, [], swallowed, 1, false],
    ['with --noEmit', {}, ['--noEmit'], swallowed, 1, false],
    ['with --noEmit and no error', {}, ['--noEmit'], good, 0, false],
    ['without errors', { noEmitOnError: true }, [], good, 0, true],
    ['with errors', {}, [], wrong, 2, true],
  ])('ends %s as the compiler does', async (_, options, words, text, status, writes) => {
    const project = await compiled({
      'tsconfig.json': config({ rootDir: 'server', outDir: 'out', ...options }),
      'server/a.ts': text,
    })
    expect((await project.backendTsc(...words)).status).toBe(status)
    expect((await readdir(project.folder)).includes('out')).toBe(writes)
  })

  it('builds projects after those that they refer to, and lints each file once', async () => {
    const composite = { composite: true, outDir: 'out', rootDir: '.' }
    const project = await compiled({
      'tsconfig.json': JSON.stringify({ files: [], references: [{ path: 'web' }, { path: 'base' }] }),
      'base/tsconfig.json': config(composite, {}, { include: ['*.ts'] }),
      'base/base.ts': `${swallowed}export const base = 1\n`,
      'web/tsconfig.json': config(composite, {}, { include: ['*.ts'], references: [{ path: '../base' }] }),
      'web/web.ts': "import { base } from '../base/base.js'\nexport const web: string = base\n",
    })
    for (const _ of ['first', 'again']) {
      const { stdout, status } = await project.backendTsc('-b')
      const heads = stdout.split('\n').flatMap((line) => /^\S+\(\d+,\d+\): error \w+/.exec(line)?.[0] ?? [])
      expect(heads).toEqual([`base/base.ts(4,5): error ${code}`, 'web/web.ts(2,14): error TS2322'])
      expect(status).toBe(2)
      expect(await readdir(path.join(project.folder, 'web/out'))).toContain('web.js')
    }
    expect((await project.backendTsc('-b', 'base', '--noEmit')).stdout).not.toContain('web.ts')
  })

  it('names projects that refer to each other', async () => {
    const project = await compiled({
      'a/tsconfig.json': JSON.stringify({ files: [], references: [{ path: '../b' }] }),
      'b/tsconfig.json': JSON.stringify({ files: [], references: [{ path: '../a' }] }),
    })
    const { stdout, status } = await project.backendTsc('-b', 'a')
    expect(stdout).toMatch(/^error: Projects refer to each other: .*a.tsconfig\.json → .*b.tsconfig\.json → /)
    expect(status).toBe(1)
  })

  it.each([
    [['-p', 'nowhere'], "error: The specified path does not exist: 'nowhere'.\n"],
    [['--strict'], "error: Unknown argument '--strict'. "],
    [['server/a.ts'], "error: Unknown argument 'server/a.ts'. Name a project with '--project server/a.ts'"],
    [['-p'], "error: '-p' needs a path after it.\n"],
    [['-p', '.', '-p', 'server'], "error: Several projects are checked with '--build'.\n"],
  ])('says what is wrong with %j', async (words, said) => {
    const project = await compiled({ 'tsconfig.json': config({ noEmit: true }), 'server/a.ts': good })
    const { stdout, status } = await project.backendTsc(...words)
    expect(stdout.slice(0, said.length)).toBe(said)
    expect(status).toBe(1)
  })

  it.skipIf(process.platform !== 'linux')('fails when the server is killed before all was checked', async () => {
    const project = await compiled({
      'tsconfig.json': config({ noEmit: true }, { preset: 'all' }),
      'server/a.ts': `export const first = ''\n`,
      'server/b.ts': `export function read(text: string) {\n  return JSON.parse(text)\n}\n`,
      // Kills what this process has started when the first file is read to be linted.
      'kill.mjs': `
        import fs from 'node:fs'
        import { syncBuiltinESMExports } from 'node:module'
        const { readFileSync } = fs
        fs.readFileSync = (file, ...rest) => {
          if (String(file).endsWith('server/a.ts')) {
            const [child] = readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').split(' ')
            if (child) process.kill(Number(child), 'SIGKILL')
          }
          return readFileSync(file, ...rest)
        }
        syncBuiltinESMExports()`,
    })
    const program = path.join(project.folder, 'node_modules/eslint-plugin-backend/dist/bundle/hosts-run-backend-tsc.js')
    const { stdout, stderr, status } = await node(project.folder, ['--import', './kill.mjs', program])
    expect(stdout).toBe('error: typescript 7.0.2 ended before all was checked. Run it again.\n')
    expect(stderr).toContain('TypesWarning')
    expect(status).toBe(1)
  })

  it('sees edits in watch mode', async () => {
    const project = await compiled({ 'tsconfig.json': config({ noEmit: true }), 'server/a.ts': swallowed })
    const edit = (file: string, text: string) => writeFile(path.join(project.folder, file), text)
    const program = path.join(project.folder, 'node_modules/eslint-plugin-backend/dist/bundle/hosts-run-backend-tsc.js')
    const watcher = spawn(process.execPath, [program, '--watch'], { cwd: project.folder })
    try {
      let said = ''
      const until = (text: string) =>
        new Promise<void>((resolve) => {
          const look = () => {
            if (!said.includes(text)) return
            watcher.stdout.off('data', look)
            said = ''
            resolve()
          }
          watcher.stdout.on('data', look)
          look()
        })
      watcher.stdout.on('data', (data: Buffer) => (said += data.toString()))
      await until('Found 1 error. Watching for file changes.')
      await edit('server/a.ts', good)
      await until('Found 0 errors. Watching for file changes.')
      await edit('server/b.ts', wrong)
      await until('Found 1 error. Watching for file changes.')
      await edit('server/b.ts', `${swallowed}${wrong}`)
      await until('Found 2 errors. Watching for file changes.')
      await edit('tsconfig.json', config({ noEmit: true }, { rules: { 'no-swallowed-errors': 'off' } }))
      await until('Found 1 error. Watching for file changes.')
    } finally {
      watcher.kill()
    }
  })
})

function textIn({ folder }: Compiled, ...place: readonly string[]): Promise<string> {
  return readFile(path.join(folder, ...place), 'utf8')
}
