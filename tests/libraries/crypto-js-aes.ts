import AES from 'crypto-js/aes.js'

declare const text: string
declare const key: string

AES.encrypt(text, key) // secret.use, text.scramble
AES.decrypt(text, key) // secret.use
