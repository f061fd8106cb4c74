import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configs, installPlugin, node, projectIn, removeProjects, type Project } from './host.ts'

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

  it('lints JavaScript', async () => {
    expect(await project.eslint('src/legacy.js')).toEqual({
      status: 1,
      findings: [
        'src/legacy.js:1 backend/no-uuid error',
        'src/legacy.js:6 backend/no-swallowed-errors error',
        'src/legacy.js:7 backend/no-console error',
        'src/legacy.js:8 backend/no-select-star error',
      ],
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
})
