import type { Library } from './library.ts'

export const beeQueue: Library = {
  package: 'bee-queue',
  queue: true,
  rows: [],
}
