import Database, { type Database as OpenDatabase } from 'better-sqlite3'
import * as everything from 'better-sqlite3'

const db = new Database(':memory:')
db.exec('select 1') // db.query, sync.block
db.exec('select 1').exec('select 2') // db.query, db.query, sync.block, sync.block
const byId = db.prepare('select id from users where id = ?') // db.query
db.prepare<[number], { id: number }>('select id from users where id = ?').get(1) // db.query, sync.block
// @ts-expect-error newer than its types
db.explain('select 1') // db.query
Database(':memory:').exec('select 1') // db.query, sync.block
new everything.default(':memory:').exec('select 1') // db.query, sync.block
const required = require('better-sqlite3')
new required(':memory:').prepare('select 1').all() // db.query, sync.block
require('better-sqlite3')(':memory:').prepare('select 1').all() // db.query, sync.block

const opened = new Database(':memory:')
  .defaultSafeIntegers()
  .unsafeMode()
  .loadExtension('spatial.so')
  .function('twice', (value: number) => value * 2)
  .aggregate('total', { start: 0, step: (total: number) => total })
  .table('numbers', { columns: ['value'], *rows() {} })
opened.exec('select 1') // db.query, sync.block

const insert = db.transaction((names: string[]) => {
  const one = db.prepare('insert into users (name) values (?)') // db.query
  for (const name of names) one.run(name) // sync.block
})

// Annotations and fields
export function run(given: Database.Database, same: OpenDatabase, other: everything.Database | undefined) {
  given.prepare('select 1') // db.query
  same.prepare('select 1') // db.query
  other?.prepare('select 1') // db.query
}

export class Users {
  private readonly all
  constructor(private readonly db: Database.Database) {
    this.all = this.db.prepare('select 1') // db.query
  }

  find() {
    return this.all.all() // sync.block
  }
}

class OwnDatabase extends Database {
  count() {
    return this.prepare('select count(id) from users').get() // db.query, sync.block
  }
}
new OwnDatabase(':memory:').exec('select 1') // db.query, sync.block

byId.get(1) // sync.block
byId.all('select 1') // sync.block
byId.iterate() // sync.block
byId.run() // sync.block
byId.raw().pluck().expand().safeIntegers().bind(1).get() // sync.block

// Not these
insert(['Ada'])
db.pragma('journal_mode = WAL') // db.query
new RegExp('select').exec('select 1')
new Map<string, string>().get('prepare')
db.close()
