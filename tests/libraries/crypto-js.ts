import CryptoJS from 'crypto-js'

declare const text: string
declare const key: string

CryptoJS.AES.encrypt(text, key) // secret.use, text.scramble
CryptoJS.AES.decrypt(text, key) // secret.use
CryptoJS.DES.encrypt(text, key) // secret.use, text.scramble
CryptoJS.DES.decrypt(text, key) // secret.use
CryptoJS.TripleDES.encrypt(text, key) // secret.use, text.scramble
CryptoJS.TripleDES.decrypt(text, key) // secret.use
CryptoJS.RC4.encrypt(text, key) // secret.use, text.scramble
CryptoJS.RC4.decrypt(text, key) // secret.use
CryptoJS.Rabbit.encrypt(text, key) // secret.use, text.scramble
CryptoJS.Rabbit.decrypt(text, key) // secret.use
CryptoJS.HmacMD5(text, key) // secret.use
CryptoJS.HmacSHA1(text, key) // secret.use
CryptoJS.HmacSHA256(text, key) // secret.use
CryptoJS.HmacSHA512(text, key) // secret.use
CryptoJS.MD5(text) // text.scramble
CryptoJS.SHA1(text) // text.scramble
CryptoJS.SHA224(text) // text.scramble
CryptoJS.SHA256(text) // text.scramble
CryptoJS.SHA3(text) // text.scramble
CryptoJS.SHA384(text) // text.scramble
CryptoJS.SHA512(text) // text.scramble
CryptoJS.RIPEMD160(text) // text.scramble
CryptoJS.PBKDF2(text, key, { iterations: 600_000 }) // password.hash
