import type { Library } from './library.ts'

export const triggerDevSdk: Library = {
  package: '@trigger.dev/sdk',
  queue: true,
  rows: [],
}
