import { describe, expect, it } from 'vitest'
import { hole } from '../../dist/sql/scan.js'
import { readStatements, type Statement } from '../../dist/sql/statements.js'

// What no oracle says: dialects that it does not know, holes, bodies, places.

function only(text: string): Statement {
  const [statement, ...others] = readStatements(text)
  expect(others).toEqual([])
  if (!statement) throw new Error(`no statement in ${text}`)
  return statement
}

/** The statements of a text as they are written. */
function split(text: string): string[] {
  return readStatements(text).map(({ place }) => text.slice(place.start, place.end))
}

describe('where statements end', () => {
  it.each([
    ['semicolons', 'select 1; ; select 2;', ['select 1', 'select 2']],
    [
      'not in strings, parentheses and comments',
      `select ';' /* ; */ from (a;b); select 2`,
      [`select ';' /* ; */ from (a;b)`, 'select 2'],
    ],
    [
      'GO on a line of its own',
      'select 1\nGO\nselect go from t\ngo 5\nselect 2',
      ['select 1', 'select go from t', 'select 2'],
    ],
    [
      'the body of a trigger',
      'create trigger t after insert on a begin update b set c = 1; delete from d; end; select 1',
      ['create trigger t after insert on a begin update b set c = 1; delete from d; end', 'select 1'],
    ],
    [
      'a body with blocks',
      'create procedure p() begin if a then begin x; end; end if; while b do y; end while; select case when c then 1 end; end; select 1',
      [
        'create procedure p() begin if a then begin x; end; end if; while b do y; end while; select case when c then 1 end; end',
        'select 1',
      ],
    ],
    [
      'a body of T-SQL',
      'create procedure p as begin try select 1; end try begin catch select 2; end catch; select 3',
      undefined,
    ],
    [
      'a body that never ends',
      'create function f() begin select 1; select 2',
      ['create function f() begin select 1', 'select 2'],
    ],
    [
      'BEGIN that opens a transaction',
      'begin; select 1; end; begin transaction; select 2',
      ['begin', 'select 1', 'end', 'begin transaction', 'select 2'],
    ],
    [
      'another delimiter',
      'delimiter //\ncreate procedure p() begin select 1; end //\ndelimiter ;\nselect 2; select 3',
      ['create procedure p() begin select 1; end', 'select 2', 'select 3'],
    ],
    [
      'a delimiter of dollars',
      'DELIMITER $$\ncreate trigger t begin select 1; end$$\nDELIMITER ;\nselect 2',
      ['create trigger t begin select 1; end', 'select 2'],
    ],
    [
      'tables of T-SQL one below the other',
      'CREATE TABLE a (b int)\nCREATE TABLE c (d int)\nALTER TABLE c ADD e int',
      ['CREATE TABLE a (b int)', 'CREATE TABLE c (d int)', 'ALTER TABLE c ADD e int'],
    ],
    [
      'a body in dollars',
      'do $$ begin create table a (b int); end $$; select 1',
      ['do $$ begin create table a (b int); end $$', 'select 1'],
    ],
  ])('%s', (_, text, expected) => {
    if (expected) expect(split(text)).toEqual(expected)
    else expect(split(text).at(-1)).toBe('select 3')
  })
})

describe('holes', () => {
  it('leave the columns of a table open', () => {
    expect(only(`create table t (a int, ${hole})`).changes).toMatchObject([
      { columnsOpen: true, columns: [{ name: { name: 'a' } }] },
    ])
    expect(only(`create table t ${hole}`).changes).toMatchObject([{ columnsOpen: true }])
    expect(only('create table t (a int)').changes).toMatchObject([{ columnsOpen: false }])
  })

  it('are names of tables and columns', () => {
    expect(only(`alter table ${hole} add ${hole} int`).changes).toMatchObject([
      { kind: 'add-column', table: { name: hole }, column: { name: { name: hole } } },
    ])
  })

  it.each([
    [`delete from t ${hole}`, true],
    [`delete from t${hole}`, true],
    [`delete from ${hole}`, false],
    [`delete from t where ${hole}`, true],
    [`update t set a = 1 ${hole}`, true],
    [`update t set a = ${hole}`, false],
    [`update t set ${hole}`, false],
    [`update t set ${hole} where b`, true],
  ])('may be the condition of %s: %s', (text, where) => {
    expect(only(text).writes).toMatchObject([{ where }])
  })
})

describe('writes', () => {
  it.each([
    ['update u set a = 1 from users u where b', ['users']],
    ['delete u from users u join b on c', ['users']],
    ['delete a, b from a join b on c', ['a', 'b']],
    ['delete a.*, b.* from a join b on c', ['a', 'b']],
    ['insert into t(a) values (1)', ['t']],
    ['insert overwrite table t select 1', ['t']],
    ['with d as (delete from t returning *) select * from d', ['t']],
    ['update [dbo].[Users] set a = 1', ['Users']],
    ['truncate table a, b', ['a', 'b']],
  ])('%s', (text, expected) => {
    expect(only(text).writes.flatMap(({ tables }) => tables.map(({ name }) => name))).toEqual(expected)
  })
})

describe('access', () => {
  it.each([
    [
      `grant all on *.* to 'app'@'%'`,
      { kind: 'grant', privileges: [{ name: 'ALL' }], on: { kind: '*.*' }, grantees: [{ name: 'app' }] },
    ],
    ['grant all on shop.* to app', { on: { kind: 'SCHEMA', names: [{ name: 'shop' }] } }],
    [
      'grant select on all tables in schema public to app',
      { on: { kind: 'ALL TABLES IN SCHEMA', names: [{ name: 'public' }] } },
    ],
    ['grant create on schema::dbo to app', { on: { kind: 'SCHEMA', names: [{ name: 'dbo' }] } }],
    [
      'create role app with superuser login',
      {
        kind: 'create-role',
        role: { name: 'app' },
        attributes: [{ name: 'WITH' }, { name: 'SUPERUSER' }, { name: 'LOGIN' }],
      },
    ],
  ])('%s', (text, expected) => {
    expect(only(text).access).toMatchObject(expected)
  })

  it('the one as whom a view runs', () => {
    expect(only('create definer = `root`@`localhost` view v as select * from t')).toMatchObject({
      object: { action: 'create', kind: 'VIEW', names: [{ name: 'v' }], definer: { name: 'root' } },
      query: { arms: [{ columns: [{ star: true }] }] },
    })
  })
})

describe('objects', () => {
  it.each([
    ['create extension if not exists "uuid-ossp"', 'create', 'EXTENSION', ['uuid-ossp']],
    ['create or alter procedure p as select 1', 'create', 'PROCEDURE', ['p']],
    ['create or replace trigger t before insert on a', 'create', 'TRIGGER', ['t']],
    ['create constraint trigger t after insert on a', 'create', 'TRIGGER', ['t']],
    ['drop materialized view if exists a, b', 'drop', 'MATERIALIZED VIEW', ['a', 'b']],
    ['alter table a add b int', 'alter', 'TABLE', ['a']],
    ['create unique index i on t (a)', 'create', 'INDEX', []],
  ])('%s', (text, action, kind, names) => {
    const { object } = only(text)
    expect(object).toMatchObject({ action, kind })
    expect(object?.names.map(({ name }) => name)).toEqual(names)
  })

  it('comments', () => {
    expect(only(`comment on constraint c on app.t is 'x'`).comment).toMatchObject({
      kind: 'CONSTRAINT',
      name: { name: 'c' },
      table: { name: 't', schema: 'app' },
    })
    expect(only(`comment on column t.c is 'x'`).comment).toMatchObject({
      kind: 'COLUMN',
      name: { name: 'c', schema: 't' },
    })
  })
})

describe('prose', () => {
  it.each([
    'update your profile',
    'delete all of them',
    'create a new account',
    'drop us a line',
    'grant access',
    'insert coin',
    'alter the text',
    'merge branches',
    'explain why',
    'comment on it later',
    'with love from us',
  ])('%s', (text) => {
    expect(only(text).wellFormed).toBe(false)
  })

  it.each([
    'update t set a = 1',
    'delete from t',
    'create table t (a int)',
    'drop table t',
    'grant select on t to u',
    'insert into t values (1)',
    'explain select 1 from t',
  ])('%s', (text) => {
    expect(only(text).wellFormed).toBe(true)
  })
})

it('places are those of what is written', () => {
  const text = 'alter table users add column age int not null default 5, add constraint c check (age > 0)'
  const [column, constraint] = only(text).changes
  const at = (place?: { readonly start: number; readonly end: number }) => text.slice(place?.start, place?.end)
  expect(at(column?.place)).toBe('add column age int not null default 5')
  expect(at(constraint?.place)).toBe('add constraint c check (age > 0)')
  if (column?.kind !== 'add-column' || constraint?.kind !== 'add-constraint') throw new Error('no such changes')
  expect(at(column.column.place)).toBe('age int not null default 5')
  expect(at(column.column.type?.place)).toBe('int')
  expect(at(column.column.default?.place)).toBe('5')
  expect(at(constraint.constraint.place)).toBe('constraint c check (age > 0)')
  expect(at(constraint.constraint.expression?.place)).toBe('age > 0')
})
