import type { Library } from './library.ts'

export const pureUuid: Library = {
  package: 'pure-uuid',
  aliases: { default: 'UUID' },
  rows: [
    { new: 'default', makes: 'UUID', role: 'id.generate', format: 'uuid' },
    { on: 'UUID', call: 'make', role: 'id.generate', format: 'uuid' },
    { on: 'UUID', call: ['parse', 'import'], role: 'id.read', format: 'uuid' },
  ],
}
