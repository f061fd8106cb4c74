import path from 'node:path'
import { ESLint, type Linter } from 'eslint'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'
import transformer from 'eslint-plugin-backend/transformer'
import { compared } from '../support/without-eslint.ts'

const plugin = { transform: 'eslint-plugin-backend/transformer', transformProgram: true }

/** A program of one file, with the transformer on it. */
function programOf(text: string, entry: object, name = 'src/orders.ts'): ts.Program {
  const options = { noLib: true, types: [], allowJs: true, jsx: ts.JsxEmit.React, target: ts.ScriptTarget.Latest }
  const host = ts.createCompilerHost(options)
  // In no package: what a package is for tells what its files are for.
  const folder = path.resolve('/shop')
  const file = path.join(folder, name)
  host.getCurrentDirectory = () => folder
  const { getSourceFile, fileExists } = host
  host.fileExists = (asked) => path.resolve(folder, asked) === file || fileExists(asked)
  host.getSourceFile = (asked, ...given) =>
    path.resolve(folder, asked) === file
      ? ts.createSourceFile(asked, text, ts.ScriptTarget.Latest)
      : getSourceFile(asked, ...given)
  return transformer(ts.createProgram([file], options, host), host, { ...plugin, ...entry }, { ts })
}

/** Our diagnostics of the options, as text. */
function complaintsAbout(entry: object): unknown[] {
  const program = programOf('export const a: any = 1', entry)
  expect(ours(program.getSemanticDiagnostics())).toEqual([])
  return ours(program.getOptionsDiagnostics()).map(({ messageText, category, file, code }) => {
    expect({ category, file, code }).toEqual({ category: ts.DiagnosticCategory.Error, file: undefined, code: 990002 })
    return messageText
  })
}

function found(text: string, entry: object, name?: string): string[] {
  const program = programOf(text, entry, name)
  expect(ours(program.getOptionsDiagnostics())).toEqual([])
  return ours(program.getSemanticDiagnostics()).map(
    ({ messageText }) => /\(backend\/([\w-]+)\)/.exec(String(messageText))?.[1] ?? String(messageText),
  )
}

function ours(diagnostics: readonly ts.Diagnostic[]): ts.Diagnostic[] {
  return diagnostics.filter(({ source }) => source === 'eslint-plugin-backend')
}

const presets = Object.keys(backend.configs).join(', ')
const rules = Object.keys(backend.rules).join(', ')

describe('a wrong option is one diagnostic, which names it and what is allowed', () => {
  it.each([
    [{ presets: 'strict' }, "there is no option 'presets'. Allowed: preset, rules, settings."],
    [{ preset: 'stict' }, `preset must be one of ${presets}; it is "stict".`],
    [{ preset: 1 }, `preset must be one of ${presets}; it is 1.`],
    [{ preset: 'constructor' }, `preset must be one of ${presets}; it is "constructor".`],
    [{ rules: ['no-any'] }, 'rules must be an object of rules; it is ["no-any"].'],
    [{ rules: { 'no-anyy': 'off' } }, `rules: there is no rule 'no-anyy'. Allowed: ${rules}.`],
    [{ rules: { 'other/no-any': 'off' } }, `rules: there is no rule 'other/no-any'. Allowed: ${rules}.`],
    [{ rules: { toString: 'off' } }, `rules: there is no rule 'toString'. Allowed: ${rules}.`],
    [
      { rules: { 'no-any': 'of' } },
      `rules.no-any must be 'off', 'warn', 'error', 0, 1, 2, or an array of one of these and options; it is "of".`,
    ],
    [
      { rules: { 'no-any': true } },
      "rules.no-any must be 'off', 'warn', 'error', 0, 1, 2, or an array of one of these and options; it is true.",
    ],
    [{ rules: { 'no-any': [] } }, expect.stringContaining('rules.no-any must be')],
    [
      { rules: { 'max-function-length': ['error', { most: 40 }] } },
      expect.stringMatching(
        /rules\.max-function-length has options that it does not take\. .*most.*Expected properties: "max"/,
      ),
    ],
    [
      { rules: { 'backend/max-function-length': ['error', { max: 'many' }] } },
      expect.stringMatching(/rules\.backend\/max-function-length .*"many" should be integer/),
    ],
    [{ settings: 'pino' }, 'settings must be an object { backend }; it is "pino".'],
    [{ settings: { logger: {} } }, "settings has no key 'logger'. Allowed: backend."],
    [
      { settings: { backend: { loggr: {} } } },
      expect.stringContaining("settings.backend has no key 'loggr'. Allowed:"),
    ],
    [
      { settings: { backend: { dialect: 'access' } } },
      expect.stringContaining('settings.backend.dialect must be one of'),
    ],
  ])('%j', (entry, complaint) => {
    const said = typeof complaint === 'string' ? `eslint-plugin-backend/transformer: ${complaint}` : complaint
    expect(complaintsAbout(entry)).toEqual([said])
  })
})

describe('options that are right', () => {
  const code = 'export const a: any = 1\nconsole.log(a)'

  it.each([
    [{}, ['no-any', 'no-console']],
    [{ preset: 'recommended' }, ['no-any', 'no-console']],
    [{ rules: { 'no-any': 'off' } }, ['no-console']],
    [{ rules: { 'backend/no-any': 0, 'no-console': ['off'] } }, []],
    [{ rules: { 'no-any': 'warn' } }, ['no-console']],
    [{ rules: { 'no-console': ['error', { allow: ['log'] }] } }, ['no-any']],
    [{ preset: 'all', settings: { backend: { dialect: 'postgresql' } } }, ['no-any', 'no-console']],
    // What is there for ts-patch.
    [{ import: 'default', name: 'x' }, ['no-any', 'no-console']],
  ])('%j', (entry, expected) => {
    expect(found(code, entry)).toEqual(expected)
  })

  it('a level alone keeps the options of the preset, and a warning of the preset can be made an error', () => {
    const long = `export function f() {\n${'g()\n'.repeat(40)}}`
    expect(found(long, {})).toEqual([])
    expect(found(long, { rules: { 'max-function-length': 'error' } })).toEqual(['max-function-length'])
    expect(found(long, { rules: { 'max-function-length': ['error', { max: 50 }] } })).toEqual([])
  })

  it('files that a preset does not speak of are left alone', () => {
    const plain = 'export const a = 1\nconsole.log(a)'
    expect(found(plain, {}, 'src/orders.js')).toEqual(['no-console'])
    expect(found(plain, {}, 'src/orders.cjs')).toEqual(['no-console'])
    // Types are no JavaScript: the compiler says so, and ESLint could not parse it.
    expect(found(code, {}, 'src/orders.js')).toEqual([])
    expect(found('{ "a": 1 }', {}, 'src/orders.json')).toEqual([])
  })
})

describe('the projects of the tests have the findings that ESLint has', () => {
  const projects = path.join(import.meta.dirname, '../projects')

  it.each(['express-pg', 'fastify-prisma', 'hono-drizzle', 'nest-typeorm'])('%s', async (name) => {
    const folder = path.join(projects, name)
    const { config } = ts.readConfigFile(path.join(folder, 'tsconfig.json'), ts.sys.readFile)
    const { options, fileNames } = ts.parseJsonConfigFileContent(
      config,
      ts.sys,
      folder,
      undefined,
      path.join(folder, 'tsconfig.json'),
    )
    const program = transformer(ts.createProgram(fileNames, options), undefined, { ...plugin, preset: 'all' }, { ts })
    const typed = new ESLint({
      cwd: program.getCurrentDirectory(),
      overrideConfigFile: true,
      overrideConfig: [
        ...backend.configs.all,
        { files: ['**/*.ts'], languageOptions: { parserOptions: { programs: [program] } } },
      ],
    })
    const results = await typed.lintFiles(fileNames)
    const expected = results.flatMap(({ filePath, messages }) =>
      messages.filter(isErrorOfOurs).map((message) => ({ file: filePath, ...compared(message) })),
    )
    expect(expected.length).toBeGreaterThan(3)
    expect(sorted(ours(program.getSemanticDiagnostics()).map(asMessage))).toEqual(sorted(expected))
  })
})

function isErrorOfOurs({ ruleId, severity }: Linter.LintMessage): boolean {
  return severity === 2 && ruleId !== null && ruleId.startsWith('backend/')
}

function asMessage({ file, start = 0, length = 0, messageText }: ts.Diagnostic) {
  const [, message, ruleId] = /^([^]*) \((backend\/[\w-]+)\)\n {2}https:/.exec(String(messageText)) ?? []
  const from = file && ts.getLineAndCharacterOfPosition(file, start)
  const to = file && ts.getLineAndCharacterOfPosition(file, start + length)
  return {
    file: file?.fileName,
    ruleId,
    message,
    line: (from?.line ?? 0) + 1,
    column: (from?.character ?? 0) + 1,
    endLine: (to?.line ?? 0) + 1,
    endColumn: (to?.character ?? 0) + 1,
  }
}

function sorted(messages: readonly object[]): string[] {
  return messages.map((message) => JSON.stringify(Object.entries(message).sort())).sort()
}
