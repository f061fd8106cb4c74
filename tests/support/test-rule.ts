import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'

/** Code, or code with what differs from the usual file. */
export interface Case {
  readonly code: string
  readonly filename?: string
  readonly options?: object
  readonly settings?: object
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

const linter = new Linter()

/** Runs the cases of a rule on the built plugin: ranges, messages, fixes and suggestions. */
export function testRule(id: string, { valid, invalid }: RuleCases) {
  describe(id, () => {
    describe('valid', () => {
      for (const given of valid) {
        const one = typeof given === 'string' ? { code: given } : given
        it(titleOf(one), () => expect(lint(id, one).map(({ message }) => message)).toEqual([]))
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
  const fixed = linter.verifyAndFix(code, configFor(id, plain), { filename: plain.filename ?? 'file.ts' })
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

export function lint(id: string, one: Case): Linter.LintMessage[] {
  const messages = linter.verify(one.code, configFor(id, one), { filename: one.filename ?? 'file.ts' })
  const fatal = messages.find((message) => message.fatal)
  if (fatal) throw new Error(`${fatal.message} (${fatal.line}:${fatal.column}) in\n${one.code}`)
  // A comment that disables a rule of another plugin makes ESLint report that rule as unknown.
  return messages.filter(({ ruleId }) => ruleId === `backend/${id}`)
}

function configFor(id: string, { options, settings }: Case): Linter.Config[] {
  const parsers = backend.configs.all.map(({ rules, ...config }) => config)
  const rule: Linter.RuleEntry = options ? ['error', options] : 'error'
  return [
    ...parsers,
    {
      files: ['**'],
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      rules: { [`backend/${id}`]: rule },
      ...(settings && { settings: { backend: settings } }),
    },
  ]
}

type Range = readonly [number, number]

/** The code without `«` and `»`, and the ranges between them. */
function withoutMarks(code: string): { code: string; marks: Range[] } {
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

function marked(code: string, ranges: readonly Range[]): string {
  const marks = ranges.flatMap(([start, end]) => [
    { at: start, mark: '«', other: end },
    { at: end, mark: '»', other: start },
  ])
  marks.sort((a, b) => b.at - a.at || (a.mark === b.mark ? a.other - b.other : a.mark === '«' ? -1 : 1))
  return marks.reduce((text, { at, mark }) => text.slice(0, at) + mark + text.slice(at), code)
}

function rangeOf(code: string, { line, column, endLine = line, endColumn = column }: Linter.LintMessage): Range {
  return [offsetOf(code, line, column), offsetOf(code, endLine, endColumn)]
}

function offsetOf(code: string, line: number, column: number): number {
  const lines = code.split(/(?<=\r\n|[\n\r\u2028\u2029])(?<!\r(?=\n))/)
  return lines.slice(0, line - 1).join('').length + column - 1
}

function applied(code: string, { range, text }: { readonly range: readonly number[]; readonly text: string }): string {
  const [start = 0, end = 0] = range
  return code.slice(0, start) + text + code.slice(end)
}

function titleOf({ code, filename, options }: Case): string {
  const line = code.trim().replace(/\s+/g, ' ')
  return [line.length > 100 ? `${line.slice(0, 100)}…` : line, filename, options && JSON.stringify(options)]
    .filter((part) => part)
    .join(' · ')
}
