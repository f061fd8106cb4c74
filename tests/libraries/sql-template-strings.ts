import { Client } from 'pg'
import tag, { SQL, type SQLStatement } from 'sql-template-strings'
import * as everything from 'sql-template-strings'

const name = 'Ada'

const all = SQL`select id from users` // db.fragment
// @ts-expect-error its types describe the default export of a transpiled module
const named = tag`select id from users where name = ${name}` // db.fragment
everything.SQL`select 1` // db.fragment
const required = require('sql-template-strings')
required`select 1` // db.fragment
const { SQL: loaded } = await import('sql-template-strings')
loaded`select 1` // db.fragment

all.append(' order by name') // db.fragment
all.append(SQL` limit ${10}`).append(' offset 0') // db.fragment, db.fragment, db.fragment
const ready = named.setName('by_name')
ready.append(' limit 1') // db.fragment
const bound = named.useBind()
bound.append(' limit 1') // db.fragment

await new Client().query(SQL`select 1`) // db.fragment, db.query

// Annotations and fields
export function paged(statement: SQLStatement) {
  return statement.append(' limit 10') // db.fragment
}

export class Report {
  constructor(private readonly statement: SQLStatement) {}

  paged() {
    return this.statement.append(' limit 10') // db.fragment
  }
}

// Not these
all.text.concat(all.sql)
new URLSearchParams().append('name', 'select')
new FormData().append('name', 'select')
String.raw`select 1`
