import type { Library } from './library.ts'

const instants = [
  'toMillis',
  'toSeconds',
  'toUnixInteger',
  'toJSDate',
  'valueOf',
  'diff',
  'diffNow',
  'equals',
  'isValid',
  'ts',
]
const leads = ['setZone', 'toUTC', ...instants]

export const luxon: Library = {
  package: 'luxon',
  rows: [
    {
      call: ['DateTime.now', 'DateTime.local'],
      role: 'time.local',
      instants,
      leads,
      zonedBy: String.raw`\bdefaultZone\s*=`,
      utc: 'utc',
    },
  ],
}
