import { testRule, type InvalidCase } from '../../support/test-rule.ts'

const jwt = "import jwt from 'jsonwebtoken'\n"
const decoded = (code: string): InvalidCase => ({ code, options: { decoded: true } })
const algorithms = (code: string): InvalidCase => ({ code, options: { algorithms: true } })
const expiry = (code: string): InvalidCase => ({ code, options: { expiry: true } })

testRule('no-unverified-jwt', {
  valid: [
    // Checked
    `${jwt}jwt.verify(token, key, { algorithms: ['RS256'] })`,
    `${jwt}jwt.verify(token, key, { algorithms: ['RS256', 'ES256'], issuer: 'acme' })`,
    `${jwt}jwt.verify(token, key, { ignoreExpiration: false })`,
    `${jwt}jwt.verify(token, key, { ignoreExpiration: process.env.NODE_ENV === 'test' })`,
    `${jwt}jwt.verify(token, process.env.JWT_SECRET ?? '')`,
    `${jwt}jwt.verify(token, key, options)`,
    `${jwt}jwt.verify(token, key, { algorithms: allowed })`,
    `${jwt}jwt.verify(token)`,
    `${jwt}jwt.sign({ id }, key, { algorithm: 'HS256', expiresIn: '1h' })`,
    `${jwt}let NONE = 'none'\nif (x) NONE = 'HS256'\njwt.sign({ id }, key, { algorithm: NONE })`,
    "import { jwtVerify } from 'jose'\nawait jwtVerify(token, key, { algorithms: ['RS256'] })",
    "import { Strategy } from 'passport-jwt'\nnew Strategy({ jwtFromRequest, secretOrKey, ignoreExpiration: false }, check)",
    // jwt-simple takes its settings by position
    "import jwt from 'jwt-simple'\njwt.decode(token, key, false, 'HS256')",
    "import jwt from 'jwt-simple'\njwt.decode(token, key, noVerify)",
    "import jwt from 'jwt-simple'\njwt.encode({ id, exp }, key, 'HS256')",
    { code: "import { decode } from 'jwt-simple'\ndecode(token, key, false, key.alg)", options: { algorithms: true } },
    "import { createVerifier } from 'fast-jwt'\ncreateVerifier({ key, algorithms: ['RS256'] })",
    {
      code: "import jwt from 'koa-jwt'\napp.use(jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }))",
      options: { algorithms: true },
    },
    { code: `${jwt}jwt.verify(token, jwk.pem, { algorithms: [jwk.alg] })`, options: { algorithms: true } },
    { code: "import { createSigner } from 'fast-jwt'\ncreateSigner({ key })", options: { expiry: true } },
    "import { Strategy } from 'passport-jwt'\nnew Strategy({\n  jwtFromRequest,\n  secretOrKey,\n  // The expiry is checked in the callback.\n  ignoreExpiration: true,\n}, check)",
    // Taken apart by hand: not for who is there, checked as well, handed over by the provider, no token at all
    {
      code: "const claims = JSON.parse(atob(token.split('.')[1]))\nreturn claims.exp < now",
      options: { decoded: true },
    },
    {
      code: "await verifySignature(token)\nconst claims = JSON.parse(atob(token.split('.')[1]))\nreq.user = claims.sub",
      options: { decoded: true },
    },
    {
      code: "const claims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1], 'base64').toString())\nreturn claims.email",
      options: { decoded: true },
    },
    {
      code: "const claims = JSON.parse(Buffer.from(answer.access_token.split('.')[1], 'base64').toString())\nreturn claims.email",
      options: { decoded: true },
    },
    {
      code: "const name = JSON.parse(Buffer.from(file.split('/')[1], 'base64').toString())\nreturn name.user",
      options: { decoded: true },
    },
    "const claims = JSON.parse(atob(token.split('.')[1]))\nreq.user = claims.sub",
    {
      code: `${jwt}passport.authenticate('jwt', async (error, user, info) => { if (info.expiredAt) { const claims = jwt.decode(tokenOf(req))\n await renew(claims.id) } })(req, res)`,
      options: { decoded: true },
    },
    {
      code: "async function load(token) { const { sub } = JSON.parse(Buffer.from(token.split('.')[1], 'base64').toString())\n return get(sub, { Authorization: `Bearer ${token}` }) }",
      options: { decoded: true },
    },
    // Words, examples and other things that are decoded
    "export const docs = { algorithm: 'none', description: 'A JWT without a signature' }",
    "export const messages = { 'jwt.expired': 'Ihre Sitzung ist abgelaufen', ignoreExpiration: true }",
    "const claims = JSON.parse(atob(cursor.split('.')[1]))\nreturn claims.page",
    "const version = JSON.parse(readFileSync('package.json', 'utf8')).version.split('.')[1]",
    "import { decode } from 'html-entities'\nreq.user = decode(jwt)",
    "import { decode } from '@msgpack/msgpack'\nconst user = decode(jwtBytes)\nreq.user = user.id",
    "const header = { alg: 'HS256', typ: 'JWT' }",
    "export const schema = { jwt: { type: 'object', properties: { alg: { enum: ['none', 'RS256'] } } } }",
    "const cache = { sign: (key: string, value: null) => value }\ncache.sign('jwt', null)",
    "logger.info({ alg: 'none' }, 'jwt is off')",
    // Not of a library
    'const jwt = 1\nawait provider.Grant.find(id, { ignoreExpiration: true })',
    "const jwt = unknown('jsonwebtoken')\njwt.sign({ id }, key, { algorithm: 'none' })",
    "import x from 'lodash'\nx.verify(token, null)",
    "import { verify } from './signature'\nverify(token, '')",
    "const border = { alg: 'none', jwt: 1 }",
    "const style = { algorithm: 'none', jwt: 1 }",
    // Strict parts are off
    `${jwt}const { sub } = jwt.decode(token)`,
    `${jwt}jwt.sign({ id }, key)`,
    `${jwt}jwt.verify(token, key)`,
    { code: `${jwt}jwt.verify(token, key, { algorithms: ['none'] })`, filename: 'src/auth.test.ts' },

    // Decoded for something else than who is there
    decoded(`${jwt}const { exp } = jwt.decode(token)\nif (exp < now) refresh()`),
    decoded(`${jwt}const claims = jwt.decode(token)\ncache.set(key, token, claims.exp - now)`),
    decoded(`${jwt}const { header } = jwt.decode(token, { complete: true })\nconst key = await keys.get(header.kid)`),
    decoded(`${jwt}const kid = jwt.decode(token, { complete: true })?.header.kid\njwt.verify(token, await keyOf(kid))`),
    decoded("import { decodeProtectedHeader } from 'jose'\nconst { kid } = decodeProtectedHeader(token)"),
    decoded("import { jwtDecode } from 'jwt-decode'\nconst { kid } = jwtDecode(token, { header: true })"),
    // Verified
    decoded(`${jwt}jwt.verify(token, key)\nconst { sub } = jwt.decode(token)`),
    decoded(
      `${jwt}const { sub } = jwt.decode(token)\nconst user = await users.find(sub)\njwt.verify(token, user.secret)`,
    ),
    decoded(`${jwt}await verifyToken(token)\nreq.user = jwt.decode(token)`),
    decoded(
      "import { decodeJwt, jwtVerify } from 'jose'\nconst { iss, sub } = decodeJwt(token)\nawait jwtVerify(token, await keyOf(iss, sub))",
    ),
    // Straight from the provider
    decoded(`${jwt}const tokens = await client.exchange(code)\nconst { email } = jwt.decode(tokens.id_token)`),
    decoded(
      "import { jwtDecode } from 'jwt-decode'\nconst { data } = await axios.post(url, form)\nconst profile = jwtDecode(data.id_token)\nlogin(profile.email)",
    ),
    // Nobody knows what for
    decoded(`${jwt}export const read = (token) => jwt.decode(token)`),
    decoded(`${jwt}function decodeToken(token) {\n  return jwt.decode(token)\n}`),
    decoded(`${jwt}logger.debug(jwt.decode(token))`),
    decoded('const { sub } = base64.decode(token)'),
    decoded("import { sdk } from '@okta/okta-auth-js'\nconst { sub } = sdk.token.decode(token)"),
    { ...decoded(`${jwt}const { sub } = jwt.decode(token)`), filename: 'src/cli/whoami.ts' },
    {
      ...decoded("import { jwtDecode } from 'jwt-decode'\nconst { sub } = jwtDecode(token)"),
      filename: 'src/components/Me.tsx',
    },
    // A handler that answers, throws, or is there for guests
    decoded(
      `${jwt}function auth(req, res, next) {\n  try {\n    req.user = jwt.verify(token, key)\n    next()\n  } catch (error) {\n    res.status(401).end()\n  }\n}`,
    ),
    decoded(
      `${jwt}function auth(req, res, next) {\n  try {\n    req.user = jwt.verify(token, key)\n  } catch (error) {\n    return next(error)\n  }\n  next()\n}`,
    ),
    decoded(
      `${jwt}export function optionalAuth(req, res, next) {\n  try {\n    req.user = jwt.verify(token, key)\n  } catch (error) {\n    logger.debug(error)\n  }\n  next()\n}`,
    ),
    decoded(
      `${jwt}export function check(token) {\n  try {\n    return jwt.verify(token, key)\n  } catch {\n    return null\n  }\n}`,
    ),

    algorithms(`${jwt}jwt.verify(token, key, { algorithms: ['HS256'] })`),
    algorithms(`${jwt}jwt.verify(token, key, { ...options })`),
    algorithms(`${jwt}jwt.verify(token, key, options)`),
    algorithms(`${jwt}jwt.verify(token, key, verifyOptions, callback)`),
    algorithms(`${jwt}const options = { issuer }\noptions.algorithms = ['HS256']\njwt.verify(token, key, options)`),
    algorithms("import { jwtVerify } from 'jose'\nawait jwtVerify(token, key)"),
    algorithms(`${jwt}jwt.verify(token)`),
    algorithms("crypto.verify('sha256', data, key)"),

    expiry(`${jwt}jwt.sign({ id }, key, { expiresIn: '1h' })`),
    expiry(`${jwt}jwt.sign({ id, exp: now + 60 }, key)`),
    expiry(`${jwt}jwt.sign({ ...claims }, key)`),
    expiry(`${jwt}jwt.sign({ id, expiresAt: later }, key)`),
    expiry(`${jwt}jwt.sign(payload, key)`),
    expiry(`${jwt}const payload = { id, exp }\njwt.sign(payload, key)`),
    expiry(`${jwt}const payload = { id }\npayload.exp = now + 60\njwt.sign(payload, key)`),
    expiry(`${jwt}const options = { expiresIn: '7d' }\njwt.sign({ id }, key, options)`),
    expiry(`${jwt}jwt.sign({ id }, key, { ...options, issuer: 'acme' })`),
    expiry(`${jwt}jwt.sign({ id })`),
    expiry(
      "import { SignJWT } from 'jose'\nawait new SignJWT({ id }).setProtectedHeader({ alg }).setExpirationTime('2h').sign(key)",
    ),
    expiry("import { SignJWT } from 'jose'\nawait new SignJWT({ id, exp }).setProtectedHeader({ alg }).sign(key)"),
    expiry("import { CompactSign } from 'jose'\nawait new CompactSign(bytes).setProtectedHeader({ alg }).sign(key)"),
    expiry(
      "import { JwtService } from '@nestjs/jwt'\nclass Auth {\n  constructor(private jwt: JwtService) {}\n  login(id: string) {\n    return this.jwt.sign({ id })\n  }\n}",
    ),
    expiry("import { sign } from 'hono/jwt'\nawait sign({ id, exp: now + 60 }, key)"),
    decoded(
      "import { decode } from 'hono/jwt'\nconst { header, payload } = decode(token)\nawait keys.find(header.kid, payload.iss)",
    ),
  ],
  invalid: [
    "import jwt from 'jwt-simple'\njwt.decode(token, key, «true»)",
    {
      code: "import { decode } from 'jwt-simple'\nconst claims = decode(token, '', «true», 'HS256')",
      messages: ['off'],
    },
    "import jwt from 'jwt-simple'\njwt.encode({ id }, «''»)",
    algorithms("import jwt from 'jwt-simple'\n«jwt.decode(token, key)»"),
    algorithms("import { decode } from 'jwt-simple'\n«decode(token, key, false, header.alg)»"),
    algorithms(`${jwt}«jwt.verify(token, key, { algorithms: [decoded.header.alg] })»`),
    algorithms("import jwt from 'koa-jwt'\napp.use(«jwt({ secret: process.env.JWT_SECRET })»)"),
    "import { createVerifier } from 'fast-jwt'\ncreateVerifier({ key, «ignoreExpiration: true» })",
    "import { createSigner } from 'fast-jwt'\ncreateSigner({ algorithm: «'none'» })",
    decoded("const claims = «JSON.parse(atob(token.split('.')[1]))»\nreq.user = claims.sub"),
    decoded(
      "const [, payload] = token.split('.')\nconst claims = «JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))»\nreturn User.findById(claims.userId)",
    ),
    decoded(
      "const parts = header.split('.')\nconst text = jose.util.base64url.decode(parts[1])\nconst token = «JSON.parse(text)»\nconst user = token.username",
    ),
    // No signature at all
    { code: `${jwt}jwt.verify(token, key, { algorithms: [«'none'»] })`, messages: ['none'] },
    {
      code: `${jwt}jwt.verify(token, key, { algorithms: ['RS256', «'none'»] })`,
      suggestions: [[`${jwt}jwt.verify(token, key, { algorithms: ['RS256'] })`]],
    },
    `${jwt}jwt.verify(token, key, { algorithms: [«'NONE'»] }, (error, claims) => next())`,
    `${jwt}jwt.verify(token, key, { algorithm: «'None'» })`,
    `${jwt}jwt.sign({ id }, '', { algorithm: «'none'» })`,
    `${jwt}const NONE = «'none'»\nconst options = { algorithm: NONE }\njwt.sign({ id }, key, options)`,
    `${jwt}const algorithms = ['RS256', «'none'»]\njwt.verify(token, key, { algorithms })`,
    "const jwt = require('jsonwebtoken')\nfunction check(token, secret) {\n  return jwt.verify(token, secret, { algorithms: ['HS256', «'none'»] })\n}",
    "import jwt = require('jsonwebtoken')\njwt.sign({ id }, '', { algorithm: «'none'» })",
    "const token = require('jsonwebtoken').sign({ id }, key, { algorithm: «'none'» })",
    "import { verify as check } from 'jsonwebtoken'\ncheck(token, key, { algorithms: [«'none'»] })",
    "jwt.verify(token, key, { algorithms: [«'none'»] })",
    "import { jwtVerify } from 'jose'\nawait jwtVerify(token, key, { algorithms: [«'none'»] })",
    "import { SignJWT } from 'jose'\nawait new SignJWT({ id }).setProtectedHeader({ alg: «'none'» }).sign(key)",
    "import { expressjwt } from 'express-jwt'\napp.use(expressjwt({ secret, algorithms: [«'none'»] }))",
    "import { JwtModule } from '@nestjs/jwt'\nJwtModule.register({ secret, verifyOptions: { algorithms: [«'none'»] } })",
    "import { JwtService } from '@nestjs/jwt'\nclass Auth {\n  constructor(private readonly jwt: JwtService) {}\n  check(token: string) {\n    return this.jwt.verifyAsync(token, { algorithms: [«'none'»] })\n  }\n}",
    "const header = { alg: «'none'», typ: 'JWT' }",
    "const { JWK, JWT } = require('jose')\nJWT.verify(token, «JWK.None»)",
    {
      code: "import { UnsecuredJWT } from 'jose'\nconst { payload } = «UnsecuredJWT.decode(token)»",
      messages: ['unsigned'],
    },
    // For ever
    {
      code: `${jwt}jwt.verify(token, key, { «ignoreExpiration: true» })`,
      messages: ['expired'],
      suggestions: [[`${jwt}jwt.verify(token, key, { ignoreExpiration: false })`]],
    },
    `${jwt}const options = { issuer, «ignoreExpiration: true» }\njwt.verify(token, key, options)`,
    "import { Strategy } from 'passport-jwt'\nnew Strategy({ jwtFromRequest, secretOrKey, «ignoreExpiration: true» }, check)",
    "import { PassportStrategy } from '@nestjs/passport'\nclass Jwt extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), «ignoreExpiration: true», secretOrKey: key })\n  }\n}",
    'this.jwtService.verify(token, { secret, «ignoreExpiration: true» })',
    // Without a key
    { code: `${jwt}jwt.verify(token, «''»)`, messages: ['key'] },
    `${jwt}jwt.verify(token, «null», { issuer: 'acme' }, callback)`,
    `${jwt}jwt.verify(token, «undefined»)`,
    `${jwt}const secret = ''\njwt.verify(token, «secret»)`,
    `${jwt}jwt.sign({ id }, «\`\`»)`,

    // Who is there
    {
      ...decoded(`${jwt}const { sub } = «jwt.decode(token)»`),
      messages: ['decoded'],
      suggestions: [[`${jwt}const { sub } = jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] })`]],
    },
    decoded(`${jwt}const userId = «jwt.decode(token)».sub`),
    decoded(`${jwt}const userId = («jwt.decode(token)» as JwtPayload)?.sub`),
    decoded(`${jwt}const claims = «jwt.decode(token)» as Claims\nconst user = await users.findById(claims.userId)`),
    decoded(`${jwt}req.user = «jwt.decode(req.headers.authorization.split(' ')[1])»\nnext()`),
    decoded(`${jwt}if («jwt.decode(token)».role === 'admin') allow()`),
    decoded(`${jwt}let claims\nclaims = «jwt.decode(token)»\nif (claims.isAdmin) allow()`),
    decoded(`${jwt}const user = await User.findOne(«jwt.decode(token)»)`),
    decoded(`${jwt}export function getUser(request) {\n  return «jwt.decode(request.token)»\n}`),
    decoded("import { decodeJwt } from 'jose'\nconst { email } = «decodeJwt(token)»"),
    decoded("import { jwtDecode } from 'jwt-decode'\nconst user = «jwtDecode<User>(token)»\nlogger.info(user.id)"),
    decoded("import { decode } from 'hono/jwt'\nconst id = «decode(token)».payload.sub"),
    decoded("import { decode } from 'hono/jwt'\nconst { payload } = «decode(token)»\nawait users.find(payload.sub)"),
    decoded(
      "import type { JWT } from '@fastify/jwt'\nexport const idOf = (tokens: JWT, token: string) => «tokens.decode(token)».sub",
    ),
    decoded(
      "import { JwtService } from '@nestjs/jwt'\nclass Auth {\n  constructor(private readonly jwt: JwtService) {}\n  who(token: string) {\n    return this.users.find(«this.jwt.decode(token)»)\n  }\n}",
    ),
    decoded(
      "import jwt from 'jsonwebtoken'\nexport const User = createParamDecorator((_, context) => «jwt.decode(tokenOf(context))»)",
    ),
    decoded(`${jwt}const { email } = «jwt.decode(req.body.idToken)»`),
    decoded(
      `${jwt}let claims\ntry {\n  claims = jwt.verify(token, key)\n} catch {\n  claims = «jwt.decode(token)»\n}\nload(claims.sub)`,
    ),
    // Let through
    decoded(
      `${jwt}function auth(req, res, next) {\n  try {\n    req.user = jwt.verify(token, key)\n  } «catch (error) {\n    console.log(error)\n  }»\n  next()\n}`,
    ),
    decoded(
      `${jwt}app.use((req, res, next) => {\n  try {\n    req.user = jwt.verify(token, key)\n    next()\n  } «catch {\n    next()\n  }»\n})`,
    ),

    { ...algorithms(`${jwt}«jwt.verify(token, key)»`), messages: ['algorithms'] },
    algorithms(`${jwt}«jwt.verify(token, key, {})»`),
    algorithms(`${jwt}«jwt.verify(token, key, { issuer: 'acme' })»`),
    algorithms(`${jwt}«jwt.verify(token, getKey, (error, claims) => done(error, claims))»`),
    algorithms(`${jwt}const options = { issuer }\nconst claims = «jwt.verify(token, key, options)»`),
    algorithms(
      "const jwt = require('jsonwebtoken')\nexports.check = (token) => «jwt.verify(token, process.env.JWT_SECRET)»",
    ),

    algorithms(
      "const expressJwt = require('express-jwt')\nexport const isAuthorized = () => «expressJwt({ secret: publicKey } as any)»",
    ),

    { ...expiry(`${jwt}«jwt.sign({ id }, key)»`), messages: ['forever'] },
    expiry(`${jwt}«jwt.sign({ sub: user.id, role: user.role }, process.env.JWT_SECRET, { algorithm: 'HS256' })»`),
    expiry(`${jwt}const payload = { sub: user.id }\nconst token = «jwt.sign(payload, key)»`),
    expiry(`${jwt}const options = { issuer }\n«jwt.sign({ id }, key, options)»`),
    expiry(`${jwt}«jwt.sign({ id }, key, (error, token) => done(error, token))»`),
    expiry(
      "import { SignJWT } from 'jose'\nawait «new SignJWT({ id }).setProtectedHeader({ alg }).setIssuedAt().sign(key)»",
    ),
    expiry(
      "import * as jose from 'jose'\nconst claims = { sub: id }\nawait «new jose.SignJWT(claims).setIssuedAt().sign(key)»",
    ),
    expiry("import { sign } from 'hono/jwt'\nawait «sign({ id }, key)»"),
  ],
})
