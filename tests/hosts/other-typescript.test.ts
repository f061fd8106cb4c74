import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  causeFinding,
  configs,
  findings,
  installPlugin,
  link,
  node,
  projectIn,
  removeProjects,
  type Project,
} from './host.ts'

/** Imports the plugin, and prints its rules and the TypeScript that it would find. */
const program = `
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import backend from 'eslint-plugin-backend'

function found(name) {
  try {
    return createRequire(fileURLToPath(import.meta.resolve('eslint-plugin-backend')))(name + '/package.json').version
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return 'none'
    throw error
  }
}
const presets = Object.keys(backend.configs)
process.stdout.write(JSON.stringify({ presets, typescript: found('typescript'), eslint: found('eslint') }))`
/** Lints a line of TypeScript with the recommended rules, and prints what is found. */
const lintIt = `
import { Linter } from 'eslint'
import backend from 'eslint-plugin-backend'

const messages = new Linter().verify('export const user: any = 1', backend.configs.recommended, 'src/user.ts')
process.stdout.write(JSON.stringify(messages.map(({ ruleId, message }) => ruleId ?? message)))`
const importIt = ['--input-type=module', '--eval', program]
const presets = expect.arrayContaining(['recommended', 'strict', 'all'])

describe('with TypeScript 7 alone', () => {
  const host = 'typescript-7'
  let project: Project

  beforeAll(async () => {
    project = await projectIn(host, 'typescript-7', configs)
  })
  afterAll(() => removeProjects(host, 'typescript-7'))

  it('is imported', async () => {
    const { stdout, stderr } = await project.node(...importIt)
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({ presets, typescript: '7.0.2', eslint: '10.15.0' })
  })

  it('lints as with every other version, and loads no TypeScript for it', async () => {
    expect(await project.eslint()).toEqual({ status: 1, findings: [...findings, causeFinding] })
    const { stdout } = await project.node('versions.js')
    expect(JSON.parse(stdout)).toEqual({ eslint: '10.15.0', typescript: [] })
  })

  it('fixes TypeScript', async () => {
    await project.eslint('--fix', 'src/errors.ts')
    expect(await readFile(path.join(project.folder, 'src/errors.ts'), 'utf8')).toContain('catch (error: unknown)')
  })

  it('says where a text is no TypeScript', async () => {
    await writeFile(path.join(project.folder, 'src/broken.ts'), 'const a = 1\nconst b = = 2\n')
    expect(await project.eslint('src/broken.ts')).toEqual({
      status: 1,
      findings: ['src/broken.ts:2 Parsing error: Unexpected token error'],
    })
  })
})

describe('without TypeScript, ESLint and everything else', () => {
  let folder: string

  beforeAll(async () => {
    // Outside the repository, whose packages would be found from any folder in it.
    folder = await mkdtemp(path.join(tmpdir(), 'eslint-plugin-backend-'))
    await installPlugin(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is imported', async () => {
    const { stdout, stderr } = await node(folder, importIt)
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({ presets, typescript: 'none', eslint: 'none' })
  })

  it('lints TypeScript, once ESLint is there', async () => {
    await link(folder, 'eslint')
    const { stdout, stderr } = await node(folder, ['--input-type=module', '--eval', lintIt])
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual(['backend/no-any'])
  })
})
