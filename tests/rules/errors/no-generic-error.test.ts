import { testRule } from '../../support/test-rule.ts'

const filename = 'src/services/users.service.ts'
const own = `import { NotFoundError } from '../errors'`
const inService = (code: string, imports = own) => ({
  code: `${imports}; export class UserService { async find(id) { ${code} } }`,
  filename,
})

/** A project whose errors stand in a file of their own, and one that has none. */
const project = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '5' } }),
  'src/errors/not-found.ts': 'export class NotFoundError extends Error {}',
}
const empty = { ...project, 'src/errors/not-found.ts': 'export {}' }
const plain = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '5' } }),
  'src/users.ts': '',
}
const nest = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { '@nestjs/common': '11' } }),
}

testRule('no-generic-error', {
  valid: [
    // An error that says which.
    inService(`throw new NotFoundError('No such user')`),
    inService(`throw new NotFoundException('No such user')`, `import { NotFoundException } from '@nestjs/common'`),
    inService(`throw error`),
    // It gets what tells it apart.
    inService(`const error = new Error('No such user'); error.code = 'NO_USER'; throw error`),
    inService(`const error = new Error('No such user'); logger.warn(error); throw error`),
    inService(`throw new TypeError('id has to be a text')`),
    inService(`throw createError(404, 'No such user')`, `import createError from 'http-errors'`),
    inService(`return Promise.reject(new NotFoundError('No such user'))`),
    // The code is wrong, or the machine is not set up.
    inService(`throw new Error('unreachable')`),
    inService(`throw new Error('Unexpected state: ' + state)`),
    inService('throw new Error(`Invariant: ${id} has an owner`)'),
    inService(`throw new Error('This should never happen')`),
    inService(`throw new Error('Not implemented')`),
    inService(`throw new Error('STRIPE_SECRET_KEY is missing')`),
    inService(`throw new Error('The mailer is not configured')`),
    inService(`switch (kind) { case 'a': return 1; default: throw new Error('No such kind') }`),
    {
      code: `${own}; export class UserService { constructor(db) { if (!db) throw new Error('No database') } }`,
      filename,
    },
    { code: `${own}; export function assertUser(user) { if (!user) throw new Error('No user') }`, filename },
    { code: `${own}; if (!process.env.URL) throw new Error('No address')`, filename },
    inService(`throw new Error('Unhandled attachment')`),
    inService(`throw new Error('There should be one owner')`),
    inService(`throw new Error('duplicate key from database')`),
    // Nothing that the caller did: a failure of the server it is.
    inService(`throw new Error('Failed to get a token')`),
    inService(`throw new Error('The address of the server is not defined')`),
    inService(`throw new Error('Slack request error')`),
    inService(`if (rows.length !== 1) throw new Error('update failed')`),
    {
      code: `${own}; export function createRouter(url) { if (!url) throw new Error('No address') }`,
      filename: 'src/routes/auth.ts',
    },
    // A library for other projects, which answers no requests.
    {
      code: `${own}; export function find(key) { throw new Error('No such key') }`,
      filename: 'src/resolver.ts',
      project: { 'package.json': '{"name":"@acme/resolver","exports":"./dist/index.js"}' },
    },
    // In front of `src` stands a package.
    {
      code: `${own}; export function find(key) { throw new Error('No such key') }`,
      filename: 'packages/repo/src/tree.ts',
    },
    // Caught in the same function.
    inService(`try { if (!id) throw new Error('No id') } catch { return null }`),
    inService(`try { await run() } catch (error) { throw new Error('No user', { cause: error }) }`, ''),
    // No errors of its own.
    inService(`throw new Error('No such user')`, ''),
    { ...inService(`throw new Error('No such user')`, ''), project: plain },
    { ...inService(`throw new Error('No such user')`, ''), project: empty },
    inService('try { await run() } catch (error) { throw new Error(`Invalid DATABASE_URL format: ${error}`) }'),
    inService(`try { await run() } catch (error) { throw new Error('Not saved', { cause }) }`, ''),
    inService(`throw new Error(String(id))`, ''),
    inService(
      `try { await run() } catch (error) { if (error instanceof Error) throw error; throw new Error(String(error)) }`,
      '',
    ),
    inService(`throw new Error('No such user')`, `import type { NotFoundError } from '../errors'`),
    inService(`throw new Error('No such user')`, `import { logError } from '../errors'`),
    inService(
      `throw new Error('No such user')`,
      `import { Error } from '../errors'; import { NotFoundError } from '../errors'`,
    ),
    inService(`throw new Error(BUG_NO_USER)`),
    { code: `${own}; export function run() { throw new Error('No such job') }`, filename: 'src/services/worker.ts' },
    { ...inService(`throw new Error('The cart is empty')`, ''), project },
    inService(`throw new Error('Retry')`, `import { AbortError } from 'p-retry'`),
    inService(`const process = async (job) => { throw new Error('No such user') }`),
    {
      code: `${own}; export function path() { throw new Error('No such path') }`,
      filename: 'src/routes/swagger/utils/path.ts',
    },
    // Another layer.
    { code: `${own}; export function parse(text) { throw new Error('No date') }`, filename: 'src/dates.ts' },
    {
      code: `${own}; export function parse(text) { throw new Error('No date') }`,
      filename: 'scripts/users.service.ts',
    },
    {
      code: `${own}; export function parse(text) { throw new Error('No date') }`,
      filename: 'src/users.service.test.ts',
    },
    { ...inService(`throw new Error('Retry later')`), options: { allowPatterns: ['^Retry '] } },
    // Not thrown.
    inService(`return new Error('No such user')`),
    inService(`logger.error(new Error('No such user'))`),
    // Handlers of jobs, and what makes up the paths of routes.
    {
      code: `${own}; export function send(user) { throw new Error('No such user') }`,
      filename: 'src/jobs/definitions/internal/send.handler.ts',
    },
    {
      code: `${own}; export function pathOf(segments) { throw new Error('No such path') }`,
      filename: 'src/files/utils/routes.ts',
    },
    {
      code: `${own}; export function docsOf(route) { throw new Error('No such route') }`,
      filename: 'openapi/routes/users.ts',
    },
    // Only the compiler asks, or a caller of the code is wrong.
    inService(`// Unreachable, but it has to be said.\nif (user === null) { throw new Error('User has no mail') }`),
    {
      code: `${own}; export function rename(user) { if (!user || typeof user !== 'object') { throw new Error('User is required') } }`,
      filename: 'src/services/users.service.ts',
    },
    inService(`if (!signal) throw new Error('An abort signal is required to copy')`),
    // Failures of others.
    inService(`throw new Error(\`convert failed with status: \${answer.status}\`)`),
    inService(`throw new Error('Invalid: only allowed for tests')`),
    inService(`throw new Error('Request timeout')`),
  ],
  invalid: [
    {
      code: `${own}; export function find(key) { throw «new Error('No such key')» }`,
      filename: 'src/resolver.ts',
      project: { 'package.json': '{"name":"@acme/resolver","private":true,"exports":"./dist/index.js"}' },
    },
    inService(`throw «new Error('Could not find the user')»`),
    inService(`throw «new Error('Cannot cancel an order that was shipped')»`),
    inService(`throw «new Error('Failed to authenticate')»`),
    inService(`throw «new Error('Unsupported file type')»`),
    inService(`throw «new Error('The payment has failed before')»`),
    {
      code: `${own}; export const list = async (req, res) => { throw «new Error('Failed to list')» }`,
      filename: 'src/controllers/users.js',
    },
    {
      code: `${own}; export function find(key) { throw «new Error('No such key')» }`,
      filename: 'packages/keys/src/services/keys.ts',
    },
    inService(`if (!user) throw «new Error('No such user')»`),
    inService(`throw «Error('No such user')»`),
    inService(`const error = «new Error('No such user')»; throw error`),
    inService('throw «new Error(`User ${id} not found`)»'),
    inService(`throw «new Error('user_id must be unique')»`),
    inService(`throw «new Error(USER_NOT_FOUND)»`),
    inService(`throw «new Error('USER_NOT_FOUND')»`),
    inService(`throw «new Error()»`),
    inService(`return Promise.reject(«new Error('No such user')»)`),
    inService(`try { await run() } catch (error) { throw «new Error('Could not save', { cause: error })» }`),
    inService(`throw «new Error('No such user')»`, `import { NotFoundException } from '@nestjs/common'`),
    inService(`throw «new Error('No such user')»`, `import { TRPCError } from '@trpc/server'`),
    inService(`throw «new Error('No such user')»`, `import Boom from '@hapi/boom'`),
    inService(`throw «new Error('No such user')»`, `import { NotFound } from '../errors'`),
    inService(`throw «new Error('No such user')»`, `import * as errors from '../lib/errors.js'`),
    inService('try { await run() } catch (error) { throw «new Error(`${error.message}`)» }', ''),
    inService(`throw «new Error('No such user')»`, `import createHttpError from 'http-errors'`),
    inService(`throw «new Error('No such user')»`, `const { NotFoundError } = require('../errors')`),
    inService(`throw «new Error('No such user')»`, `class UserMissing extends Error {}`),
    inService(`throw «new Error('No such user')»`, `export class NotFound extends AppError {}`),
    { ...inService(`throw «new Error('No such user')»`, ''), project },
    { ...inService(`throw «new Error('No such user')»`, ''), project: nest },
    { ...inService('if (!user) throw «new Error(`No user ${id}`)»', ''), project },
    { ...inService('const message = `User ${id} does not exist`; throw «new Error(message)»', ''), project },
    {
      ...inService(`try { await run() } catch (cause) { throw «new Error('Could not save', { cause })» }`, ''),
      project,
    },
    inService(`try { await run() } catch (error) { throw «new Error(String((error as Error).message))» }`, ''),
    inService(`try { await run() } catch (error) { throw «new Error(String(error))» }`, ''),
    inService('try { await run() } catch (error) { throw «new Error(`${error}`)» }', ''),
    inService(`try { await run() } catch (error) { throw «new Error(error.toString())» }`, ''),
    // A copy of another error, in any project.
    inService(`try { await run() } catch (error) { throw «new Error(error.message)» }`, ''),
    inService(`return run().catch((err) => { throw «new Error(err.message)» })`, ''),
    // By the class, the folder, or the handler.
    { code: `${own}; class UserRepository { find() { throw «new Error('No such user')» } }`, filename: 'src/users.ts' },
    {
      code: `${own}; export async function find(id) { throw «new Error('No such user')» }`,
      filename: 'src/repositories/users.ts',
    },
    {
      code: `${own}; export const requireUser = (req, res, next) => { throw «new Error('No user')» }`,
      filename: 'src/middleware/user.ts',
    },
    {
      code: `${own}; export const list = async (req, res) => { throw «new Error('No users')» }`,
      filename: 'src/controllers/users.js',
    },
    {
      code: `${own}; export class UsersResolver { users() { throw «new Error('No users')» } }`,
      filename: 'src/users.ts',
    },
    {
      code: `import express from 'express'; ${own}; const app = express(); app.get('/', (req, res) => { throw «new Error('No users')» })`,
      filename: 'src/app.ts',
    },
    {
      code: `${own}; export function cancel(order) { throw «new Error('This order has been shipped')» }`,
      filename: 'src/domain/order.ts',
      options: { layers: ['**/src/domain/**'] },
    },
    {
      code: `${own}; export function send(user) { throw «new Error('No such user')» }`,
      filename: 'src/mail/send.handler.ts',
    },
    {
      code: `${own}; export function pathOf(segments) { throw «new Error('No such path')» }`,
      filename: 'src/files/routes.ts',
    },
    inService(`if (!user || typeof user.mail !== 'string') throw «new Error('No mail')»`),
    inService(`// Nobody has to pay twice.\nif (user.paidAt) { throw «new Error('Paid already')» }`),
    // Suggestions.
    {
      ...inService(`throw «new Error('No such user')»`),
      suggestions: [[inService(`throw new NotFoundError('No such user')`).code]],
    },
    {
      ...inService(`throw «Error('No such user')»`),
      suggestions: [[inService(`throw new NotFoundError('No such user')`).code]],
    },
    { ...inService(`throw «new Error('No such user')»`, `import Boom from '@hapi/boom'`), suggestions: [[]] },
  ],
})
