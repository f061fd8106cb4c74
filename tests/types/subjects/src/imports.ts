import path from 'node:path'
import * as os from 'node:os'
import { createHash as hash, type Hash } from 'node:crypto'
import events = require('node:events')
import settings, { renamed, users, all, type Options } from './values-default.ts'
import * as everything from './classes.ts'
import data from './data.json'
import ambient, { named } from 'ambient-module'
import unknownPackage, { Thing } from 'not-installed'
import { Pool, type PoolClient } from 'pg'
import type { Knex } from 'knex'
import knex from 'knex'
import styles from './styles.css'
export const joined = path.join(os.tmpdir(), 'a'),
  hashed: Hash = hash('sha256'),
  emitter = new events.EventEmitter(),
  again = new events()
export const used = [
  settings.a,
  renamed,
  new users({ query: async () => ({ rows: [] }) }),
  all.text,
  everything.default,
  everything.Outer.Inner,
  data.name,
  data.list[0],
  ambient,
  named(),
  unknownPackage,
  new Thing(),
  styles,
]
export let options: Options,
  client: PoolClient,
  transaction: Knex.Transaction,
  builder: Knex.QueryBuilder<{ id: string }>,
  thing: Thing
export const pool = new Pool(),
  db = knex({ client: 'pg' })
export async function queries() {
  const { rows } = await pool.query<{ id: string }>('SELECT 1'),
    users = await db<{ id: string }>('users').where({ id: 'a' }).first(),
    connected = await pool.connect()
  return {
    rows,
    users,
    connected,
    env: process.env.HOME,
    argv: process.argv,
    url: import.meta.url,
    buffer: Buffer.from('a'),
    error: new Error('x', { cause: rows }),
    stack: Error.captureStackTrace,
  }
}
declare global {
  interface Window {
    custom: string
  }
  interface Array<T> {
    own(): T
  }
  var globalValue: { x: 1 }
}
export const globals = [
  window.custom,
  [1].own(),
  globalValue,
  globalThis.globalValue,
  console.log,
  Math.max,
  JSON,
  Symbol.iterator,
  new Date(),
  new Intl.NumberFormat(),
  structuredClone,
  NaN,
  undefined,
  Infinity,
  arguments,
]
