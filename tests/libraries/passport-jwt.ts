import { ExtractJwt, Strategy } from 'passport-jwt'

declare const secretOrKey: string

new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey }, () => undefined) // jwt.verify, secret.use
