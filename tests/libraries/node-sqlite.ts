/// <reference path="../../node_modules/node-24-types/sqlite.d.ts" />
import { DatabaseSync } from 'node:sqlite'

const database = new DatabaseSync(':memory:')
database.exec('create table users (id text)') // db.query, sync.block
const all = database.prepare('select id from users') // db.query
all.all() // sync.block
all.get() // sync.block
all.run() // sync.block
all.iterate() // sync.block

const store = database.createTagStore()
store.all`select id from users` // db.query
store.get`select id from users` // db.query
store.iterate`select id from users` // db.query
store.run`delete from users` // db.query
store.db.exec('select 1') // db.query, sync.block

export class Users {
  constructor(private readonly database: DatabaseSync) {}

  all() {
    return this.database.prepare('select id from users').all() // db.query, sync.block
  }
}

// Not these
new Map([['exec', 1]]).get('exec')
String(/a/.exec('a'))
