import type { Library } from './library.ts'

export const croner: Library = {
  package: 'croner',
  rows: [{ new: 'Cron', role: 'time.schedule', pattern: 0, options: [1, 2], zones: ['timezone', 'utcOffset'] }],
}
