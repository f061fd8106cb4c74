import type { Library } from './library.ts'

export const cron: Library = {
  package: 'cron',
  rows: [
    { new: 'CronJob', role: 'time.schedule', pattern: 0, options: [], zones: [], zone: 4 },
    {
      call: 'CronJob.from',
      role: 'time.schedule',
      pattern: ['cronTime'],
      options: [0],
      zones: ['timeZone', 'utcOffset'],
    },
  ],
}
