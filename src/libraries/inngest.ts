import type { Library } from './library.ts'

export const inngest: Library = {
  package: 'inngest',
  queue: true,
  rows: [],
}
