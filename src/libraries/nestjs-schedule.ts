import type { Library } from './library.ts'

export const nestjsSchedule: Library = {
  package: '@nestjs/schedule',
  rows: [{ call: 'Cron', role: 'time.schedule', pattern: 0, options: [1], zones: ['timeZone', 'utcOffset'] }],
}
