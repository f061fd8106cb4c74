import type { Library } from './library.ts'

export const dbMigrate: Library = {
  package: 'db-migrate',
  migrations: { types: [], hands: 'db' },
  rows: [],
}
