import { beforeAll, describe, expect, it } from 'vitest'
import { readStatements } from '../../dist/sql/statements.js'
import { clickhouse, mssql, mysql, postgres, sqlite } from './corpus.ts'
import { Grammar } from './grammar.ts'
import { factsOf, plainFactsOf } from './oracles/facts.ts'
import { loadPostgres, readByPostgres } from './oracles/postgres.ts'
import { loadSqlparser, readBySqlparser } from './oracles/sqlparser.ts'

// Parsers of others are the judges: where they accept a text, our reader must find the same in it.

beforeAll(async () => {
  await loadPostgres()
  await loadSqlparser()
})

const generated = 1600

function grown(dialect: ConstructorParameters<typeof Grammar>[1], count: number): string[] {
  return Array.from({ length: count }, (_, seed) => new Grammar(seed + 1, dialect).statement())
}

describe('as PostgreSQL reads it', () => {
  it.each(postgres)('%s', (sql) => {
    const theirs = readByPostgres(sql)
    expect(theirs, 'PostgreSQL rejects it').toBeDefined()
    expect(readStatements(sql).map(factsOf)).toEqual(theirs)
  })

  it('all statements at once, one behind the other', () => {
    const sql = postgres.filter((one) => !one.includes('stdin')).join(';\n')
    expect(readStatements(sql).map(factsOf)).toEqual(readByPostgres(sql))
  })

  it(`${generated} statements of a grammar`, () => {
    const accepted = grown('postgresql', generated).filter((sql) => {
      const theirs = readByPostgres(sql)
      if (theirs) expect(readStatements(sql).map(factsOf), sql).toEqual(theirs)
      return theirs
    })
    expect(accepted.length / generated).toBeGreaterThan(0.95)
  })
})

describe.each([
  ['mysql', mysql, 500],
  ['sqlite', sqlite, 500],
  ['mssql', mssql, 0],
  ['clickhouse', clickhouse, 0],
] as const)('as sqlparser-rs reads it: %s', (dialect, written, count) => {
  it.each(written)('%s', (sql) => {
    const theirs = readBySqlparser(sql, dialect)
    expect(theirs, 'sqlparser-rs rejects it').toBeDefined()
    expect(readStatements(sql).map(plainFactsOf)).toEqual(theirs)
  })

  it.runIf(dialect === 'mysql' || dialect === 'sqlite')(`${count} statements of a grammar`, () => {
    if (dialect !== 'mysql' && dialect !== 'sqlite') return
    const accepted = grown(dialect, count).filter((sql) => {
      const theirs = readBySqlparser(sql, dialect)
      if (theirs) expect(readStatements(sql).map(plainFactsOf), sql).toEqual(theirs)
      return theirs
    })
    expect(accepted.length / count).toBeGreaterThan(0.9)
  })
})
