import type { Library } from './library.ts'

export const mikroOrmMigrations: Library = {
  package: '@mikro-orm/migrations',
  migrations: { types: 'Migration' },
  rows: [{ on: 'Migration', call: ['addSql', 'execute'], role: 'db.query', sql: 0 }],
}
