import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Linter } from 'eslint'
import { afterAll, describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'
import { nativeParser } from '../../dist/parser/native-parser.js'
import { asMessage, compared, lintedWithoutEslint } from './without-eslint.ts'

/** Code, or code with what differs from the usual file. */
export interface Case {
  readonly code: string
  readonly filename?: string
  readonly options?: object
  readonly settings?: object
  /** Other files of the project, by their paths; then the case runs in a folder of its own on disk. */
  readonly project?: Readonly<Record<string, string>>
}

export interface InvalidCase extends Case {
  /** The names of the messages, in order; checked when given. */
  readonly messages?: readonly string[]
  /** The code after all fixes; none of them when not given. */
  readonly output?: string
  /** For each finding in order, what each of its suggestions makes of the code; checked when given. */
  readonly suggestions?: readonly (readonly string[])[]
}

export interface RuleCases {
  readonly valid: readonly (string | Case)[]
  /** The reported ranges are marked in the code: `«any»`. */
  readonly invalid: readonly (string | InvalidCase)[]
}

const inMemory = { linter: new Linter(), folder: '' }
const onDisk = new Map<object, { readonly linter: Linter; readonly folder: string }>()
const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

/** Where a case runs: in no folder, or in one with the files of its project. */
function placeOf({ project }: Case): { readonly linter: Linter; readonly folder: string } {
  if (!project) return inMemory
  let place = onDisk.get(project)
  if (!place) {
    const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'backend-case-'))
    folders.push(folder)
    for (const [name, text] of Object.entries(project)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    place = { linter: new Linter({ cwd: folder }), folder }
    onDisk.set(project, place)
  }
  return place
}

/** Runs the cases of a rule on the built plugin: ranges, messages, fixes and suggestions. */
export function testRule(id: string, { valid, invalid }: RuleCases) {
  describe(id, () => {
    describe('valid', () => {
      for (const given of valid) {
        const one = typeof given === 'string' ? { code: given } : given
        it(titleOf(one), () => {
          expect(lint(id, one).map(({ message }) => message)).toEqual([])
          expectSameWithoutEslint(id, one, [])
          expectSameWithoutTypescript(id, one, [])
        })
      }
    })
    describe('invalid', () => {
      for (const given of invalid) {
        const one: InvalidCase = typeof given === 'string' ? { code: given } : given
        it(titleOf(one), () => expectFindings(id, one))
      }
    })
  })
}

function expectFindings(id: string, one: InvalidCase) {
  const { code, marks } = withoutMarks(one.code)
  const plain = { ...one, code }
  const found = lint(id, plain)
  expect(
    marked(
      code,
      found.map((message) => rangeOf(code, message)),
    ),
  ).toBe(marked(code, marks))
  if (one.messages) expect(found.map(({ messageId }) => messageId)).toEqual(one.messages)
  expectSameWithoutEslint(id, plain, found)
  expectSameWithoutTypescript(id, plain, found)
  const { linter, folder } = placeOf(plain)
  const fixed = linter.verifyAndFix(code, configFor(id, plain), {
    filename: path.join(folder, plain.filename ?? 'file.ts'),
  })
  expect(fixed.output).toBe(one.output ?? code)
  if (one.output !== undefined) {
    const left = lint(id, { ...plain, code: fixed.output })
    expect(left.filter(({ fix }) => fix)).toEqual([])
  }
  if (one.suggestions) {
    const outputs = found.map(({ suggestions = [] }) => suggestions.map(({ fix }) => applied(code, fix)))
    expect(outputs).toEqual(one.suggestions)
    // A suggestion leaves code that parses, and never one finding more.
    for (const output of outputs.flat()) {
      expect(lint(id, { ...plain, code: output }).length).toBeLessThan(found.length)
    }
  }
}

/** The hosts that are not ESLint find the same in code. */
function expectSameWithoutEslint(id: string, one: Case, found: readonly Linter.LintMessage[]) {
  const { filename = 'file.ts', code, options, settings } = one
  if (!/\.[cm]?[jt]sx?$/.test(filename)) return
  const { folder } = placeOf(one)
  const file = { filename: path.join(folder, filename), cwd: folder || process.cwd(), text: code }
  const rules = { [`backend/${id}`]: options ? ([2, options] as const) : ([2] as const) }
  const others = lintedWithoutEslint(file, rules, settings && { backend: settings })
  expect(others.map(asMessage)).toEqual(found.map(compared))
}

/** The parser for projects without a TypeScript that can be called makes rules find the same, and edit the same. */
function expectSameWithoutTypescript(id: string, one: Case, found: readonly Linter.LintMessage[]) {
  const { filename = 'file.ts' } = one
  if (/\.[cm]?tsx?$/.test(filename)) expect(lint(id, one, { parser: nativeParser })).toEqual(found)
}

export function lint(id: string, one: Case, languageOptions: Linter.LanguageOptions = {}): Linter.LintMessage[] {
  const { linter, folder } = placeOf(one)
  const config = [...configFor(id, one), { languageOptions }]
  const messages = linter.verify(one.code, config, path.join(folder, one.filename ?? 'file.ts'))
  const fatal = messages.find((message) => message.fatal)
  if (fatal) throw new Error(`${fatal.message} (${fatal.line}:${fatal.column}) in\n${one.code}`)
  // A comment that disables a rule of another plugin makes ESLint report that rule as unknown.
  return messages.filter(({ ruleId }) => ruleId === `backend/${id}`)
}

/** Which files of a case each language of the plugin reads. */
const filesOf = {
  sql: '**/*.sql',
  prisma: '**/*.prisma',
  text: '**/{package.json,Dockerfile*,*.sh,*.yml,*.yaml,Procfile,.env*,*.conf,*.cnf}',
}

export function configFor(id: string, { options, settings }: Case): Linter.Config[] {
  const parsers = backend.configs.all
    .filter(({ language }) => language === undefined)
    .map(({ rules, ...config }) => config)
  const languages: Linter.Config[] = Object.entries(filesOf).map(([language, files]) => ({
    files: [files],
    plugins: { backend },
    language: `backend/${language}`,
  }))
  const rule: Linter.RuleEntry = options ? ['error', options] : 'error'
  return [
    ...parsers,
    ...languages,
    { files: ['**/*.{js,jsx,ts,tsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    {
      files: ['**'],
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: { [`backend/${id}`]: rule },
      ...(settings && { settings: { backend: settings } }),
    },
  ]
}

type Range = readonly [number, number]

/** The code without `«` and `»`, and the ranges between them. */
export function withoutMarks(code: string): { code: string; marks: Range[] } {
  const marks: Range[] = []
  const open: number[] = []
  let plain = ''
  for (const char of code) {
    if (char === '«') open.push(plain.length)
    else if (char === '»') marks.push([open.pop() ?? 0, plain.length])
    else plain += char
  }
  return { code: plain, marks }
}

export function marked(code: string, ranges: readonly Range[]): string {
  const marks = ranges.flatMap(([start, end]) => [
    { at: start, mark: '«', other: end },
    { at: end, mark: '»', other: start },
  ])
  marks.sort((a, b) => b.at - a.at || (a.mark === b.mark ? a.other - b.other : a.mark === '«' ? -1 : 1))
  return marks.reduce((text, { at, mark }) => text.slice(0, at) + mark + text.slice(at), code)
}

export function rangeOf(code: string, { line, column, endLine = line, endColumn = column }: Linter.LintMessage): Range {
  return [offsetOf(code, line, column), offsetOf(code, endLine, endColumn)]
}

function offsetOf(code: string, line: number, column: number): number {
  const lines = code.split(/(?<=\r\n|[\n\r\u2028\u2029])(?<!\r(?=\n))/)
  return lines.slice(0, line - 1).join('').length + column - 1
}

export function applied(
  code: string,
  { range, text }: { readonly range: readonly number[]; readonly text: string },
): string {
  const [start = 0, end = 0] = range
  return code.slice(0, start) + text + code.slice(end)
}

export function titleOf({ code, filename, options }: Case): string {
  const line = code.trim().replace(/\s+/g, ' ')
  return [line.length > 100 ? `${line.slice(0, 100)}…` : line, filename, options && JSON.stringify(options)]
    .filter((part) => part)
    .join(' · ')
}
