import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Linter } from 'eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'

// What the package around a file says decides what the file is for, and which logger a message names.
let root = ''

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'backend-project-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function write(file: string, content: unknown) {
  const full = path.join(root, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content))
  return full
}

function messages(file: string, code = `console.log('x')\n`): string[] {
  const linter = new Linter({ cwd: root })
  const config = [
    ...backend.configs.all.map(({ rules, ...one }) => one),
    { files: ['**/*'], rules: { 'backend/no-console': 'error' } } satisfies Linter.Config,
  ]
  return linter.verify(code, config, { filename: path.join(root, file) }).map(({ message }) => message)
}

describe('the package around a file', () => {
  it('a file that a script runs is a script; one that starts the server is not', () => {
    write('jobs/package.json', { scripts: { backfill: 'tsx src/backfill.ts --all', start: 'node src/main.ts' } })
    expect(messages('jobs/src/backfill.ts')).toEqual([])
    expect(messages('jobs/src/main.ts').length).toBe(1)
  })

  it('a command of the package is a command', () => {
    write('kit/package.json', { bin: { kit: 'src/kit.ts' }, dependencies: { express: '^5.0.0' } })
    expect(messages('kit/src/kit.ts')).toEqual([])
    expect(messages('kit/src/server.ts').length).toBe(1)
  })

  it('a package that is nothing but a command is one in all its files; one that others import is not', () => {
    write('tool/package.json', { bin: 'dist/tool.js' })
    write('library/package.json', { bin: 'dist/tool.js', exports: './dist/index.js' })
    expect(messages('tool/src/read.ts')).toEqual([])
    expect(messages('library/src/read.ts').length).toBe(1)
  })

  it('a package of the front end is no server; with a server library beside it, it is', () => {
    write('page/package.json', { dependencies: { react: '^19.0.0' } })
    write('both/package.json', { dependencies: { react: '^19.0.0', express: '^5.0.0' } })
    expect(messages('page/src/store.ts')).toEqual([])
    expect(messages('both/src/store.ts').length).toBe(1)
  })

  it('names the logger that the package depends on', () => {
    write('paying/package.json', { dependencies: { winston: '^3.0.0' } })
    expect(messages('paying/src/pay.ts').join()).toContain('`logger.info`')
  })

  it('sees a change of package.json in a process that lives long', async () => {
    const file = write('long/package.json', { dependencies: {} })
    expect(messages('long/src/a.ts').join()).not.toContain('logger.info')
    write('long/package.json', { dependencies: { pino: '^9.0.0' } })
    utimesSync(file, new Date(), new Date(Date.now() + 5000))
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(messages('long/src/a.ts').join()).toContain('logger.info')
  })

  it('an error with a cause is suggested only where it compiles', () => {
    const suggestions = (file: string) => {
      const linter = new Linter({ cwd: root })
      const config: Linter.Config[] = [
        ...backend.configs.all.map(({ rules, ...one }) => one),
        { files: ['**/*'], rules: { 'backend/no-swallowed-errors': 'error' } },
      ]
      const [found] = linter.verify('try { run() } catch {}', config, { filename: path.join(root, file) })
      return found?.suggestions?.map(({ messageId }) => messageId)
    }
    write('old/tsconfig.json', '{ "compilerOptions": { "target": "ES2020", /* why */ } }')
    write('new/tsconfig.json', '{ "compilerOptions": { "target": "ES2020", "lib": ["es2022"] } }')
    expect(suggestions('old/src/a.ts')).toEqual(['rethrow'])
    expect(suggestions('new/src/a.ts')).toEqual(['rethrow', 'cause'])
  })

  it('a package.json that does not parse says nothing', () => {
    write('broken/package.json', '{ "dependencies": ')
    expect(messages('broken/src/a.ts').length).toBe(1)
  })
})
