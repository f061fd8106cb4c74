import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ESLint, Linter } from 'eslint'
import { format } from 'prettier'
import ts from 'typescript'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'
import { copyRule } from '../docs/tools/copy-rule.ts'
import { documents } from '../docs/tools/documents.ts'
import { rolesIn } from '../docs/tools/knowledge.ts'
import { generated, table, withGenerated } from '../docs/tools/markdown.ts'
import { root } from '../docs/tools/repository.ts'

const text = (file: string) => readFileSync(path.join(root, file), 'utf8')
const ruleIds = Object.keys(backend.rules)
const rulePages = ruleIds.map((id) => `docs/rules/${id}.md`)
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md')),
]

/** A fenced block of a page. */
interface Block {
  readonly language: string
  /** The words behind the language: `bad`, `bad=3`, `filename=src/x.ts`, `options={"max":5}`. */
  readonly words: ReadonlyMap<string, string>
  readonly code: string
  readonly title: string
  /** Files that stand beside it: the blocks before it that say `beside=path`. */
  readonly beside: ReadonlyMap<string, string>
}

function blocksOf(page: string): Block[] {
  const beside = new Map<string, string>()
  return [...text(page).matchAll(/^( *)```(.*)\n([^]*?)^\1```$/gm)].map(
    ({ index, 1: indent = '', 2: info = '', 3: code = '' }) => {
      const [language = '', ...rest] = info.split(' ')
      const words = new Map(rest.map((word) => [word.replace(/=.*/, ''), word.replace(/^[^=]*=?/, '')]))
      const inside = code.replaceAll(`\n${indent}`, '\n').slice(indent.length)
      const file = words.get('beside')
      if (file !== undefined) beside.set(file, inside)
      return {
        language,
        words,
        code: inside,
        beside: new Map(beside),
        title: `line ${text(page).slice(0, index).split('\n').length}: ${info}`,
      }
    },
  )
}

describe('rule pages', () => {
  it('are there for each rule, and for nothing else', () => {
    expect(pages.filter((page) => page.startsWith('docs/rules/')).toSorted()).toEqual(rulePages.toSorted())
  })

  it.each(ruleIds)('%s shows at least three mistakes and three ways to do without', (id) => {
    const blocks = blocksOf(`docs/rules/${id}.md`)
    expect(blocks.filter(({ words }) => words.has('bad')).length).toBeGreaterThanOrEqual(3)
    expect(blocks.filter(({ words }) => words.has('good')).length).toBeGreaterThanOrEqual(3)
  })

  describe.each(ruleIds)('%s', (id) => {
    const blocks = blocksOf(`docs/rules/${id}.md`)

    for (const block of blocks.filter(({ words }) => words.has('bad'))) {
      it(`finds what is bad, ${block.title}`, () => {
        const count = Number(block.words.get('bad') || '1')
        expect(lint(id, block).map(({ ruleId }) => ruleId)).toEqual(Array(count).fill(`backend/${id}`))
      })
    }
    for (const block of blocks.filter(({ words }) => words.has('good'))) {
      it(`finds nothing in what is good, ${block.title}`, () => {
        expect(lint(id, block).map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
      })
    }
    // What the block before becomes; both are compared as the formatter leaves them.
    for (const [index, block] of blocks.entries()) {
      const before = blocks[index - 1]
      if (block.words.has('fixed')) {
        it(`fixes as it says, ${block.title}`, async () => {
          expect(before?.words.has('bad')).toBe(true)
          expect(await formatted(fixed(id, before ?? block), block)).toBe(await formatted(block.code, block))
        })
      } else if (block.words.has('suggested')) {
        it(`suggests as it says, ${block.title}`, async () => {
          const bad = blocks.slice(0, index).findLast(({ words }) => words.has('bad'))
          const outputs = bad ? suggested(id, bad).map((output) => formatted(output, block)) : []
          expect(await Promise.all(outputs)).toContain(await formatted(block.code, block))
        })
      }
    }
  })
})

describe('generated parts', () => {
  const wanted = documents()

  it('are these', () => {
    const presets = Object.keys(backend.configs).map((name) => `oxlint/${name}.json`)
    const files = [...rulePages, ...presets, 'README.md', 'docs/guidelines.md', 'docs/libraries.md', 'docs/oxlint.md']
    expect(wanted.map(({ file }) => file).toSorted()).toEqual(files.toSorted())
  })

  it.each(wanted)('of $file are as the tools write them', ({ file, text: rendered }) => {
    expect(text(file), 'run `pnpm run docs`').toBe(rendered)
  })

  it('are not lost with a mark', () => {
    expect(withGenerated(`before\n\n${generated('old')}\n\nafter`, 'new')).toBe(
      `before\n\n${generated('new')}\n\nafter`,
    )
    expect(() => withGenerated('no mark', 'new')).toThrow('must have the marks')
    expect(() => withGenerated(generated('old').replace(/<!-- generated: end -->/, ''), 'new')).toThrow()
    expect(() => withGenerated(generated('old').repeat(2), 'new')).toThrow()
  })

  it('say what each role is', () => {
    expect(rolesIn("export interface Roles {\n  /** SQL runs. */\n  'db.query': SqlAt\n}")).toEqual([
      { name: 'db.query', description: 'SQL runs.' },
    ])
    expect(() => rolesIn("export interface Roles {\n  'db.query': SqlAt\n}")).toThrow('a comment of one line')
    expect(() => rolesIn('export type Roles = never')).toThrow()
  })

  it('have tables as the formatter leaves them', async () => {
    const drawn = table(
      ['Option', 'Type'],
      [
        ['`max`', '`a` | `b`'],
        ['x', ''],
      ],
    )
    expect(await format(drawn, { parser: 'markdown' })).toBe(`${drawn}\n`)
  })
})

describe.each(pages)('%s', (page) => {
  const blocks = blocksOf(page)

  it('has blocks of known languages only', () => {
    expect(blocks.filter(({ language }) => !languages.has(language)).map(({ title }) => title)).toEqual([])
  })

  it('has no word behind a language that says nothing', () => {
    const known = ['bad', 'good', 'fixed', 'suggested', 'filename', 'options', 'settings', 'beside']
    const allowed = page.startsWith('docs/rules/') ? known : []
    const unknown = blocks.filter(({ words }) => [...words.keys()].some((word) => !allowed.includes(word)))
    expect(unknown.map(({ title }) => title)).toEqual([])
  })

  for (const { language, words, code, title } of blocks) {
    if (['bad', 'good'].some((word) => words.has(word))) continue
    it(`parses, ${title}`, () => languages.get(language)?.(code))
  }

  for (const { code, title } of blocks.filter(isConfig)) {
    // A program knows the files that there are.
    const filePath = code.includes('projectService') ? 'src/index.ts' : 'src/server/parse.ts'
    it(`configures ESLint, ${title}`, async () => {
      const [result] = await new ESLint({
        cwd: root,
        overrideConfigFile: true,
        overrideConfig: configIn(code),
      }).lintText('export const parse = (row: any) => row.id\n', { filePath })
      expect(result?.messages.map(({ ruleId, message }) => ruleId ?? message)).toEqual([
        expect.stringMatching(/^\w+\/no-any$/),
      ])
    })
  }

  it('has links that lead somewhere', () => {
    const links = [...textOutsideFences(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !/^https?:/.test(link)).filter((link) => !leadsSomewhere(page, link))).toEqual([])
  })

  it('names files that are there', () => {
    const named = [...textOutsideFences(page).matchAll(/`((?:src|tests|docs)\/[\w./-]*)`/g)].map(
      ([, file = '']) => file,
    )
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  })
})

it('configurations are of the types that ESLint and the plugin say', () => {
  const files = pages.flatMap((page) =>
    blocksOf(page)
      .filter(isConfig)
      .map(({ code }, index): [string, string] => [`${root.replaceAll('\\', '/')}/${page}-${index}.ts`, code]),
  )
  expect(files.length).toBeGreaterThan(0)
  expect(typeErrorsIn(new Map(files))).toEqual([])
})

describe('docs/architecture.md', () => {
  it('names every station there is in src', () => {
    const rows = [...text('docs/architecture.md').matchAll(/^\| `src\/([\w.-]+)\/?` /gm)].map(([, name]) => name)
    expect(rows.toSorted()).toEqual(readdirSync(path.join(root, 'src')).toSorted())
  })
})

describe('README.md', () => {
  const blocks = blocksOf('README.md')
  const configs = blocks.filter(isConfig)
  const configWith = (part: string) => {
    const found = configs.filter(({ code }) => code.includes(part))
    expect(found).toHaveLength(1)
    return configIn(found[0]?.code ?? '')
  }
  const findings = (config: Linter.Config[], code: string, file = 'src/orders.ts') =>
    new Linter().verify(code, config, file)

  it('has configurations to execute', () => {
    expect(configs.length).toBeGreaterThanOrEqual(5)
  })

  it('lets itself be tried with a configuration of one line', () => {
    const [, line = ''] = /^echo "(.+)" > eslint\.config\.mjs && npx eslint \.$/m.exec(section('Try it')) ?? []
    const found = findings(configIn(line), 'export const parse = (row: any) => row.id\n')
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['backend/no-any'])
  })

  it('knows the presets', () => {
    const rows = [...section('Presets').matchAll(/^\| `([\w-]+)` /gm)].map(([, name]) => name)
    expect(rows).toEqual(Object.keys(backend.configs))
  })

  it('teaches a wrapper', () => {
    const code = `import { connect } from '@acme/database'\nconst database = connect(url)\nexport const all = () => database.rows('Select * from orders where id = 1')\n`
    expect(findings(configWith('libraries:'), code).map(({ ruleId }) => ruleId)).toEqual(['backend/no-select-star'])
    expect(findings(backend.configs.recommended, code)).toEqual([])
  })

  it('names the logger', () => {
    const code = `export const paid = (order: Order) => console.log('paid', order)\n`
    const [finding] = findings(configWith('logger:'), code)
    expect(finding?.message).toContain('`logger.info`')
    expect(finding?.suggestions?.[0]?.fix.text).toContain('/logger')
  })

  it('has two commands for a fresh clone, and nothing else in fences there', () => {
    const pnpm = 'npx -y pnpm@10.34.8'
    const commands = [...section('From a fresh clone').matchAll(/^```\w*\n([^]*?)\n```$/gm)].map(
      ([, command]) => command,
    )
    expect(commands).toEqual([
      `${pnpm} install --frozen-lockfile && ${pnpm} run demo`,
      `${pnpm} install --frozen-lockfile && ${pnpm} test`,
    ])
    expect(JSON.parse(text('package.json'))).toMatchObject({ packageManager: 'pnpm@10.34.8' })
    expect(section('From a fresh clone').match(/```/g)).toHaveLength(4)
  })

  function section(title: string): string {
    return new RegExp(`^## ${title}\\n([^]*?)(?=^## |$(?![^]))`, 'm').exec(text('README.md'))?.[1] ?? ''
  }
})

describe('a new rule', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'eslint-plugin-backend-'))
    for (const part of ['src/rules', 'tests/rules', 'docs/rules']) {
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
    }
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is a copy of a living one', () => {
    const written = copyRule(folder, 'errors/no-lost-cause')
    expect(written).toEqual([
      'src/rules/errors/no-lost-cause.ts',
      'tests/rules/errors/no-lost-cause.test.ts',
      'docs/rules/no-lost-cause.md',
      'src/rules/index.ts',
    ])
    const texts = written.map((file) => readFileSync(path.join(folder, file), 'utf8'))
    expect(texts[0]).toContain('export default defineRule')
    expect(texts[1]).toContain("testRule('no-lost-cause', {")
    expect(texts[2]).toContain('# backend/no-lost-cause')
    const lines = texts[3]?.trimEnd().split('\n') ?? []
    expect(lines).toEqual([
      ...ruleLines().filter((line) => line < lineOf),
      lineOf,
      ...ruleLines().filter((line) => line > lineOf),
    ])
  })

  it('needs a name that is free', () => {
    copyRule(folder, 'errors/no-lost-cause')
    expect(() => copyRule(folder, 'logging/no-lost-cause')).toThrow('already')
    expect(() => copyRule(folder, 'types/no-any')).toThrow('already')
    expect(() => copyRule(folder, 'no-chapter')).toThrow('must be a chapter and a rule')
    expect(() => copyRule(folder, 'errors/NoCase')).toThrow('must be a chapter and a rule')
  })

  const lineOf = "export { default as 'no-lost-cause' } from './errors/no-lost-cause.ts'"
  const ruleLines = () => text('src/rules/index.ts').trimEnd().split('\n')
})

/** The languages of the pages, and what tells that a block is one of them. */
const languages: ReadonlyMap<string, (code: string) => void> = new Map<string, (code: string) => void>([
  ['ts', (code: string) => expectNoErrors(code, 'block.ts')],
  ['js', (code: string) => expectNoErrors(code, 'block.js')],
  ['json', (code: string) => expect(() => JSON.parse(code)).not.toThrow()],
  ['sh', (code: string) => void execFileSync('sh', ['-n'], { input: code })],
  // Nothing says that these are wrong; the rules read them as they are.
  ...['sql', 'prisma', 'dockerfile', 'yaml', 'text'].map((language) => [language, () => undefined] as const),
])

function expectNoErrors(code: string, fileName: string) {
  const { diagnostics } = ts.transpileModule(code, { fileName, reportDiagnostics: true })
  expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([])
}

const inMemory = new Linter()
const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

/** Where a block is linted: in no folder, or in one with the files that stand beside it. */
function placeOf({ beside }: Block): { readonly linter: Linter; readonly folder: string } {
  if (beside.size === 0) return { linter: inMemory, folder: '' }
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'backend-page-'))
  folders.push(folder)
  for (const [file, code] of beside) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), code)
  }
  return { linter: new Linter({ cwd: folder }), folder }
}

/** What our rules find in a block; the rule of the page with the options of the block. */
function lint(id: string, block: Block): Linter.LintMessage[] {
  const { linter, folder } = placeOf(block)
  const messages = linter.verify(block.code, configFor(id, block), {
    filename: path.join(folder, filenameOf(block)),
  })
  expect(messages.filter(({ fatal }) => fatal).map(({ message }) => message)).toEqual([])
  return messages.filter(({ ruleId }) => ruleId?.startsWith('backend/'))
}

function fixed(id: string, block: Block): string {
  const { linter, folder } = placeOf(block)
  return linter.verifyAndFix(block.code, configFor(id, block), { filename: path.join(folder, filenameOf(block)) })
    .output
}

function suggested(id: string, block: Block): string[] {
  return lint(id, block)
    .flatMap(({ suggestions = [] }) => suggestions)
    .map(({ fix: { range, text: instead } }) => block.code.slice(0, range[0]) + instead + block.code.slice(range[1]))
}

function configFor(id: string, { words }: Block): Linter.Config[] {
  const options = jsonIn(words, 'options')
  const settings = jsonIn(words, 'settings')
  return [
    ...backend.configs.all,
    {
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: { [`backend/${id}`]: options === undefined ? 'error' : ['error', options] },
      ...(settings !== undefined && { settings: { backend: settings } }),
    },
  ]
}

function jsonIn(words: Block['words'], name: string): unknown {
  const json = words.get(name)
  return json === undefined ? undefined : JSON.parse(json)
}

function filenameOf({ words, language }: Block): string {
  return words.get('filename') ?? `src/example.${language}`
}

async function formatted(code: string, { language }: Block): Promise<string> {
  if (language !== 'ts' && language !== 'js') return code.trim()
  return format(code, { parser: 'typescript', semi: false, singleQuote: true, printWidth: 120 })
}

/** A whole `eslint.config.ts`. */
function isConfig({ language, code }: Block): boolean {
  return language === 'ts' && code.includes("from 'eslint-plugin-backend'") && code.includes('export default')
}

/** What a configuration that stands in a page evaluates to. */
function configIn(code: string): Linter.Config[] {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  })
  const exports: { default?: Linter.Config[] } = {}
  new Function('require', 'exports', outputText)(createRequire(import.meta.url), exports)
  return exports.default ?? []
}

/** What the compiler says of files that are not on disk. */
function typeErrorsIn(files: ReadonlyMap<string, string>): string[] {
  const { config }: { config?: unknown } = ts.readConfigFile(path.join(root, 'tests/tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(
    config,
    { ...ts.sys, readDirectory: () => [] },
    path.join(root, 'tests'),
  )
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.fileExists = (file) => files.has(file) || fileExists(file)
  host.getSourceFile = (file, version, ...rest) => {
    const code = files.get(file)
    return code === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, code, version)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
}

function textOutsideFences(page: string): string {
  return text(page).replace(/^( *)```[^]*?^\1```$/gm, '')
}

function leadsSomewhere(page: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file)
  if (!existsSync(path.join(root, target))) return false
  return anchor === undefined || anchorsOf(target).includes(anchor)
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(page: string): string[] {
  return [...textOutsideFences(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
