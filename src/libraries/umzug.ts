import type { Library } from './library.ts'

export const umzug: Library = {
  package: 'umzug',
  migrations: { types: ['MigrationFn', 'MigrationParams', 'RunnableMigration'] },
  rows: [],
}
