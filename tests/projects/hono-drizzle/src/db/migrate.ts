import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { db, pool } from './client.ts'

await migrate(db, { migrationsFolder: 'drizzle' })
const { rows } = await pool.query('SELECT * FROM drizzle.__drizzle_migrations ORDER BY created_at DESC LIMIT 1')
console.log('Migrated to', rows[0])
await pool.end()
