import { Linter, type ESLint } from 'eslint'
import { builtinRules } from 'eslint/use-at-your-own-risk'
import { describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'
import { config, fix, lint } from './probe.ts'

const filenames = ['a.sql', 'a.prisma', 'a.yml'] as const

describe.each(filenames)('%s', (filename) => {
  it.each([
    ['an empty file', '', []],
    ['white space', ' \n\t\n', []],
    ['one line', 'bad', ['1:1-1:4 bad']],
    ['a last line without an end', 'a\nbad', ['2:1-2:4 bad']],
    ['a last line that is empty', 'a\nbad\n', ['2:1-2:4 bad']],
    ['lines that end with two characters', 'a\r\n bad\r\nbad\r\n', ['2:2-2:5 bad', '3:1-3:4 bad']],
    ['lines that end in both ways', 'a\r\nb\nbad', ['3:1-3:4 bad']],
    ['a byte-order mark', '\uFEFFbad', ['1:1-1:4 bad']],
    ['nothing but a byte-order mark', '\uFEFF', []],
    ['characters of two units', '😀 bad\n👩‍👩‍👧 bad', ['1:4-1:7 bad', '2:10-2:13 bad']],
    ['half a character', '\uD83D bad', ['1:3-1:6 bad']],
    ['a character that ends a string', "\0 bad ' \0", ['1:3-1:6 bad']],
    ['a quote that never closes', "it's bad\nbad", ['1:6-1:9 bad', '2:1-2:4 bad']],
    ['a comment that never closes', '/* bad\nbad', ['1:4-1:7 bad', '2:1-2:4 bad']],
    ['a dollar quote that never closes', '$$ bad\nbad', ['1:4-1:7 bad', '2:1-2:4 bad']],
  ])('%s', (_, text, found) => {
    expect(lint(filename, text)).toEqual(found)
    expect(fix(filename, text)).toBe(text.replaceAll('bad', 'good'))
    // Looking for comments is what reads the text.
    expect(lint(filename, `${text}\neslint-`)).toEqual(found)
  })

  it('hands no more to a rule than there is', () => {
    const linter = new Linter()
    expect(linter.verify('bad', config, filename)).toHaveLength(1)
    const source = linter.getSourceCode()
    expect(source.text).toBe('bad')
    expect(source.lines).toEqual(['bad'])
    expect(source.getText()).toBe('bad')
    expect(source.ast.range).toEqual([0, 3])
    expect(source.ast.loc).toEqual({ start: { line: 1, column: 0 }, end: { line: 1, column: 3 } })
  })

  it('does not take long', () => {
    const text = `-- eslint-disable\n${"select '\n".repeat(20_000)}# x\n// y\n`.repeat(2)
    const start = performance.now()
    lint(filename, text)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('a configuration without files', () => {
  const linter = new Linter()

  it.each([...builtinRules.keys()])('%s finds nothing in files that are no programs', (id) => {
    const all: Linter.Config[] = [...config, { rules: { [id]: 'error', 'probe/spot': 'off' } }]
    const texts = [
      '-- a comment\nselect * from t;\r\n\tselect 1;;  \n\n\n\n/* x */ select \u00a0',
      '// x\nmodel A {}',
      '',
    ]
    for (const filename of filenames) for (const text of texts) expect(linter.verify(text, all, filename)).toEqual([])
  })

  it('may bring the options of programs', () => {
    const options: Linter.Config = {
      languageOptions: { ecmaVersion: 2022, globals: { process: 'readonly' }, parserOptions: { projectService: true } },
    }
    expect(filenames.map((filename) => linter.verify('bad', [options, ...config], filename).length)).toEqual([1, 1, 1])
    expect(filenames.map((filename) => linter.verify('bad', [...config, options], filename).length)).toEqual([1, 1, 1])
  })
})

describe('a preset', () => {
  const sql = 'select * from orders;\n'
  const lintWith = (configs: Linter.Config[], filename: string, text = sql) =>
    new Linter().verify(text, configs, filename).map(({ ruleId, message }) => ruleId ?? message)

  it('lints SQL files', () => {
    expect(lintWith(backend.configs.recommended, 'db/report.sql')).toEqual(['backend/no-select-star'])
    expect(lintWith(backend.configs.recommended, 'db/report.sql', `-- eslint-disable-next-line\n${sql}`)).toEqual([])
  })

  it('has a language by the name that the user has given the plugin', () => {
    const own: ESLint.Plugin = backend
    const configs: Linter.Config[] = [
      { files: ['**/*.sql'], plugins: { be: own }, language: 'be/sql', rules: { 'be/no-select-star': 'error' } },
    ]
    expect(lintWith(configs, 'a.sql')).toEqual(['be/no-select-star'])
  })
})
