import type { Library } from './library.ts'

/** The ciphers of crypto-js, each imported on its own. */
export const cryptoJsAes: Library = {
  package: 'crypto-js/aes',
  also: ['crypto-js/aes.js', 'crypto-js/tripledes', 'crypto-js/rc4', 'crypto-js/rabbit'],
  rows: [
    { call: ['encrypt', 'decrypt'], role: 'secret.use', secret: 1, variable: 'ENCRYPTION_KEY' },
    { call: 'encrypt', role: 'text.scramble', by: 'cipher', value: 0 },
  ],
}
