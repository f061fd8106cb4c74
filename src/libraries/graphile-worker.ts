import type { Library } from './library.ts'

export const graphileWorker: Library = {
  package: 'graphile-worker',
  queue: true,
  rows: [],
}
