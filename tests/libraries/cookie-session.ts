import cookieSession from 'cookie-session'

declare const secret: string

cookieSession({ name: 'session', keys: [secret] }) // secret.use
