import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configs, projectIn, removeProjects, type Project } from './host.ts'
import { LanguageServer, type Diagnostic, type OpenDocument } from './language-server.ts'

const host = 'eslint-10'
/** Typed over the fixture's file of the same name, and not saved. */
const typed = `import pino from 'pino'

const logger = pino()

export async function start(listen: () => Promise<void>, options: any) {
  console.log('started')
  try {
    await listen()
  } catch (error: any) {
    logger.error('not listening')
    throw error
  }
  return options.port
}
`

describe('an editor', () => {
  let project: Project
  let server: LanguageServer
  let file: string
  let document: OpenDocument

  beforeAll(async () => {
    project = await projectIn(host, 'editor', { 'eslint.config.mjs': configs['eslint.config.js'] })
    file = path.join(project.folder, 'src/start.ts')
    server = new LanguageServer(project.folder)
    await server.start()
    document = server.open(file, 'typescript', typed)
  })
  afterAll(async () => {
    await server.stop()
    await removeProjects(host, 'editor')
  })

  it('shows the findings of a text that is not saved', async () => {
    expect(await readFile(file, 'utf8')).not.toBe(typed)
    expect(shown(await document.diagnostics()), server.log.join('\n')).toEqual([
      '5 error backend/no-any `any`',
      '6 error backend/no-console `console.log`',
      '9 error backend/no-any `any`',
    ])
  })

  it('links a finding to the page of its rule', async () => {
    const [first] = await document.diagnostics()
    expect(first?.codeDescription?.href).toMatch(/\/docs\/rules\/no-any\.md$/)
  })

  it('makes the edit that a suggestion promises', async () => {
    const [finding] = await document.diagnostics()
    const actions = await document.actions('quickfix', finding)
    const suggestion = actions.find(({ title }) => title.includes('unknown'))
    await server.request('workspace/executeCommand', suggestion?.command)
    expect(server.wanted.map((edit) => document.edited(edit))).toEqual([
      typed.replace('options: any', 'options: unknown'),
    ])
  })

  it('fixes all on save', async () => {
    const [action] = await document.actions('source.fixAll.eslint')
    if (!action?.edit) throw new Error('The server offers no fix.')
    document.apply(action.edit)
    expect(document.text).toBe(
      typed.replace("console.log('started')", "logger.info('started')").replace('(error: any)', '(error: unknown)'),
    )
    expect(shown(await document.diagnostics())).toEqual(['5 error backend/no-any `any`'])
  })

  it('lets the server go', async () => {
    expect(await server.stop()).toEqual({ status: 0 })
  })

  function shown(diagnostics: readonly Diagnostic[]): string[] {
    return shownIn(document, diagnostics)
  }
})

/** A rule of the project's own beside the preset, so that each kind of file has something to fix. */
const withPlans = `${configs['eslint.config.js'].replace('export default', 'const preset =')}
  const noPlans = {
    meta: { type: 'problem', fixable: 'code' },
    create: ({ report, sourceCode }) => ({
      '*'() {
        const start = sourceCode.text.indexOf('TODO')
        if (start === -1) return
        const loc = { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(start + 4) }
        report({ loc, message: 'A plan.', fix: (fixer) => fixer.replaceTextRange([start, start + 4], 'DONE') })
      },
    }),
  }
  export default defineConfig(
    { plugins: { backend, own: { rules: { 'no-plans': noPlans } } } },
    preset,
    { files: ['**/*.prisma'], language: 'backend/prisma' },
    { files: ['**/*.{sql,prisma}'], rules: { 'own/no-plans': 'warn' } },
  )`

describe('an editor, with files that are no programs', () => {
  let project: Project
  let server: LanguageServer

  beforeAll(async () => {
    project = await projectIn(host, 'editor-texts', { 'eslint.config.mjs': withPlans })
    server = new LanguageServer(project.folder)
    await server.start()
  })
  afterAll(async () => {
    await server.stop()
    await removeProjects(host, 'editor-texts')
  })

  it.each([
    {
      file: 'src/report.sql',
      languageId: 'sql',
      before: '-- TODO\nselect * from orders;\n-- eslint-disable-next-line backend/no-select-star\nselect * from t;\n',
      found: ['1 warning own/no-plans `TODO`', '2 error backend/no-select-star `*`'],
    },
    {
      file: 'prisma/schema.prisma',
      languageId: 'prisma',
      before: 'model Order {\n  id Int @id // TODO\n}\n',
      found: ['2 warning own/no-plans `TODO`'],
    },
  ])('shows and fixes the findings of $file, unsaved', async ({ file, languageId, before, found }) => {
    const document = server.open(path.join(project.folder, file), languageId, before)
    const diagnostics = await document.diagnostics()
    expect(shownIn(document, diagnostics), server.log.join('\n')).toEqual(found)
    const fixes = await document.actions('quickfix', diagnostics[0])
    expect(fixes.map(({ title }) => title)).toContainEqual(expect.stringMatching(/^Fix this own\/no-plans problem/))
    const [action] = await document.actions('source.fixAll.eslint')
    document.apply(action?.edit ?? { documentChanges: [] })
    expect(document.text).toBe(before.replace('TODO', 'DONE'))
    expect(shownIn(document, await document.diagnostics())).toEqual(found.slice(1))
  })
})

function shownIn(document: OpenDocument, diagnostics: readonly Diagnostic[]): string[] {
  const severities = ['', 'error', 'warning']
  return diagnostics.map(({ range, severity, code }) => {
    const lines = document.text.split('\n')
    const text = lines[range.start.line]?.slice(range.start.character, range.end.character)
    return `${range.start.line + 1} ${severities[severity]} ${code} \`${text}\``
  })
}
