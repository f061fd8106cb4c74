import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint, type Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { nativeParser } from '../dist/parser/native-parser.js'

/** Small backends as people write them. Their sources say what is found in them, and where. */
const projects = fileURLToPath(new URL('projects', import.meta.url))
const names = readdirSync(projects, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => name)

/** What each project has to show, in more than one form. */
const shown = ['max-function-length', 'no-any', 'no-console', 'no-select-star', 'no-swallowed-errors', 'no-uuid']

it('knows the projects', () => {
  expect(names).toEqual(['express-pg', 'fastify-prisma', 'hono-drizzle', 'nest-typeorm'])
})

describe.each(names)('%s', (name) => {
  const project = path.join(projects, name)
  const sources = sourcesIn(project)
  const marked = linesOf(sources.flatMap(({ file, text }) => marksIn(file, text)))

  it.each(shown)('shows %s at least twice', (rule) => {
    expect(marked.filter((line) => line.endsWith(` ${rule}`)).length).toBeGreaterThanOrEqual(2)
  })

  // What a file is for is told by its path below the working directory, so both places must say the same.
  it.each([
    ['its own folder', project],
    ['the folder above', projects],
  ])('finds what is marked, and nothing else, from %s', async (_, cwd) => {
    const results = await new ESLint({ cwd }).lintFiles([path.relative(cwd, project) || '.'])
    expect(results.map(({ filePath }) => filePath).sort()).toEqual(sources.map(({ file }) => file).sort())
    expect(foundIn(results)).toEqual(marked)
  })

  it('finds the same without TypeScript', async () => {
    const overrideConfig = { files: ['**/*.ts'], languageOptions: { parser: nativeParser } }
    expect(foundIn(await new ESLint({ cwd: projects, overrideConfig }).lintFiles([name]))).toEqual(marked)
  })

  // A comment can excuse code; a mark is one too, and must not.
  it('finds the same without the marks', async () => {
    const eslint = new ESLint({ cwd: projects })
    const results = await Promise.all(
      sources.map(({ file, text }) => eslint.lintText(text.replaceAll(mark, ''), { filePath: file })),
    )
    expect(foundIn(results.flat())).toEqual(marked)
  })
})

interface Source {
  readonly file: string
  readonly text: string
}

function sourcesIn(project: string): Source[] {
  return readdirSync(project, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|sql|prisma)$|(?:^|[/\\])package\.json$/.test(name))
    .map((name) => path.join(project, name))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
}

interface Finding {
  readonly file: string
  readonly line: number
  readonly rule: string
}

/**
 * The marks in a source: `// finds: no-any, no-console` at the end of a line, also as a comment of SQL, and
 * `// finds next line: no-any` above a line that ends with a brace, where a comment would move into the block.
 */
const mark = /(?:\/\/|--) finds( next line)?: (.+)$/gm

function marksIn(file: string, text: string): Finding[] {
  return [...text.matchAll(mark)].flatMap(({ index, 1: next, 2: rules = '' }) => {
    const line = text.slice(0, index).split('\n').length + (next === undefined ? 0 : 1)
    return rules.split(', ').map((rule) => ({ file, line, rule }))
  })
}

function foundIn(results: readonly ESLint.LintResult[]): string[] {
  return linesOf(results.flatMap(({ filePath, messages }) => messages.map((message) => findingIn(filePath, message))))
}

function findingIn(file: string, { line, ruleId, message }: Linter.LintMessage): Finding {
  return { file, line, rule: ruleId?.replace(/^backend\//, '') ?? message }
}

/** Findings as sorted lines of text, so that a difference reads like a report. */
function linesOf(findings: readonly Finding[]): string[] {
  return findings
    .map(({ file, line, rule }) => `${path.relative(projects, file).replaceAll('\\', '/')}:${line} ${rule}`)
    .sort()
}
