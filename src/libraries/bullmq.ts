import type { Library } from './library.ts'

export const bullmq: Library = {
  package: 'bullmq',
  queue: true,
  rows: [
    {
      on: 'Queue',
      call: 'add',
      role: 'time.schedule',
      pattern: ['pattern'],
      options: [2],
      under: 'repeat',
      zones: ['tz'],
    },
    {
      on: 'Queue',
      call: 'upsertJobScheduler',
      role: 'time.schedule',
      pattern: ['pattern'],
      options: [1],
      zones: ['tz'],
    },
  ],
}
