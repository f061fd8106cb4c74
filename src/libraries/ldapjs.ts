import type { Library } from './library.ts'

export const ldapjs: Library = {
  package: 'ldapjs',
  rows: [
    { call: 'createClient', makes: 'Client' },
    { on: 'Client', call: 'bind', role: 'secret.use', secret: 1, variable: 'LDAP_PASSWORD' },
  ],
}
