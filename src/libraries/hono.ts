import type { Library } from './library.ts'

/** Variables that middlewares of hono and packages around it declare, by `declare module 'hono'`. */
const declared = [
  'authUser',
  'clerk',
  'clerkAuth',
  'jwtPayload',
  'language',
  'requestId',
  'secureHeadersNonce',
  'sentry',
  'session',
]

export const hono: Library = {
  package: 'hono',
  also: ['hono/factory', 'hono/quick', 'hono/tiny'],
  fluent: ['Hono'],
  rows: [
    {
      on: 'Hono',
      call: ['get', 'post', 'put', 'delete', 'patch', 'options', 'query', 'all', 'on', 'use', 'notFound'],
      gives: { type: 'Context' },
    },
    { on: 'Hono', call: 'onError', gives: { parameter: 1, type: 'Context' } },
    { call: 'createMiddleware', gives: { type: 'Context' } },
    { call: 'createFactory', makes: 'Factory' },
    { on: 'Factory', call: 'createApp', makes: 'Hono' },
    { on: 'Factory', call: ['createMiddleware', 'createHandlers'], gives: { type: 'Context' } },
    { on: 'Context', read: 'req', makes: 'HonoRequest' },
    { on: 'HonoRequest', call: 'json', role: 'external.read', from: 'request', untyped: true, claims: 'value' },
    { on: 'HonoRequest', call: 'parseBody', role: 'external.read', from: 'form', claims: 'value' },
    { on: 'HonoRequest', call: ['query', 'queries'], role: 'external.read', from: 'request' },
    { on: 'HonoRequest', call: 'param', role: 'external.read', from: 'request', text: true },
    { on: 'HonoRequest', call: 'formData', makes: 'FormData' },
    { on: 'FormData', call: ['get', 'getAll'], role: 'external.read', from: 'form' },
    {
      on: 'Context',
      call: ['json', 'text', 'html', 'body'],
      role: 'http.response',
      value: 0,
      status: { at: 1, property: 'status' },
      receivers: ['c', 'ctx'],
    },
    { on: 'Context', call: 'status', role: 'http.status', status: 0, receivers: ['c'] },
    { on: 'Context', read: 'var', makes: 'Variables' },
    {
      on: 'Variables',
      read: '*',
      role: 'context.read',
      known: declared,
    },
    {
      on: 'Context',
      call: 'get',
      role: 'context.read',
      known: declared,
    },
    // What the middleware of hono-pino sets under this name.
    { on: 'Variables', read: 'logger', makes: 'PinoLogger' },
    {
      on: 'PinoLogger',
      call: ['assign', 'clearBindings', 'setResLevel', 'setResMessage'],
      makes: 'PinoLogger',
    },
    { on: 'PinoLogger', call: 'trace', role: 'log.write', level: 'trace', order: 'object-first' },
    { on: 'PinoLogger', call: 'debug', role: 'log.write', level: 'debug', order: 'object-first' },
    { on: 'PinoLogger', call: 'info', role: 'log.write', level: 'info', order: 'object-first' },
    { on: 'PinoLogger', call: 'warn', role: 'log.write', level: 'warn', order: 'object-first' },
    { on: 'PinoLogger', call: 'error', role: 'log.write', level: 'error', order: 'object-first' },
    { on: 'PinoLogger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'object-first' },
  ],
}
