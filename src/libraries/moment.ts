import type { Library } from './library.ts'

/** What is made without a zone. What is annotated as `Moment` may have one. */
export const moment: Library = {
  package: 'moment',
  also: ['moment-timezone'],
  fluent: ['LocalMoment', 'Moment'],
  rows: [
    { call: 'default', makes: 'LocalMoment' },
    { on: 'LocalMoment', call: ['utc', 'tz', 'utcOffset'], makes: 'Moment' },
    {
      on: 'LocalMoment',
      call: [
        'format',
        'startOf',
        'endOf',
        'hour',
        'hours',
        'date',
        'day',
        'weekday',
        'month',
        'year',
        'set',
        'toString',
        'calendar',
      ],
      makes: 'LocalMoment',
      role: 'time.local',
      // A moment changes itself.
      zonedBy: String.raw`\btz\.setDefault\(|^\s*\w+\.(?:utc|tz|utcOffset)\(|;\s*\w+\.(?:utc|tz|utcOffset)\(`,
    },
  ],
}
