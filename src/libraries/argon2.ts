import type { Library } from './library.ts'

export const argon2: Library = {
  package: 'argon2',
  rows: [{ call: 'hash', role: 'password.hash', salt: 1, saltOption: 'salt', typeAt: 1, receivers: ['argon2'] }],
}
