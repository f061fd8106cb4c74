import cookieParser from 'cookie-parser'

declare const secret: string

cookieParser(secret) // secret.use
cookieParser.signedCookie('s:1', secret) // secret.use
cookieParser.signedCookies({ id: 's:1' }, [secret]) // secret.use
cookieParser.JSONCookie('j:{}')
