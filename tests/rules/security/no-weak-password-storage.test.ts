import { testRule } from '../../support/test-rule.ts'

const crypto = "import crypto from 'node:crypto'\n"
const bcrypt = "import bcrypt from 'bcrypt'\n"
const prisma = "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\n"
const project = {
  'package.json': '{ "name": "shop", "dependencies": { "typeorm": "1" } }',
  'src/user.entity.ts':
    "import bcrypt from 'bcrypt'\n@Entity()\nexport class User {\n  @Column() password!: string\n  @BeforeInsert() async hash() {\n    this.password = await bcrypt.hash(this.password, 12)\n  }\n}\n",
}

const hashed = {
  'package.json': '{ "name": "shop", "dependencies": { "knex": "3" } }',
  'src/sign-up.ts':
    "import bcrypt from 'bcrypt'\nimport { insertUser } from './users'\nexport const signUp = async (email: string, password: string) => insertUser(email, await bcrypt.hash(password, 12))\n",
}
const model = {
  'package.json': '{ "name": "shop", "dependencies": { "mongoose": "8" } }',
  'src/user.model.ts':
    "import bcrypt from 'bcrypt'\nschema.pre<User>('save', async function () {\n  this.password = await bcrypt.hash(this.password, 12)\n})\n",
}

testRule('no-weak-password-storage', {
  valid: [
    // Written by a client of another module
    "import { prisma } from '../prisma'\nexport const add = async (body: Body) => prisma.user.create({ data: { password: await hash(body.password) } })",
    "import { prisma } from '../prisma'\nexport const add = (body: Body) => prisma.user.create({ data: { email: body.email, passwordHash: body.passwordHash } })",
    "import { prisma } from '../prisma'\nexport const add = (body: Body) => prisma.smtpAccount.create({ data: { password: body.password } })",
    "import { prisma } from '../prisma'\nexport const add = (body: Body) => prisma.mailbox.create({ data: { password: body.password } })",
    "import { api } from '../api'\nexport const add = async (body: Body) => await api.users.create({ email: body.email, password: body.password })",
    "import { auth } from '../auth'\nexport const add = async (body: Body) => await auth.createUser({ email: body.email, password: body.password })",
    "import { payload } from '../payload'\nexport const add = async (body: Body) => await payload.create({ collection: 'users', data: { password: body.password } })",
    "import { User } from '../domain/user'\nexport const make = (dto: SignUp) => User.create({ email: dto.email, password: dto.password })",
    "import { User } from '../models'\nconst hashPassword = (text: string) => digest(text)\nexport const add = async (req: Request) => { const password = hashPassword(req.body.password); await User.create({ password }) }",
    "import { knex } from '../db'\nimport { password } from '../made'\nawait knex('users').insert({ password })",
    "import { knex } from '../db'\nexport const add = (body: Body) => knex('connections').insert({ password: body.password })",
    "import { knex } from '../db'\nexport const add = (user: User) => knex('users').insert({ password: made(user.password) })",
    {
      code: "import { knex } from './db'\nexport const insertUser = (email: string, password: string) => knex('users').insert({ email, password })",
      project: hashed,
      filename: 'src/users.ts',
    },
    {
      code: "import { User } from './user.model'\nexport const signUp = async (req: Request) => { await User.create({ password: req.body.password }) }",
      project: model,
      filename: 'src/users.ts',
    },
    // Hashed slowly
    `${bcrypt}const hash = await bcrypt.hash(password, 12)`,
    `${bcrypt}const hash = await bcrypt.hash(password, 10)`,
    `${bcrypt}const hash = await bcrypt.hash(password, await bcrypt.genSalt())`,
    `${bcrypt}const hash = await bcrypt.hash(password, rounds)`,
    `${bcrypt}const hash = await bcrypt.hash(password, Number(process.env.ROUNDS))`,
    `${bcrypt}const rounds = 12\nexport const hash = (password: string) => bcrypt.hashSync(password, rounds)`,
    "import argon2 from 'argon2'\nawait argon2.hash(password)",
    "import argon2 from 'argon2'\nawait argon2.hash(password, { type: argon2.argon2id, memoryCost: 2 ** 16 })",
    "import { hash } from '@node-rs/argon2'\nawait hash(password, { memoryCost: 65536 })",
    `${crypto}crypto.scryptSync(password, salt, 64)`,
    `${crypto}crypto.scryptSync(password, crypto.randomBytes(16), 64, { N: 2 ** 17 })`,
    `${crypto}crypto.pbkdf2Sync(password, salt, 210_000, 64, 'sha512')`,
    `${crypto}crypto.pbkdf2Sync(secret, 'context', 1, 32, 'sha256')`,
    `${crypto}crypto.scryptSync(process.env.ENCRYPTION_KEY, 'salt', 32)`,
    // A digest of something else
    `${crypto}const etag = crypto.createHash('md5').update(body).digest('hex')`,
    `${crypto}const id = crypto.createHash('sha1').update(file.path).digest('hex')`,
    `${crypto}const key = crypto.createHash('sha256').update(token).digest('hex')`,
    `${crypto}const key = crypto.createHash('sha256').update(user.passwordHash).digest('hex')`,
    `${crypto}const key = crypto.createHash('sha256').update(resetPasswordToken).digest('hex')`,
    `${crypto}const mac = crypto.createHmac('sha256', key).update(payload).digest('hex')`,
    "import md5 from 'md5'\nconst avatar = md5(user.email)",
    "md5(tokenize(text), 'pwd')",
    "import CryptoJS from 'crypto-js'\nCryptoJS.SHA256(text)",
    // A digest before the hash, or the question whether a password is known
    `${crypto}${bcrypt}export const hash = (password: string) => bcrypt.hash(crypto.createHash('sha256').update(password).digest('base64'), 12)`,
    `${crypto}export async function isPwned(password: string) {\n  const sha = crypto.createHash('sha1').update(password).digest('hex').toUpperCase()\n  return (await fetch('https://api.pwnedpasswords.com/range/' + sha.slice(0, 5))).text()\n}`,
    // Passwords of other services
    'const stored = encrypt(smtp.password)',
    'const stored = encrypt(smtpPassword)',
    'export class ConnectionService {\n  save(password: string) {\n    return encrypt(password)\n  }\n}',
    `${crypto}export function seal(dbPassword: string) {\n  const cipher = crypto.createCipheriv('aes-256-gcm', key, iv)\n  return cipher.update(dbPassword)\n}`,
    { code: 'const stored = encrypt(password)', filename: 'src/mail/smtp.service.ts' },
    { code: 'const stored = encrypt(routerPassword)', options: { services: ['router'] } },
    "const headers = { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }",
    "const headers = { Authorization: 'Basic ' + btoa(user + ':' + password) }",
    "const text = Buffer.from(message).toString('base64')",
    // Compared with something else
    'if (password === confirmPassword) save()',
    "if (body.password !== body.passwordConfirm) throw new Error('differ')",
    "if (body.newPassword === body.password) throw new Error('same')",
    'if (password !== repeatPassword) fail()',
    'if (user.password === hash(password, user.salt)) login(user)',
    "const body = createHash('md5').update(id + apiPassword).digest('hex')",
    'if (user.password === null) invite()',
    'if (user.password === undefined) invite()',
    "if (user.password === '') invite()",
    'if (kind === Kind.password) next()',
    "if (field.type === 'password') hide()",
    'if (user.password === other.hash) fail()',
    `${bcrypt}async function update(user, dto) {\n  if (dto.password !== user.password) user.password = await bcrypt.hash(dto.password, 12)\n}`,
    `${bcrypt}const isSame = await bcrypt.compare(password, user.password)`,
    'prisma.user.findFirst({ where: { email } })',
    'prisma.user.findFirst({ where: { email, passwordHash } })',
    'User.findOne({ email, password: hash })',
    'User.findOne({ where: { email, password: null } })',
    'const form = { email, password }',
    'login({ email, password })',
    // Written, after something has been done
    `${prisma}${bcrypt}export async function register(body) {\n  const password = await bcrypt.hash(body.password, 12)\n  return prisma.user.create({ data: { email: body.email, password } })\n}`,
    `${prisma}await prisma.user.create({ data: { email, password: await hashPassword(body.password) } })`,
    `${prisma}await prisma.user.create({ data: { email, password: hashed } })`,
    `${prisma}await prisma.user.create({ data: { email, passwordHash } })`,
    `${prisma}await prisma.user.update({ where: { id }, data: { password: null } })`,
    'user.password = await hash(body.password)\nawait user.save()',
    'user.password = undefined',
    'form.password = body.password',
    'delete user.password',
    "import bcrypt from 'bcrypt'\nUserSchema.pre('save', async function () {\n  this.password = await bcrypt.hash(this.password, 12)\n})\nasync function register(req) {\n  const user = new User()\n  user.password = req.body.password\n  await user.save()\n}",
    {
      code: 'export async function register(dto) {\n  const user = new User()\n  user.password = dto.password\n  await users.save(user)\n}',
      filename: 'src/users.ts',
      project,
    },
    // Not a running server
    { code: `${bcrypt}bcrypt.hashSync(password, 4)`, filename: 'src/users.test.ts' },
    { code: `${bcrypt}bcrypt.hashSync(password, 4)`, filename: 'prisma/seed.ts' },
    { code: 'if (user.password === password) ok()', filename: 'src/components/Login.tsx' },
  ],
  invalid: [
    // Written by a client of another module
    ...[
      "import { prisma } from '../prisma'\nexport const add = (body: Body) => prisma.user.create({ data: { password: «body.password» } })",
      "import { db } from '../db'\nexport const add = ({ ctx, input }: Call) => ctx.db.user.update({ where: { id: input.id }, data: { password: «input.password» } })",
      "import { prisma } from '../prisma'\nexport async function add(req: Request) {\n  const { email, password } = await req.json()\n  return prisma.user.upsert({ where: { email }, create: { email, password: «password» }, update: {} })\n}",
      "const knex = require('../db')\nexports.create = ({ email, password }) => knex('users').insert({ email, password: «password» })",
      "import { knex } from '../db'\nexport const change = (req: Request) => knex('users').where({ id: req.params.id }).update({ password: «req.body.password» })",
      "import { db, users } from '../db'\nexport const add = (input: Input) => db.insert(users).values({ email: input.email, password: «input.password» })",
      "import { db } from '../db'\nexport const add = (dto: Dto) => db.insertInto('users').values({ email: dto.email, password: «dto.password» }).execute()",
      "import { db } from '../mongo'\nexport const add = (req: Request) => db.collection('users').insertOne({ password: «req.body.password» })",
      "import { db } from '../mongo'\nexport const set = (req: Request) => db.collection('users').updateOne({ id: 1 }, { $set: { password: «req.body.password» } })",
      "const User = require('./user.model')\nexports.add = async (req, res) => { await User.create({ email: req.body.email, password: «req.body.password» }) }",
      "const { User } = require('../models')\nexports.set = async (req) => { await User.update({ password: «req.body.password» }, { where: { id: 1 } }) }",
      "const User = require('./user.model')\nexports.set = (req, res) => User.findByIdAndUpdate(req.params.id, { password: «req.body.password» })",
      "import { supabase } from '../supabase'\nexport const add = async (body: Body) => await supabase.from('users').insert({ password: «body.password» })",
    ].map((code) => ({ code, messages: ['plain'] })),
    // Fast digests
    { code: `${crypto}const hash = crypto.createHash('md5').update(«password»).digest('hex')`, messages: ['digest'] },
    `${crypto}const hash = crypto.createHash('sha256').update(«req.body.password»).digest('hex')`,
    `${crypto}const hash = crypto.createHash('sha512').update(«password» + salt).digest('hex')`,
    `${crypto}export const hash = (pwd: string, salt: string) => crypto.createHash('sha1').update(\`\${salt}\${«pwd»}\`).digest('hex')`,
    `${crypto}const sum = crypto.createHash('sha256')\nsum.update(«user.password»)\nsum.digest('hex')`,
    `${crypto}crypto.createHash('md5').update(Buffer.from(«password», 'utf8')).digest('hex')`,
    "const { createHash } = require('crypto')\nmodule.exports = (newPassword) => createHash('sha256').update(«newPassword»).digest('hex')",
    "const hash = crypto.createHash('md5').update(«password»).digest('hex')",
    `${crypto}const secret = req.body.password\nconst hash = crypto.createHash('sha256').update(secret).digest('hex')`
      .replace('update(secret)', 'update(secret)')
      .replace('= req.body.password', '= «req.body.password»'),
    "import md5 from 'md5'\nuser.hash = md5(«password»)",
    "const md5 = require('md5')\nconst hash = md5(md5(«req.body.password») + salt)",
    "import { sha256 } from 'js-sha256'\nconst hash = sha256(«password»)",
    "import CryptoJS from 'crypto-js'\nconst hash = CryptoJS.SHA256(«password»).toString()",
    "import CryptoJS from 'crypto-js'\nconst hash = CryptoJS.MD5(«credentials.passphrase»).toString()",
    "const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(«password»))",
    // What can be undone
    {
      code: "import CryptoJS from 'crypto-js'\nconst stored = CryptoJS.AES.encrypt(«password», key).toString()",
      messages: ['cipher'],
    },
    `${crypto}export function seal(password: string) {\n  const cipher = crypto.createCipheriv('aes-256-cbc', key, iv)\n  return cipher.update(«password», 'utf8', 'hex') + cipher.final('hex')\n}`,
    "import { encrypt } from './crypto'\nuser.secret = encrypt(«req.body.password»)",
    { code: "user.stored = Buffer.from(«password»).toString('base64')", messages: ['encoding'] },
    'const stored = btoa(«body.password»)',
    // Cheap hashes
    {
      code: `${bcrypt}const hash = await bcrypt.hash(password, «8»)`,
      messages: ['cost'],
      suggestions: [[`${bcrypt}const hash = await bcrypt.hash(password, 12)`]],
    },
    `${bcrypt}const rounds = «5»\nexport const hash = (password: string) => bcrypt.hashSync(password, rounds)`,
    "const bcrypt = require('bcryptjs')\nconst salt = bcrypt.genSaltSync(«4»)",
    "import { hash } from '@node-rs/bcrypt'\nawait hash(password, { cost: «4» })",
    'const hash = bcrypt.hashSync(req.body.password, «8»)',
    `${crypto}crypto.pbkdf2Sync(password, salt, «1000», 64, 'sha512')`,
    `${crypto}crypto.pbkdf2(password, salt, «10 * 1000», 64, 'sha512', done)`,
    { code: `${crypto}crypto.pbkdf2Sync(password, salt, «100_000», 64, 'sha256')`, options: { strict: true } },
    `${crypto}crypto.scryptSync(password, salt, 64, { N: «1024» })`,
    { code: `${crypto}crypto.scryptSync(password, «'salt'», 64)`, messages: ['salt'] },
    `${crypto}const SALT = «'a constant salt'»\ncrypto.pbkdf2Sync(password, SALT, 210_000, 64, 'sha512')`,
    `${bcrypt}bcrypt.hashSync(password, «'$2b$12$C6UzMDM.H6dfI/f/IKcEeO'»)`,
    {
      code: "import argon2 from 'argon2'\nawait argon2.hash(password, { type: «argon2.argon2i» })",
      messages: ['type'],
    },
    "const argon2 = require('argon2')\nconst options = { type: «argon2.argon2d», memoryCost: 2 ** 16 }\nexports.hash = (user) => argon2.hash(user.Password, options)",
    // Stored as typed
    {
      code: `${prisma}await prisma.user.create({ data: { email: body.email, password: «body.password» } })`,
      messages: ['plain'],
    },
    `${prisma}export async function register(req, res) {\n  const { email, password } = req.body\n  const user = await prisma.user.create({ data: { email, «password» } })\n  res.json({ id: user.id })\n}`,
    'async function register(req) {\n  const user = new User()\n  user.password = «req.body.password»\n  await user.save()\n}',
    'user.password = «dto.password»\nawait this.users.save(user)',
    // Compared as typed
    { code: 'if («user.password === password») login(user)', messages: ['compared'] },
    'if (!user || «user.password !== req.body.password») throw new Unauthorized()',
    'const user = users.find((user) => user.email === email && «user.password === password»)',
    'return «dto.password == found.password» ? user : null',
    'if («rows[0].password === password») login(rows[0])',
    'class User {\n  check(candidatePassword: string) {\n    return «this.password === candidatePassword»\n  }\n}',
    'UserSchema.methods.compare = function (candidatePassword) {\n  return «this.password === candidatePassword»\n}',
    { code: "if («user.password !== security.hash(password)») throw new Error('wrong')", messages: ['unsalted'] },
    'prisma.user.findFirst({ where: { email, «password» } })',
    'User.findOne({ email: req.body.email, «password: req.body.password» })',
    'const user = await User.findOne({ where: { username, «password: body.password» } })',
  ],
})
