import type { Library } from './library.ts'

export const nodeCron: Library = {
  package: 'node-cron',
  rows: [{ call: 'schedule', role: 'time.schedule', pattern: 0, options: [2], zones: ['timezone'] }],
}
