import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { node, projectIn, removeProjects, type Run } from '../hosts/host.ts'

const work = path.join(import.meta.dirname, '../hosts/typescript-7/work')
const driver = path.join(import.meta.dirname, '../support/ask-types.mjs')
const folders: string[] = []

const strict = { strict: true, target: 'es2022', module: 'preserve', moduleDetection: 'force', types: [], noEmit: true }

/** One thing that the process does, and with what. */
type Step = Readonly<Record<string, unknown>>

interface Asked extends Run {
  readonly answers: readonly unknown[]
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** Writes files, below a folder where `typescript` is TypeScript 7. */
function project(name: string, files: Readonly<Record<string, string | object>>): string {
  const folder = path.join(work, `native-${name}-${process.pid}`)
  folders.push(folder)
  rmSync(folder, { recursive: true, force: true })
  for (const [file, content] of Object.entries(files)) {
    const place = path.join(folder, file)
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

/** A process that lints, with its answers to each step. */
async function asked(folder: string, steps: readonly Step[]): Promise<Asked> {
  const run = await node(folder, [driver, JSON.stringify(steps)])
  return { ...run, answers: run.stdout === '' ? [] : JSON.parse(run.stdout) }
}

const tsconfig = { compilerOptions: strict, include: ['src'] }

describe('the text that is asked about', () => {
  it('is the one that is linted, not the one on disk', async () => {
    const folder = project('buffer', {
      'tsconfig.json': tsconfig,
      'src/one.ts': 'export const one = 1',
      'src/two.ts': "import { one } from './one.ts'\nexport const two = one",
    })
    const { answers, stderr } = await asked(folder, [
      { ask: 'src/two.ts' },
      { ask: 'src/one.ts', text: "export const one = 'edited'" },
      { ask: 'src/two.ts' },
      { ask: 'src/one.ts', text: "// 😀\nexport const one = 'edited', again = one" },
      { ask: 'src/one.ts' },
      { ask: 'src/two.ts' },
      { servers: '' },
    ])
    expect(answers.slice(0, -1)).toEqual([
      { two: '1' },
      { one: 'edited' },
      { two: 'edited' },
      { one: 'edited', again: 'edited' },
      { one: '1' },
      { two: '1' },
    ])
    expect(answers.at(-1)).toHaveLength(1)
    expect(stderr).toBe('')
  })

  it('may stand in a file that is not on disk yet', async () => {
    const folder = project('new', {
      'tsconfig.json': tsconfig,
      'src/user.ts': "import { fresh } from './folder/fresh.ts'\nexport const user = fresh",
      'src/folder/old.ts': 'export {}',
    })
    const { answers } = await asked(folder, [
      { ask: 'src/user.ts' },
      { ask: 'src/folder/fresh.ts', text: "import type {} from './old.ts'\nexport const fresh = 'new'" },
      { ask: 'src/user.ts' },
      { ask: 'elsewhere.ts', text: "export const outside = 'x'" },
    ])
    expect(answers).toEqual([{ user: 'nothing' }, { fresh: 'new' }, { user: 'new' }, { outside: 'nothing' }])
  })

  it('may be a part of another file, which has no types', async () => {
    const folder = project('part', { 'tsconfig.json': tsconfig, 'src/page.md': '', 'src/a.ts': '' })
    const { answers } = await asked(folder, [
      { ask: 'src/page.md/0.ts', text: 'export const part = 1' },
      { ask: 'src/page.md', text: 'export const whole = 1' },
    ])
    expect(answers).toEqual(['none', 'none'])
  })

  it('has no mark of byte order, other line ends, and any character', async () => {
    const text = "// 漢字 😀\r\nconst smile = '😀'\r\nexport const after = smile.length, same = smile\r\n"
    const folder = project('marks', { 'tsconfig.json': tsconfig, 'src/a.ts': `\uFEFF${text}` })
    expect((await asked(folder, [{ ask: 'src/a.ts', text }])).answers).toEqual([
      { smile: '😀', after: 'number', same: '😀' },
    ])
  })
})

describe('what others change on disk', () => {
  it('is seen by a process that goes on', async () => {
    const folder = project('disk', {
      'tsconfig.json': tsconfig,
      'src/one.ts': 'export const one = 1',
      'src/two.ts':
        "import { one } from './one.ts'\nimport { three } from './three.ts'\nexport const two = one, other = three",
    })
    const { answers } = await asked(folder, [
      { ask: 'src/two.ts' },
      { write: 'src/one.ts', text: "export const one = 'changed'" },
      { write: 'src/three.ts', text: 'export const three = 3' },
      { sleep: 1200 },
      { ask: 'src/two.ts' },
      { remove: 'src/three.ts' },
      { write: 'tsconfig.json', text: JSON.stringify({ compilerOptions: strict, include: ['other'] }) },
      { sleep: 1200 },
      { ask: 'src/two.ts' },
      { write: 'tsconfig.json', text: JSON.stringify(tsconfig) },
      { sleep: 1200 },
      { ask: 'src/two.ts' },
    ])
    expect(answers.filter((answer) => answer !== null)).toEqual([
      { two: '1', other: 'nothing' },
      { two: 'changed', other: '3' },
      { two: 'nothing', other: 'nothing' },
      { two: 'changed', other: 'nothing' },
    ])
  })

  it('is seen at once in the file that is linted', async () => {
    const folder = project('disk-linted', { 'tsconfig.json': tsconfig, 'src/one.ts': 'export const one = 1' })
    const { answers } = await asked(folder, [
      { ask: 'src/one.ts' },
      { write: 'src/one.ts', text: "export const longer = 'written'" },
      { ask: 'src/one.ts' },
    ])
    expect(answers).toEqual([{ one: '1' }, null, { longer: 'written' }])
  })

  it('are packages, too', async () => {
    const folder = project('packages', {
      'tsconfig.json': { ...tsconfig, compilerOptions: { ...strict, moduleResolution: 'bundler' } },
      'src/a.ts': "import { made } from 'made-here'\nexport const a = made",
      'node_modules/other/index.d.ts': '',
    })
    const { answers } = await asked(folder, [
      { ask: 'src/a.ts' },
      { write: 'node_modules/made-here.d.ts', text: "export declare const made: 'installed'" },
      { sleep: 1200 },
      { ask: 'src/a.ts' },
    ])
    expect(answers).toEqual([{ a: 'nothing' }, null, null, { a: 'installed' }])
  })
})

describe('the project of a file', () => {
  const value = 'export const value = Math.random() > 0.5 ? 1 : null'

  it('is the nearest that includes it, each with its own options', async () => {
    const folder = project('two', {
      'tsconfig.json': tsconfig,
      'src/a.ts': value,
      'packages/loose/tsconfig.json': { compilerOptions: { ...strict, strict: false }, include: ['src'] },
      'packages/loose/src/b.ts': value,
      'packages/loose/scripts/c.ts': value,
      'src/generated/d.js': value,
    })
    const all = ['src/a.ts', 'packages/loose/src/b.ts', 'src/a.ts', 'packages/loose/scripts/c.ts', 'src/generated/d.js']
    const { answers } = await asked(folder, [...all.map((file) => ({ ask: file })), { servers: '' }])
    expect(answers.slice(0, -1)).toEqual([
      { value: 'union' },
      { value: '1' },
      { value: 'union' },
      { value: 'nothing' },
      { value: 'nothing' },
    ])
    expect(answers.at(-1)).toHaveLength(1)
  })

  it('may be one that the nearest refers to', async () => {
    const part = (include: string) => ({ compilerOptions: { ...strict, composite: true }, include: [include] })
    const folder = project('references', {
      'tsconfig.json': `// A solution.
        { "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./tests" /* a folder */ },] }`,
      'tsconfig.app.json': part('src'),
      'tests/tsconfig.json': { ...part('.'), references: [{ path: '../tsconfig.app.json' }] },
      'src/a.ts': value,
      'tests/b.ts': "import { value } from '../src/a.ts'\nexport const again = value",
      'other.ts': value,
    })
    const { answers, stderr } = await asked(folder, [{ ask: 'src/a.ts' }, { ask: 'tests/b.ts' }, { ask: 'other.ts' }])
    expect(answers).toEqual([{ value: 'union' }, { again: 'union' }, { value: 'nothing' }])
    expect(stderr).toBe('')
  })

  it('may have it because another file imports it', async () => {
    const folder = project('imported', {
      'tsconfig.json': { compilerOptions: strict, files: ['main.ts'] },
      'main.ts': "import './lib/used.ts'",
      'lib/used.ts': value,
      'lib/unused.ts': value,
    })
    const { answers } = await asked(folder, [{ ask: 'lib/used.ts' }, { ask: 'lib/unused.ts' }])
    expect(answers).toEqual([{ value: 'union' }, { value: 'nothing' }])
  })

  it('may be one of JavaScript', async () => {
    const folder = project('javascript', {
      'jsconfig.json': { compilerOptions: { ...strict, checkJs: true } },
      'a.js': '/** @type {Map<string, number>} */\nexport const map = new Map()',
    })
    expect((await asked(folder, [{ ask: 'a.js' }])).answers).toEqual([{ map: 'Map' }])
  })
})

describe('types are not known, and a notice says so once,', () => {
  const text = 'export const one = 1'

  it.each([
    ['an option is gone', { ...strict, baseUrl: '.' }, 'baseUrl'],
    ['a way to resolve modules is gone', { ...strict, moduleResolution: 'node10' }, 'node10'],
    ['an option is unknown', { ...strict, misspelt: true }, 'misspelt'],
  ])('when %s', async (name, compilerOptions, word) => {
    const folder = project(`rejected-${word}`, {
      'tsconfig.json': { compilerOptions, include: ['src'] },
      'src/a.ts': text,
      'src/b.ts': text,
      'good/tsconfig.json': { compilerOptions: strict },
      'good/c.ts': text,
    })
    const steps = [{ ask: 'src/a.ts' }, { ask: 'src/b.ts' }, { ask: 'good/c.ts' }]
    const { answers, stderr } = await asked(folder, steps)
    expect(answers).toEqual([{ one: 'nothing' }, { one: 'nothing' }, { one: '1' }])
    expect(noticesIn(stderr)).toEqual([expect.stringContaining(`${word}`)])
    expect(stderr).toContain('typescript 7.0.2 rejects')
  })

  it('when its configuration is no JSON', async () => {
    const folder = project('broken', { 'tsconfig.json': '{ "compilerOptions": { "strict": ', 'a.ts': text })
    const { answers, stderr } = await asked(folder, [{ ask: 'a.ts' }])
    expect(answers).toEqual([{ one: 'nothing' }])
    expect(noticesIn(stderr)).toHaveLength(1)
  })

  it('when the server is killed in the middle of a run', async () => {
    const folder = project('killed', { 'tsconfig.json': tsconfig, 'src/a.ts': text, 'src/b.ts': text })
    const { answers, stderr, status } = await asked(folder, [
      { ask: 'src/a.ts' },
      { kill: 'SIGKILL' },
      { ask: 'src/b.ts' },
      { sleep: 100 },
      { ask: 'src/a.ts', text: `${text} + 1` },
      { servers: '' },
    ])
    expect(status).toBe(0)
    expect(answers).toEqual([{ one: '1' }, null, { one: 'nothing' }, null, { one: 'nothing' }, []])
    expect(noticesIn(stderr)).toEqual([
      expect.stringContaining('typescript 7.0.2 cannot be asked about types: its process ended'),
    ])
  })

  it.each([
    ['an API that lacks something', 'export class API {}\nexport const TypeFlags = {}', 'API.parseConfigFile'],
    ['an API that cannot be loaded', "throw new Error('not on this machine')", 'not on this machine'],
  ])('when the version has %s', async (name, sync, why) => {
    const folder = project(`other-${why.replaceAll(/\W/g, '-')}`, {
      'tsconfig.json': tsconfig,
      'src/a.ts': text,
      'node_modules/typescript/package.json': {
        name: 'typescript',
        version: '7.9.0',
        type: 'module',
        exports: { './package.json': './package.json', './unstable/sync': './sync.js', './unstable/ast': './ast.js' },
      },
      'node_modules/typescript/sync.js': sync,
      'node_modules/typescript/ast.js': 'export const SyntaxKind = {}',
    })
    const { answers, stderr } = await asked(folder, [{ ask: 'src/a.ts' }, { ask: 'src/a.ts' }])
    expect(answers).toEqual([{ one: 'nothing' }, { one: 'nothing' }])
    expect(noticesIn(stderr)).toEqual([expect.stringContaining(why)])
    expect(stderr).toContain('typescript 7.9.0')
  })

  it('when it cannot be started', async () => {
    const folder = project('not-started', {
      'tsconfig.json': tsconfig,
      'src/a.ts': text,
      'node_modules/@typescript/typescript-none/package.json': {},
    })
    const installed = realpathSync(path.join(work, '../node_modules/typescript'))
    const copied = path.join(folder, 'node_modules/typescript')
    // The program itself is a package of its own, which is not there now.
    cpSync(installed, copied, {
      recursive: true,
      filter: (file) => !file.startsWith(path.join(installed, 'node_modules')),
    })
    const { answers, stderr, status } = await asked(folder, [{ ask: 'src/a.ts' }, { sleep: 100 }, { ask: 'src/a.ts' }])
    expect(status).toBe(0)
    expect(answers).toEqual([{ one: 'nothing' }, null, { one: 'nothing' }])
    expect(noticesIn(stderr)).toEqual([expect.stringContaining('it cannot be started')])
  })

  it('when `native` is asked for, and there is no TypeScript 7', async () => {
    const folder = path.join(work, '../../eslint-10')
    const { answers, stderr } = await asked(folder, [
      { ask: 'a.ts', text, types: 'native' },
      { ask: 'a.ts', text, types: 'auto' },
      { ask: 'a.ts', text, types: 'services' },
      { ask: 'a.ts', text, types: 'off' },
    ])
    expect(answers).toEqual(['none', 'none', 'none', 'none'])
    expect(noticesIn(stderr)).toEqual([expect.stringContaining('no TypeScript 7 is installed')])
  })
})

describe('the server', () => {
  const files = { 'tsconfig.json': tsconfig, 'src/a.ts': 'export const one = 1' }

  it('starts with the first question, not before', async () => {
    const { answers } = await asked(project('lazy', files), [
      { expect: 'src/a.ts' },
      { servers: '' },
      { ask: 'src/a.ts' },
      { servers: '' },
    ])
    expect(answers).toEqual(['native', [], { one: '1' }, [expect.any(Number)]])
  })

  it.each([
    ['exit', 3],
    ['killMyself', -1],
  ])('ends with the process that started it, by %s', async (how, status) => {
    const steps = [{ ask: 'src/a.ts' }, { servers: '' }, { [how]: 3 }]
    const run = await asked(project(`end-${how}`, files), steps)
    expect(run.status).toBe(status)
    expect(run.stderr).toBe('')
    const [, servers] = run.answers
    expect(servers).toEqual([expect.any(Number)])
    await expect.poll(() => running().filter((pid) => [servers].flat().includes(pid))).toEqual([])
  })

  it('is one that stands under another name, beside an older TypeScript', async () => {
    const folder = project('alias', {
      ...files,
      'node_modules/typescript/package.json': { name: 'typescript', version: '6.0.3' },
      'node_modules/@typescript/native/package.json': { name: 'other', version: '1.0.0' },
    })
    expect((await asked(folder, [{ ask: 'src/a.ts' }])).answers).toEqual(['none'])
  })
})

describe('ESLint with TypeScript 7', () => {
  const config = `
    import { typesOf } from './node_modules/eslint-plugin-backend/dist/types/here.js'
    const type = {
      create(context) {
        const names = []
        return {
          VariableDeclarator: ({ id }) => names.push(id),
          'Program:exit'() {
            const types = typesOf(context)
            types?.expect(names)
            for (const node of names) {
              if (types?.of(node)?.declaration?.name === 'Map') context.report({ node, message: 'a map' })
            }
          },
        }
      },
    }
    export default [{ files: ['src/many/*.js'], plugins: { own: { rules: { type } } }, rules: { 'own/type': 'error' } }]`
  const name = `types-threads-${process.pid}`

  afterAll(() => removeProjects('typescript-7', name))

  it('finds the same in one thread and in two, and leaves no server', async () => {
    const { folder, eslint } = await projectIn('typescript-7', name, {
      'threads.config.js': config,
      'jsconfig.json': JSON.stringify({ compilerOptions: { ...strict, checkJs: true }, include: ['src/many'] }),
    })
    const all = Array.from({ length: 24 }, (_, at) => `file-${String(at).padStart(2, '0')}.js`)
    mkdirSync(path.join(folder, 'src/many'))
    for (const file of all) {
      const other = all[(all.indexOf(file) + 1) % all.length] ?? file
      const text = `import { map as other } from './${other}'\nexport const map = new Map(), copy = other`
      writeFileSync(path.join(folder, 'src/many', file), text)
    }
    const one = await eslint('--config', 'threads.config.js', 'src/many')
    const two = await eslint('--config', 'threads.config.js', '--concurrency', '2', 'src/many')
    expect(one.findings).toEqual(all.flatMap((file) => [1, 2].map(() => `src/many/${file}:2 own/type error`)).sort())
    expect([...two.findings].sort()).toEqual([...one.findings].sort())
    await expect.poll(() => runningIn(folder)).toEqual([])
  })
})

function noticesIn(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line.includes('eslint-plugin-backend:'))
}

/** Processes that have not ended; one that nobody waited for may still be listed. */
function running(): number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' }).trim().split('\n')
  return all
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([pid, state = '']) => (/^Z/.test(state) ? [] : Number(pid)))
}

function runningIn(folder: string): string[] {
  const all = execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' }).split('\n')
  return all.filter((line) => line.includes('--api') && line.includes(folder))
}
