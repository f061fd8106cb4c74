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
    const severities = ['', 'error', 'warning']
    return diagnostics.map(({ range, severity, code }) => {
      const lines = document.text.split('\n')
      const text = lines[range.start.line]?.slice(range.start.character, range.end.character)
      return `${range.start.line + 1} ${severities[severity]} ${code} \`${text}\``
    })
  }
})
