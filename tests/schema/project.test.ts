import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Linter, type Rule } from 'eslint'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import backend from 'eslint-plugin-backend'
import { dialectOf } from '../../dist/schema/dialect.js'
import { onSchema, schemasAround } from '../../dist/schema/here.js'
import type { Schema } from '../../src/schema/model.ts'

let folder: string
let linter: Linter
beforeEach(() => {
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'backend-project-'))
  linter = new Linter({ cwd: folder })
  write('package.json', '{ "name": "shop" }')
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

function write(name: string, text: string) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}

/** What a rule is told while a file is linted. */
function asked<Answer>(name: string, text: string, ask: (context: Rule.RuleContext) => Answer): Answer {
  const answers: Answer[] = []
  const rule: Rule.RuleModule = {
    create: (context) => {
      const visit = () => void answers.push(ask(context))
      return { Program: visit, PrismaFile: visit, SqlFile: visit }
    },
  }
  const languages = backend.configs.all.map(({ rules, ...config }): Linter.Config => config)
  const messages = linter.verify(
    text,
    [...languages, { plugins: { ask: { rules: { rule } } }, rules: { 'ask/rule': 'error' } }],
    path.join(folder, name),
  )
  expect(messages).toEqual([])
  expect(answers).toHaveLength(1)
  return answers[0]!
}

const shown = (schemas: readonly Schema[]) =>
  schemas.map(
    ({ source, tables }) =>
      `${source}: ${tables.map(({ name, columns }) => `${name}(${columns.map((column) => column.name).join(' ')})`).join(' ')}`,
  )
const around = (name = 'src/app.ts', text = 'export {}') =>
  shown(asked(name, text, (context) => schemasAround(context as never)))

/** Lets an answer that is kept for a moment grow old. */
function later() {
  const now = performance.now()
  vi.spyOn(performance, 'now').mockReturnValue(now + 1_000_000)
}

describe('the schemas around a file', () => {
  it('are read from the files of its package', () => {
    write('prisma/schema.prisma', 'model User { id Int @id }')
    write('db/migrations/0001_users.sql', 'CREATE TABLE users (id int, name text);')
    expect(around()).toEqual(['prisma: User(id)', 'migrations: users(id name)'])
  })

  it('are those of the files as they are now: changed, new, renamed, gone', () => {
    write('prisma/schema.prisma', 'model User { id Int @id }')
    expect(around()).toEqual(['prisma: User(id)'])
    write('prisma/schema.prisma', 'model Person { id Int @id }')
    later()
    expect(around()).toEqual(['prisma: Person(id)'])
    write('db/migrations/0001_users.sql', 'CREATE TABLE users (id int);')
    vi.restoreAllMocks()
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 9_000_000)
    expect(around()).toEqual(['prisma: Person(id)', 'migrations: users(id)'])
    renameSync(
      path.join(folder, 'db/migrations/0001_users.sql'),
      path.join(folder, 'db/migrations/0001_users.down.sql'),
    )
    vi.restoreAllMocks()
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 90_000_000)
    expect(around()).toEqual(['prisma: Person(id)'])
    rmSync(path.join(folder, 'prisma'), { recursive: true })
    vi.restoreAllMocks()
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 900_000_000)
    expect(around()).toEqual([])
  })

  it('are kept for a moment: a run over many files reads them once', () => {
    write('prisma/schema.prisma', 'model User { id Int @id }')
    expect(around()).toEqual(['prisma: User(id)'])
    write('prisma/schema.prisma', 'model Person { id Int @id }')
    expect(around('src/other.ts')).toEqual(['prisma: User(id)'])
  })

  it('hold the file as it is in the editor, saved or not', () => {
    write('prisma/schema.prisma', 'model User { id Int @id }')
    expect(around('prisma/schema.prisma', 'model User { id Int @id\n name String }')).toEqual(['prisma: User(id name)'])
    expect(around('db/migrations/0001_new.sql', 'CREATE TABLE new (id int);')).toEqual([
      'prisma: User(id)',
      'migrations: new(id)',
    ])
    expect(around()).toEqual(['prisma: User(id)'])
  })

  it('are those of the workspace where the package has none', () => {
    write('pnpm-workspace.yaml', 'packages: ["packages/*"]')
    write('packages/api/package.json', '{ "name": "api" }')
    write('packages/db/package.json', '{ "name": "db" }')
    write('packages/db/prisma/schema.prisma', 'model User { id Int @id }')
    expect(around('packages/api/src/app.ts')).toEqual(['prisma: User(id)'])
    write('packages/own/package.json', '{ "name": "own" }')
    write('packages/own/schema.prisma', 'model Own { id Int @id }')
    expect(around('packages/own/src/app.ts')).toEqual(['prisma: Own(id)'])
  })

  it('are not looked for in what is installed, built or only tested', () => {
    for (const where of ['node_modules/x', 'dist', 'src/__tests__', 'test/fixtures', '.next', 'src/generated'])
      write(`${where}/schema.prisma`, 'model User { id Int @id }')
    write('migrations/0001.down.sql', 'CREATE TABLE gone (id int);')
    write('queries/find.sql', 'SELECT id FROM users;')
    expect(around()).toEqual([])
  })

  it('are read from code as well', () => {
    write(
      'src/db/schema.ts',
      "import { pgTable, integer } from 'drizzle-orm/pg-core'\nexport const users = pgTable('users', { id: integer() })",
    )
    expect(around()).toEqual(['drizzle: users(id)'])
    expect(
      around(
        'src/db/schema.ts',
        "import { pgTable, integer } from 'drizzle-orm/pg-core'\nexport const people = pgTable('people', { id: integer() })",
      ),
    ).toEqual(['drizzle: people(id)'])
  })

  it('do without what cannot be read', () => {
    write('src/db/schema.ts', "import { pgTable } from 'drizzle-orm/pg-core'\nexport const users = pgTable('users', {")
    write('prisma/schema.prisma', 'model User {')
    const schemas = asked('src/app.ts', 'export {}', (context) => schemasAround(context as never))
    expect(schemas.map(({ source, open }: Schema) => [source, open])).toEqual([
      ['prisma', true],
      ['drizzle', true],
    ])
  })
})

describe('the schema of a file', () => {
  const parts = (name: string, text: string) => {
    const found: string[] = []
    asked(name, text, (context) => {
      // The listener runs at the end of the file: here at once.
      const listeners: Readonly<Record<string, unknown>> = onSchema(context as never, (schema) => {
        found.push(...schema.tables.filter(({ place }) => schema.isHere(place)).map((table) => table.name))
      })
      const visit = listeners['Program:exit']
      if (typeof visit === 'function') visit()
    })
    return found
  }

  it('is told of the tables of all its files, and says which stand here', () => {
    write('db/migrations/0001_users.sql', 'CREATE TABLE users (id int);')
    expect(parts('db/migrations/0002_orders.sql', 'CREATE TABLE orders (id int);')).toEqual(['orders'])
    expect(parts('src/app.ts', 'export {}')).toEqual([])
  })
})

describe('the database', () => {
  const dialect = (name = 'src/app.ts') => asked(name, 'export {}', (context) => dialectOf(context as never))

  it('is the one that all drivers of the package are for', () => {
    write('package.json', '{ "name": "shop", "dependencies": { "pg": "8", "express": "5" } }')
    expect(dialect()).toBe('postgresql')
  })

  it('is unknown where drivers differ, unless a schema says it', () => {
    write('package.json', '{ "name": "shop", "dependencies": { "pg": "8", "mysql2": "3" } }')
    expect(dialect()).toBeUndefined()
    write('prisma/schema.prisma', 'datasource db {\n provider = "mysql"\n}\nmodel User {\n id Int @id\n}')
    later()
    expect(dialect()).toBe('mysql')
  })
})
