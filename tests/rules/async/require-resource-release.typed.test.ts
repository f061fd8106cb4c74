import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'db.ts': `import { Pool } from 'pg'
export const pool = new Pool()
export const desks = { connect: async () => ({ seats: 2 }) }`,
}

testTypedRule('require-resource-release', {
  valid: [
    // It is given back
    {
      code: `import { pool } from './db.js'
export async function load() {
  const client = await pool.connect()
  try { return await client.query('select id from orders') } finally { client.release() }
}`,
      project,
    },
    // Nothing that has to be given back, by its type
    {
      code: `import { desks } from './db.js'
export async function load() {
  const desk = await desks.connect()
  return desk.seats
}`,
      project,
    },
  ],
  invalid: [
    {
      code: `import { pool } from './db.js'
export async function load() {
  const client = await «pool.connect»()
  return client.query('select id from orders')
}`,
      project,
    },
  ],
})
