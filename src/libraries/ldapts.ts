import type { Library } from './library.ts'

export const ldapts: Library = {
  package: 'ldapts',
  rows: [{ new: 'Client' }, { on: 'Client', call: 'bind', role: 'secret.use', secret: 1, variable: 'LDAP_PASSWORD' }],
}
