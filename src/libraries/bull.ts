import type { Library } from './library.ts'

export const bull: Library = {
  package: 'bull',
  aliases: { default: 'Queue' },
  queue: true,
  rows: [
    {
      on: 'Queue',
      call: 'add',
      role: 'time.schedule',
      pattern: ['cron'],
      options: [1, 2],
      under: 'repeat',
      zones: ['tz'],
    },
  ],
}
