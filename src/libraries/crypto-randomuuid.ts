import type { Library } from './library.ts'

export const cryptoRandomuuid: Library = {
  package: 'crypto-randomuuid',
  rows: [{ call: 'default', role: 'id.generate', format: 'uuid' }],
}
