import { JwtModule, JwtService } from '@nestjs/jwt'

declare const token: string
declare const secret: string

export const modules = [
  JwtModule.register({ secret }), // secret.use
  JwtModule.registerAsync({ useFactory: () => ({ secret }) }), // secret.use
]
export const made = new JwtService({ secret }) // secret.use

export class Sessions {
  constructor(private readonly jwt: JwtService) {}

  async start() {
    this.jwt.sign({ id: 1 }) // jwt.sign, secret.use
    await this.jwt.signAsync({ id: 1 }, { secret }) // jwt.sign, secret.use
    this.jwt.verify(token) // jwt.verify, secret.use
    await this.jwt.verifyAsync(token, { secret }) // jwt.verify, secret.use
    this.jwt.decode(token) // jwt.decode
  }
}
