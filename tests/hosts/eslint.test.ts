import { appendFile, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { causeFinding, configs, findings, projectIn, removeProjects, type Project } from './host.ts'

const hosts = [
  { host: 'eslint-9.22', eslint: '9.22.0', typescript: '5.4.5', keepsCauses: false, suppresses: false, threads: false },
  { host: 'eslint-9.39', eslint: '9.39.5', typescript: '5.9.3', keepsCauses: true, suppresses: true, threads: true },
  { host: 'eslint-10', eslint: '10.15.0', typescript: '6.0.3', keepsCauses: true, suppresses: true, threads: true },
]

/** What `--fix` leaves of the files that it changes. */
const fixed = {
  'src/errors.ts': ['catch (error: any)', 'catch (error: unknown)'],
  'src/start.ts': ["console.log('started')", "logger.info('started')"],
} as const
const fixable = ['src/errors.ts:4', 'src/start.ts:6']

describe.for(hosts)('ESLint $eslint with TypeScript $typescript', { concurrent: true }, (given) => {
  const { host, keepsCauses, suppresses, threads } = given
  const expected = keepsCauses ? [...findings, causeFinding] : findings
  // ESLint deletes its cache when it runs without one, and fixes change files: each has a project of its own.
  const project = (name: string) => projectIn(host, `eslint-${name}`, configs)
  let shared: Project

  beforeAll(async () => {
    shared = await project('shared')
  })
  afterAll(() => removeProjects(host, 'eslint-'))

  it('is what really runs', async () => {
    const { stdout } = await shared.node('versions.js')
    expect(JSON.parse(stdout)).toEqual({ eslint: given.eslint, typescript: [given.typescript] })
  })

  it('reports what every other version reports', async () => {
    expect(await shared.eslint()).toEqual({ status: 1, findings: expected })
  })

  it('finds the preset by its name', async () => {
    expect((await shared.eslint('--config', 'named.config.js')).findings).toEqual(expected)
  })

  it('finds the preset of a plugin that the user has named otherwise', async () => {
    const { findings } = await shared.eslint('--config', 'renamed.config.js')
    expect(findings).toEqual(expected.map((finding) => finding.replace('backend/', 'be/')))
  })

  it('fixes', async () => {
    const { folder, eslint } = await project('fix')
    const before = await textsIn(folder)
    const { findings } = await eslint('--fix')
    expect(findings).toEqual(expected.filter((finding) => !fixable.some((place) => finding.startsWith(`${place} `))))
    const wanted = Object.entries(fixed).map(([file, [from, to]]) => [file, before[file]?.replace(from, to)])
    expect(await textsIn(folder)).toEqual({ ...before, ...Object.fromEntries(wanted) })
  })

  it('takes findings from its cache', async () => {
    const { folder, eslint } = await project('cache')
    expect((await eslint('--cache')).findings).toEqual(expected)
    // A file that has lost its findings behind the cache's back, keeping its size and its time, still has them.
    await hollowOut(path.join(folder, 'src/users.ts'))
    expect((await eslint('--cache')).findings).toEqual(expected)
    expect((await eslint()).findings).toEqual(expected.filter((finding) => !finding.startsWith('src/users.ts')))
  })

  it.runIf(suppresses)('suppresses what there is, and reports what comes later', async () => {
    const { folder, eslint } = await project('suppress')
    const warnings = expected.filter((finding) => finding.endsWith(' warning'))
    expect(await eslint('--suppress-all')).toEqual({ status: 0, findings: warnings })
    await appendFile(path.join(folder, 'src/clean.ts'), 'export const users: any[] = []\n')
    expect(await eslint()).toEqual({ status: 1, findings: ['src/clean.ts:9 backend/no-any error', ...warnings] })
  })

  it.runIf(threads)('reports the same from several threads', async () => {
    expect(await shared.eslint('--concurrency=2')).toEqual({ status: 1, findings: expected })
  })
})

async function textsIn(folder: string): Promise<Record<string, string>> {
  const names = await readdir(path.join(folder, 'src'))
  const texts = names.map(async (name) => [`src/${name}`, await readFile(path.join(folder, 'src', name), 'utf8')])
  return Object.fromEntries(await Promise.all(texts))
}

async function hollowOut(file: string): Promise<void> {
  const { size, atime, mtime } = await stat(file)
  await writeFile(file, ' '.repeat(size))
  await utimes(file, atime, mtime)
}
