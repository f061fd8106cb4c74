import sqlite3, { cached, Database, verbose } from 'sqlite3'
import * as everything from 'sqlite3'

const db = new sqlite3.Database(':memory:')
db.run('select 1', [], () => undefined) // db.query
db.all('select 1', () => undefined) // db.query
db.get('select ?', 1, () => undefined) // db.query
db.each('select 1', () => undefined) // db.query
db.exec('select 1') // db.query
db.run('select 1').run('select 2').get('select 3') // db.query, db.query, db.query
const statement = db.prepare('select ?') // db.query
new Database(':memory:').run('select 1') // db.query
new everything.Database(':memory:').run('select 1') // db.query

const loud = sqlite3.verbose()
new loud.Database(':memory:').run('select 1') // db.query
const required = require('sqlite3').verbose()
new required.Database(':memory:').run('select 1') // db.query
new (verbose().verbose().Database)(':memory:').run('select 1') // db.query
cached.Database(':memory:').run('select 1') // db.query
sqlite3.cached.Database(':memory:').run('select 1') // db.query

const opened = new Database(':memory:').on('error', () => undefined)
opened.run('select 1') // db.query
const extended = opened.loadExtension('spatial.so').wait()
extended.run('select 1') // db.query

db.serialize(() => {
  db.run('select 1') // db.query
})

// Annotations and fields
export function run(given: Database, same: sqlite3.Database | null) {
  given.all('select 1') // db.query
  same?.all('select 1') // db.query
}

export class Users {
  constructor(private readonly db: sqlite3.Database) {}

  all(done: (error: Error | null, rows: unknown[]) => void) {
    this.db.all('select 1', done) // db.query
  }
}

// Not these
statement.all(1)
statement.run('select 1')
statement.get(1, () => undefined).each(() => undefined)
db.configure('busyTimeout', 1000)
new RegExp('select').exec('select 1')
new Map<string, string>().get('run')
db.close()
