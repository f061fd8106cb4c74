import type { Library } from './library.ts'

const variable = 'JWT_SECRET'
const under = ['secret', 'privateKey'] as const
const receivers = ['jwtService', 'jwt'] as const

export const nestjsJwt: Library = {
  package: '@nestjs/jwt',
  rows: [
    {
      call: 'JwtModule.register',
      role: 'secret.use',
      secret: 0,
      under: [...under, 'secretOrPrivateKey'],
      variable,
    },
    {
      call: 'JwtModule.registerAsync',
      role: 'secret.use',
      secret: 0,
      under: ['useFactory.secret', 'useFactory.privateKey', 'useFactory.secretOrPrivateKey'],
      variable,
    },
    { new: 'JwtService', role: 'secret.use', secret: 0, under, variable },
    {
      on: 'JwtService',
      call: ['sign', 'signAsync', 'verify', 'verifyAsync'],
      role: 'secret.use',
      secret: 1,
      under,
      variable,
      receivers: ['jwtService'],
    },
    {
      on: 'JwtService',
      call: ['verify', 'verifyAsync'],
      role: 'jwt.verify',
      options: 1,
      ignores: 'ignoreExpiration',
      receivers: ['jwtService'],
    },
    { on: 'JwtService', call: 'decode', role: 'jwt.decode', receivers },
    {
      on: 'JwtService',
      call: ['sign', 'signAsync'],
      role: 'jwt.sign',
      payload: 0,
      options: 1,
      expires: ['expiresIn'],
      elsewhere: true,
      receivers: ['jwtService'],
    },
  ],
}
