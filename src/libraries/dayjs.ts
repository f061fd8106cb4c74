import type { Library } from './library.ts'

/** What is made without a zone. What is annotated as `Dayjs` may have one. */
export const dayjs: Library = {
  package: 'dayjs',
  fluent: ['LocalDayjs', 'Dayjs'],
  rows: [
    { call: 'default', makes: 'LocalDayjs' },
    { on: 'LocalDayjs', call: ['utc', 'tz', 'utcOffset'], makes: 'Dayjs' },
    {
      on: 'LocalDayjs',
      call: ['format', 'startOf', 'endOf', 'hour', 'date', 'day', 'month', 'year', 'set', 'toString'],
      makes: 'LocalDayjs',
      role: 'time.local',
      zonedBy: String.raw`\btz\.setDefault\(`,
    },
  ],
}
