import type { Library } from './library.ts'

export const umzug: Library = {
  package: 'umzug',
  migrations: { types: ['Umzug', 'MigrationFn', 'MigrationParams', 'RunnableMigration'] },
  rows: [],
}
