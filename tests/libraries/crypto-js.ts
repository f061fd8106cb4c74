import CryptoJS from 'crypto-js'

declare const text: string
declare const key: string

CryptoJS.AES.encrypt(text, key) // secret.use
CryptoJS.AES.decrypt(text, key) // secret.use
CryptoJS.DES.encrypt(text, key) // secret.use
CryptoJS.DES.decrypt(text, key) // secret.use
CryptoJS.TripleDES.encrypt(text, key) // secret.use
CryptoJS.TripleDES.decrypt(text, key) // secret.use
CryptoJS.RC4.encrypt(text, key) // secret.use
CryptoJS.RC4.decrypt(text, key) // secret.use
CryptoJS.Rabbit.encrypt(text, key) // secret.use
CryptoJS.Rabbit.decrypt(text, key) // secret.use
CryptoJS.HmacMD5(text, key) // secret.use
CryptoJS.HmacSHA1(text, key) // secret.use
CryptoJS.HmacSHA256(text, key) // secret.use
CryptoJS.HmacSHA512(text, key) // secret.use
