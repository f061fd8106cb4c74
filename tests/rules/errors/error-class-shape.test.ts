import { testRule } from '../../support/test-rule.ts'

const whole = `code = 'NOT_FOUND'; statusCode = 404; name = 'NotFoundError'`

testRule('error-class-shape', {
  valid: [
    { code: `export class BrokenText extends Error {}`, filename: 'src/parser/syntax-error.ts' },
    // All that a handler needs.
    `export class NotFoundError extends Error { ${whole} }`,
    `export class NotFoundError extends Error { readonly code = 'NOT_FOUND'; readonly status = 404; override readonly name = 'NotFoundError' }`,
    `export class AppError extends Error { constructor(message, code, statusCode) { super(message); this.name = 'AppError'; this.code = code; this.statusCode = statusCode } }`,
    `export class AppError extends Error { constructor(message: string, readonly code: string, public readonly statusCode = 500) { super(message); this.name = new.target.name } }`,
    `export class AppError extends Error { constructor(message, props) { super(message); Object.assign(this, props) } }`,
    `export class AppError extends Error { errorCode = 'E'; httpStatus = 400; get name() { return 'AppError' } }`,
    `export class AppError extends Error { get code() { return 'E' } getStatus() { return 400 } get name() { return 'AppError' } }`,
    `class AppError extends Error { code = 'E'; status = 400 }; AppError.prototype.name = 'AppError'; module.exports = AppError`,
    `export class AppError extends Error { constructor() { super('no'); Object.defineProperty(this, 'name', { value: 'AppError' }); this.code = 'E'; this.status = 500 } }`,
    // What a base of the same file has.
    `class AppError extends Error { ${whole} } export class NotFoundError extends AppError {}`,
    `export abstract class AppError extends Error { abstract readonly code: string; abstract readonly statusCode: number; name = this.constructor.name } export class A extends AppError { code = 'A'; statusCode = 400 }`,
    `export abstract class AppError extends Error {}`,
    // What a base of a library has.
    `import { TRPCError } from '@trpc/server'; export class NotFoundError extends TRPCError {}`,
    `import { GraphQLError } from 'graphql'; export class NotFoundError extends GraphQLError {}`,
    `import { HttpException } from '@nestjs/common'; export class NotFound extends HttpException { code = 'NOT_FOUND' }`,
    `import { NotFoundException } from '@nestjs/common'; export class UserNotFound extends NotFoundException { readonly code = 'USER_NOT_FOUND' }`,
    // A base that is not known.
    `import { AppError } from './app-error'; export class NotFoundError extends AppError {}`,
    `import { AppError } from '@acme/errors'; export class NotFoundError extends AppError {}`,
    `export class NotFoundError extends createError('NOT_FOUND') {}`,
    `export class NotFoundError extends mixin(Error) {}`,
    // No error.
    `export class ErrorBoundary extends Component {}`,
    `export class ErrorLog extends Log {}`,
    `class Error extends Base {} export class NotFoundError extends Error {}`,
    // It never leaves the file.
    `class Skip extends Error {} export function run() { try { walk() } catch (error) { if (!(error instanceof Skip)) throw error } }`,
    `class Skip extends Error {} export class UserService { run() { try { throw new Skip() } catch { return null } } }`,
    { code: `export class TimeoutError extends Error {}`, filename: 'src/lib/redis.ts' },
    { code: `export class TimeoutError extends Error {}`, filename: 'src/jobs/errors.ts' },
    { code: `export class TimeoutError extends Error {}`, filename: 'apps/worker/src/errors/timeout.ts' },
    `export class RedirectError extends Error {} export async function follow(url) { throw new RedirectError() }`,
    `export class SubscriberError extends Error {} export class Subscriber { listen() {} }`,
    { code: `export class NotFoundError extends Error {}`, filename: 'src/errors.test.ts' },
    { code: `export class NotFoundError extends Error {}`, filename: 'scripts/errors.ts' },
    `class Skip extends Error {} export class MailService { send() { throw new Skip() } run() { try { this.send() } catch (error) { if (!(error instanceof Skip)) throw error } } }`,
    // A library for other projects, which answers no requests.
    {
      code: `export class DidNotFoundError extends Error {}`,
      filename: 'src/errors.ts',
      project: { 'package.json': '{"name":"@acme/identity","exports":"./dist/index.js","dependencies":{"zod":"4"}}' },
    },
    // As the options say.
    { code: `export class NotFoundError extends Error { code = 'NOT_FOUND' }`, options: { required: ['code'] } },
    { code: `export class NotFoundError extends Error {}`, options: { required: [] } },
    { code: `class Base extends Error {} export class NotFoundError extends Base {}`, options: { bases: ['Base'] } },
    // The cause is passed on.
    `export class AppError extends Error { ${whole}; constructor(message, options) { super(message, options) } }`,
    `export class AppError extends Error { ${whole}; constructor(message: string, options: { retry: boolean }) { super(message) } }`,
    `export class AppError extends Error { ${whole}; constructor(message: string, cause?: ErrorOptions) { super(message, cause) } }`,
    `class Base extends Error { ${whole}; constructor(message, inner) { super(message, { cause: inner }) } } export class AppError extends Base { constructor(message, cause) { super(message, cause) } }`,
    `export class AppError extends Error { ${whole}; constructor(message, cause) { super(message, { cause }) } }`,
    `export class AppError extends Error { ${whole}; constructor(message: string, options?: ErrorOptions) { super(message, options) } }`,
    `export class AppError extends Error { ${whole}; constructor(message: string, options?: { quiet?: boolean }) { super(message) } }`,
    `export class AppError extends Error { ${whole}; constructor(message, cause) { super(message); this.cause = cause } }`,
    `export class AppError extends Error { ${whole}; constructor(message) { super(message) } }`,
  ],
  invalid: [
    `class «Skip» extends Error {} export class MailService { send() { throw new Skip() } }`,
    {
      code: `export class «DidNotFoundError» extends Error {}`,
      filename: 'src/errors.ts',
      project: { 'package.json': '{"name":"@acme/errors","private":true,"exports":"./dist/index.js"}' },
    },
    {
      code: `export class «DidNotFoundError» extends Error {}`,
      filename: 'src/errors.ts',
      project: { 'package.json': '{"name":"@acme/server","exports":"./dist/index.js","dependencies":{"express":"5"}}' },
    },
    { code: `export class «AppError» extends Error {}`, filename: 'src/lib/errors.ts' },
    `export class «NotFoundError» extends Error {}`,
    `export class «NotFoundError» extends Error { constructor(message) { super(message); this.name = 'NotFoundError' } }`,
    `export class «NotFoundError» extends Error { statusCode = 404; name = 'NotFoundError' }`,
    `export class «NotFoundError» extends Error { code = 'NOT_FOUND'; name = 'NotFoundError' }`,
    `export class «NotFoundError» extends Error { code = 'NOT_FOUND'; statusCode = 404 }`,
    `export default class «NotFoundError» extends Error { code = 'NOT_FOUND' }`,
    `class «NotFoundError» extends Error {} module.exports = { NotFoundError }`,
    `class «NotFoundError» extends Error {} module.exports = NotFoundError`,
    `class «NotFoundError» extends Error {} exports.NotFoundError = NotFoundError`,
    `class «NotFoundError» extends Error {} export { NotFoundError }`,
    `class «NotFoundError» extends TypeError {} export { NotFoundError as default }`,
    `export const NotFoundError = «class extends Error {}»`,
    `export class «AppError» extends Error { constructor(message: string, readonly code: string) { super(message); this.name = 'AppError' } }`,
    // The base lacks it: one finding, where it is.
    `export class «AppError» extends Error {} export class NotFoundError extends AppError {}`,
    `export abstract class AppError extends Error { abstract code: string; name = 'AppError' } export class «NotFoundError» extends AppError { code = 'NOT_FOUND' }`,
    `class AppError extends Error {} export class «NotFoundError» extends AppError { code = 'NOT_FOUND' }`,
    // Of a library.
    `import { HttpException } from '@nestjs/common'; export class «UserNotFound» extends HttpException { constructor() { super('No such user', 404) } }`,
    `import { HTTPException } from 'hono/http-exception'; export class «UserNotFound» extends HTTPException {}`,
    // Thrown where requests are handled.
    {
      code: `class «NotFoundError» extends Error {} export class UserService { find() { throw new NotFoundError() } }`,
      filename: 'src/services/users.ts',
    },
    `class «PaymentError» extends Error {} export class PaymentService { pay() { throw new PaymentError() } }`,
    `import express from 'express'; class «NotFoundError» extends Error {} express().get('/', (req, res) => { throw new NotFoundError() })`,
    { code: `export class «AppError» extends Error {}`, filename: 'src/utils/app-error.ts' },
    { code: `export class «AppError» extends Error {}`, filename: 'src/lib/errors.ts' },
    { code: `export class «AppError» extends Error { code = 'E' }`, options: { required: ['code', 'isOperational'] } },
    // The cause is dropped.
    `export class «AppError» extends Error { ${whole}; constructor(message, options) { super(message) } }`,
    // It stands where `{ cause }` is expected.
    `export class «AppError» extends Error { ${whole}; constructor(message, cause) { super(message, cause) } }`,
    // The name of the class, and not of its errors.
    {
      code: `export class «AppError» extends Error { static name = 'AppError'; code = 'E'; statusCode = 400 }`,
      filename: 'src/errors.ts',
    },
    `export class «AppError» extends Error { ${whole}; constructor(message, cause) { super(message) } }`,
    `export class «AppError» extends Error { ${whole}; constructor(message: string, options?: ErrorOptions) { super(message) } }`,
    `export class «AppError» extends Error { ${whole}; constructor(message: string, options?: { cause?: Error }) { super(message) } }`,
    // Suggestions.
    {
      code: `export class «NotFoundError» extends Error {}`,
      filename: 'src/errors.ts',
      suggestions: [
        [
          `export class NotFoundError extends Error {
  readonly code = 'NOT_FOUND'
  readonly statusCode = 404
  override readonly name = 'NotFoundError'
}`,
        ],
      ],
    },
    {
      code: `export class «PaymentFailedError» extends Error {
  // The customer sees it.
  code = 'PAYMENT_FAILED';
}`,
      filename: 'src/errors.js',
      suggestions: [
        [
          `export class PaymentFailedError extends Error {
  statusCode = 500;
  name = 'PaymentFailedError';
  // The customer sees it.
  code = 'PAYMENT_FAILED';
}`,
        ],
      ],
    },
  ],
})
