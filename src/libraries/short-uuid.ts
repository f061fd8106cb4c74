import type { Library } from './library.ts'

export const shortUuid: Library = {
  package: 'short-uuid',
  rows: [
    // The default export, `uuid` and `new` are those of short-uuid before 6.
    { call: ['default', 'createTranslator'], makes: 'Translator' },
    { call: ['generate', 'uuid'], role: 'id.generate', format: 'uuid' },
    { on: 'Translator', call: ['generate', 'new', 'uuid'], role: 'id.generate', format: 'uuid' },
    { on: 'Translator', call: ['toUUID', 'fromUUID', 'validate'], role: 'id.read', format: 'uuid' },
  ],
}
