import type { Library } from './library.ts'

export const reactUuid: Library = {
  package: 'react-uuid',
  rows: [{ call: 'default', role: 'id.generate', format: 'uuid' }],
}
