import type { Library } from './library.ts'

export const cryptoJs: Library = {
  package: 'crypto-js',
  rows: [
    {
      call: [
        'AES.encrypt',
        'AES.decrypt',
        'DES.encrypt',
        'DES.decrypt',
        'TripleDES.encrypt',
        'TripleDES.decrypt',
        'RC4.encrypt',
        'RC4.decrypt',
        'Rabbit.encrypt',
        'Rabbit.decrypt',
      ],
      role: 'secret.use',
      secret: 1,
      variable: 'ENCRYPTION_KEY',
    },
    {
      call: ['HmacMD5', 'HmacSHA1', 'HmacSHA256', 'HmacSHA512'],
      role: 'secret.use',
      secret: 1,
      variable: 'HMAC_SECRET',
    },
  ],
}
