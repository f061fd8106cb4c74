import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { marked, titleOf, withoutMarks, type InvalidCase, type RuleCases } from '../support/test-rule.ts'
import { diagnosticsOfOxlint, plugin, runOxlint } from './oxlint.ts'

/** What the tests of the rules would run. */
const suites = vi.hoisted((): { readonly id: string; readonly cases: RuleCases }[] => [])
vi.mock('../support/test-rule.ts', async (original) => ({
  ...(await original<object>()),
  testRule: (id: string, cases: RuleCases) => void suites.push({ id, cases }),
}))
// Types are asked for in a test of their own.
vi.mock('../support/typed-cases.ts', () => ({ testTypedRule: () => undefined }))
const rules = path.join(import.meta.dirname, '../rules')
const tests = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'))
await Promise.all(tests.map((file) => import(path.join(rules, file))))

/** A case in a folder of its own, below the one that is linted. */
interface PlacedCase {
  readonly id: string
  readonly one: InvalidCase
  readonly folder: string
  readonly file: string
}

const placed = suites
  .flatMap(({ id, cases }) => [...cases.valid, ...cases.invalid].map((given) => ({ id, given })))
  .map(({ id, given }, index): PlacedCase => {
    const one: InvalidCase = typeof given === 'string' ? { code: given } : given
    return { id, one, folder: `case-${index}`, file: one.filename ?? 'file.ts' }
  })
  .filter(({ file }) => /\.[cm]?[jt]sx?$/.test(file))

/** A comment that switches everything off also hides what is said of it: oxlint has no place before it to say that. */
function expectedOf({ id, one: { code } }: PlacedCase): string {
  const isSilencing = /(?:\/\* (?:es|ox)lint-disable(?:-line)?|-disable-line)\s*(?:\*\/|--|»|$)/m.test(code)
  return id === 'require-suppression-reason' && isSilencing ? withoutMarks(code).code : code
}

/** Each folder has a configuration of its own, which oxlint finds by itself: one run for all cases. */
async function write(root: string, { id, one, folder, file }: PlacedCase) {
  const config = {
    plugins: [],
    categories: { correctness: 'off' },
    jsPlugins: [plugin],
    rules: { [`backend/${id}`]: one.options ? ['error', one.options] : 'error' },
    ...(one.settings && { settings: { backend: one.settings } }),
  }
  const files = {
    // Each is a package of its own, so that no case is part of another's project.
    'package.json': '{}',
    ...one.project,
    [file]: withoutMarks(one.code).code,
    '.oxlintrc.json': JSON.stringify(config),
  }
  for (const [name, text] of Object.entries(files)) {
    const place = path.join(root, folder, name)
    await mkdir(path.dirname(place), { recursive: true })
    await writeFile(place, text)
  }
}

describe('oxlint', () => {
  let root: string

  beforeAll(async () => {
    root = await realpath(await mkdtemp(path.join(tmpdir(), 'backend-oxlint-')))
    await Promise.all(placed.map((one) => write(root, one)))
  })
  afterAll(() => rm(root, { recursive: true }))

  it('finds what the tests of the rules mark, and nothing else', async () => {
    expect(placed.length).toBeGreaterThan(1000)
    const files = placed.map(({ folder, file }) => `${folder}/${file}`)
    const found = await diagnosticsOfOxlint(root, files)
    expect(found.filter(({ rule }) => rule === undefined)).toEqual([])
    const marks = new Map<string, [number, number][]>()
    for (const { file, start, end } of found) marks.set(file, [...(marks.get(file) ?? []), [start, end]])
    const wrong = placed.flatMap((placedCase) => {
      const { id, one, folder, file } = placedCase
      const said = marked(withoutMarks(one.code).code, marks.get(`${folder}/${file}`) ?? [])
      return said === expectedOf(placedCase) ? [] : [{ title: `${id}: ${titleOf(one)}`, said }]
    })
    expect(wrong).toEqual([])
  })
  it('fixes what they say', async () => {
    const fixed = placed.filter(({ one }) => withoutMarks(one.code).marks.length > 0)
    const fix = () => runOxlint(root, ['--fix', '--silent', ...fixed.map(({ folder, file }) => `${folder}/${file}`)])
    // Of fixes that overlap, each run makes one; ESLint runs again by itself.
    await fix()
    await fix()
    const texts = fixed.map(async ({ id, one, folder, file }) => {
      const said = await readFile(path.join(root, folder, file), 'utf8')
      return said === (one.output ?? withoutMarks(one.code).code) ? [] : [{ title: `${id}: ${titleOf(one)}`, said }]
    })
    expect((await Promise.all(texts)).flat()).toEqual([])
  })
})
