import { Client } from 'pg'
import sql, { empty, join, raw } from 'sql-template-tag'
import * as everything from 'sql-template-tag'

const name = 'Ada'

const named = sql`select id from users where name = ${name}` // db.fragment
sql`select id from users where ${sql`name = ${name}`}` // db.fragment, db.fragment
sql`select id from users order by ${raw('name')}` // db.fragment, db.fragment
raw('order by name') // db.fragment
everything.default`select 1` // db.fragment
everything.raw('order by name') // db.fragment
const required = require('sql-template-tag')
required.default`select 1` // db.fragment
required.raw('order by name') // db.fragment
const { default: loaded } = await import('sql-template-tag')
loaded`select 1` // db.fragment

await new Client().query(sql`select 1`) // db.fragment, db.query

export class Users {
  byName(name: string) {
    return sql`select id from users where name = ${name}` // db.fragment
  }
}

// Not these
join([1, 2, 3])
everything.bulk([[1, 'Ada']])
empty.inspect()
named.text.concat(named.sql)
String.raw`select 1`
