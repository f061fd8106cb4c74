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
    {
      call: ['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA3', 'SHA384', 'SHA512', 'RIPEMD160'],
      role: 'text.scramble',
      by: 'digest',
      value: 0,
      receivers: ['CryptoJS'],
    },
    {
      call: 'PBKDF2',
      role: 'password.hash',
      derives: true,
      cost: 2,
      options: ['iterations'],
      least: 100_000,
      suggested: 600_000,
      salt: 1,
    },
    {
      call: ['AES.encrypt', 'DES.encrypt', 'TripleDES.encrypt', 'RC4.encrypt', 'Rabbit.encrypt'],
      role: 'text.scramble',
      by: 'cipher',
      value: 0,
    },
  ],
}
