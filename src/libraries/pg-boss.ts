import type { Library } from './library.ts'

export const pgBoss: Library = {
  package: 'pg-boss',
  queue: true,
  rows: [],
}
