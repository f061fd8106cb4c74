import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'
import { readSettings } from '../../dist/settings.js'
import { configs, projectIn, removeProjects, type Project } from './host.ts'
import { diagnosticsOfOxlint, runOxlint } from './oxlint.ts'

const host = 'eslint-10'
const repository = path.join(import.meta.dirname, '../..')
const page = readFileSync(path.join(repository, 'docs/oxlint.md'), 'utf8')

function presetFile(name: string): string {
  return `./node_modules/eslint-plugin-backend/oxlint/${name}.json`
}

/** By their names: the folders of the tests are ignored by git, and so by oxlint. */
function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(folder, 'src')).map((name) => `src/${name}`)
}

/** A project with the plugin installed, and one of oxlint's configurations. */
async function project(name: string, config: object): Promise<Project> {
  return projectIn(host, `oxlint-${name}`, { ...configs, '.oxlintrc.json': JSON.stringify(config) })
}

/** Findings as `file:line rule severity`, rules by the names that ESLint has for them. */
async function findingsOf({ folder }: Project): Promise<string[]> {
  const found = await diagnosticsOfOxlint(folder, sourcesIn(folder))
  return found
    .map(({ file, rule, start, severity }) => {
      const line = readFileSync(path.join(folder, file), 'utf8').slice(0, start).split('\n').length
      return `${file}:${line} ${rule?.replace(/^eslint\((.+)\)$/, '$1').replace(/^(\w+)\((.+)\)$/, '$1/$2')} ${severity}`
    })
    .toSorted()
}

/** What a finding of oxlint's own default rules is, which the presets have nothing to do with. */
const quiet = { categories: { correctness: 'off' } }
const isOfCode = (finding: string) => !/^src\/[\w.]+\.sql:/.test(finding)

afterAll(() => removeProjects(host, 'oxlint-'))

describe('a preset that is extended', () => {
  it('finds in code what ESLint finds', async () => {
    const shared = await project('preset', { ...quiet, extends: [presetFile('recommended')] })
    const { findings } = await shared.eslint()
    const wanted = findings.filter(isOfCode).toSorted()
    expect(wanted.length).toBeGreaterThan(10)
    expect(await findingsOf(shared)).toEqual(wanted)
  })

  it.each(Object.keys(backend.configs))('%s loads', async (name) => {
    const { folder } = await project(`preset-${name}`, { extends: [presetFile(name)] })
    const { stdout } = await runOxlint(folder, ['--print-config', 'src/clean.ts'])
    const { rules = {} }: { rules?: Record<string, unknown> } = JSON.parse(stdout)
    const ours = Object.keys(rules).filter((rule) => rule.startsWith('backend/'))
    const entries = backend.configs[name as keyof typeof backend.configs].flatMap(({ language, rules: of = {} }) =>
      language === undefined ? Object.keys(of) : [],
    )
    const wanted = new Set(entries.filter((rule) => rule.startsWith('backend/')))
    expect(ours.toSorted()).toEqual([...wanted].toSorted())
  })

  it('can be changed, and loaded beside the plugin itself', async () => {
    const changed = await project('changed', {
      ...quiet,
      extends: [presetFile('recommended')],
      jsPlugins: ['eslint-plugin-backend'],
      rules: { 'backend/no-any': 'warn', 'backend/no-uuid': 'off' },
    })
    const found = await findingsOf(changed)
    expect(found.filter((finding) => finding.includes('/no-any '))).toEqual([
      'src/errors.ts:4 backend/no-any warning',
      'src/stop.ts:1 backend/no-any warning',
    ])
    expect(found.filter((finding) => finding.includes('/no-uuid '))).toEqual([])
  })
})

describe('the plugin', () => {
  it('has the name that it is given', async () => {
    const renamed = await project('renamed', {
      ...quiet,
      jsPlugins: [{ name: 'be', specifier: 'eslint-plugin-backend' }],
      rules: { 'be/no-any': 'error' },
    })
    expect(await findingsOf(renamed)).toEqual(['src/errors.ts:4 be/no-any error', 'src/stop.ts:1 be/no-any error'])
  })

  it('knows its settings, and the defaults of its options', async () => {
    const settings = { backend: { logger: { module: '@/log', name: 'log', package: 'winston' } } }
    const told = await project('settings', { ...quiet, extends: [presetFile('recommended')], settings })
    const found = await diagnosticsOfOxlint(told.folder, sourcesIn(told.folder))
    // oxlint looks at several files at once, and another file has a logger of its own in scope.
    const lines = found.filter(({ rule }) => rule === 'backend(no-console)').map(({ message }) => message)
    expect(lines.join()).toContain('`log.')
    expect(found.find(({ rule }) => rule === 'backend(max-function-length)')?.message).toContain('over 30')
  })

  it('says which setting makes no sense', async () => {
    const settings = { backend: { dialect: 'nonsense' } }
    const { folder } = await project('wrong', { extends: [presetFile('recommended')], settings })
    const { status, stdout } = await runOxlint(folder, ['src/users.ts'])
    expect(status).toBe(1)
    expect(stdout).toContain('settings.backend.dialect must be one of')
  })

  it('takes settings that say the same for the same', () => {
    // oxlint makes the object anew for each file; what has been read of a project is kept for it.
    const said = () => readSettings({ backend: { dialect: 'mysql', libraries: [] } })
    expect(said()).toBe(said())
    expect(said()).not.toBe(readSettings({ backend: { dialect: 'sqlite', libraries: [] } }))
  })

  it('is silent where a comment says so, of either linter, also of the twin of a rule', async () => {
    const { folder } = await project('comments', { ...quiet, extends: [presetFile('recommended')] })
    const names = ['backend/no-any', '@typescript-eslint/no-explicit-any']
    const lines = ['eslint', 'oxlint'].flatMap((linter) =>
      names.map((name, at) => `// ${linter}-disable-next-line ${name}\nexport let ${linter}${at}: any`),
    )
    await writeFile(path.join(folder, 'src/comments.ts'), `${lines.join('\n')}\nexport let reported: any\n`)
    const found = await diagnosticsOfOxlint(folder, ['src/comments.ts'])
    expect(found.map(({ rule, start }) => [rule, start])).toEqual([
      ['backend(no-any)', lines.join('\n').length + '\nexport let reported: '.length],
    ])
  })

  it('fixes what ESLint fixes', async () => {
    // A fix of oxlint's own, where ESLint has a suggestion.
    const rules = { 'preserve-caught-error': 'off' }
    const one = await project('fix', { extends: [presetFile('recommended')], rules })
    const other = await project('fixed', {})
    await runOxlint(one.folder, ['--fix', ...sourcesIn(one.folder)])
    await other.eslint('--fix')
    expect(textsIn(one.folder)).toEqual(textsIn(other.folder))
  })
})

function textsIn(folder: string): Record<string, string> {
  return Object.fromEntries(sourcesIn(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]))
}

describe('types', () => {
  afterAll(() => removeProjects('typescript-7', 'oxlint-'))

  it('come from the TypeScript 7 of the project, which no other plugin has there', async () => {
    const code = `export function nameIn(text: string) {\n  const user = JSON.parse(text)\n  return user.name\n}\n`
    const rules = { 'backend/no-any': 'error' }
    const config = { ...quiet, jsPlugins: ['eslint-plugin-backend'], rules }
    const { folder } = await projectIn('typescript-7', 'oxlint-types', {
      'tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, types: [] }, include: ['src'] }),
      'src/user.ts': code,
      '.oxlintrc.json': JSON.stringify(config),
      'untyped.json': JSON.stringify({ ...config, settings: { backend: { types: 'off' } } }),
    })
    const found = await diagnosticsOfOxlint(folder, ['src/user.ts'])
    expect(found.map(({ rule, start, end }) => [rule, code.slice(start, end)])).toEqual([
      ['backend(no-any)', 'JSON.parse(text)'],
    ])
    expect(await diagnosticsOfOxlint(folder, ['--config', 'untyped.json', 'src/user.ts'])).toEqual([])
  })
})

describe('docs/oxlint.md', () => {
  const blocks = [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language, code = '']) => ({ language, code }))
  const configurations = blocks.filter(({ language }) => language === 'json')

  it('has configurations', () => {
    expect(configurations.length).toBeGreaterThanOrEqual(3)
  })

  it.each(configurations)('has one that works: $code', async ({ code }) => {
    const shown = await project('page', JSON.parse(code))
    expect(await findingsOf(shown)).toEqual(expect.arrayContaining(['src/users.ts:7 backend/no-select-star error']))
  })

  it('leaves the other files to ESLint', async () => {
    const [{ code = '' } = {}] = blocks.filter(({ language }) => language === 'js')
    const split = await projectIn(host, 'oxlint-split', { 'eslint.config.js': code })
    expect((await split.eslint()).findings).toEqual(['src/report.sql:2 backend/no-select-star error'])
  })
})
