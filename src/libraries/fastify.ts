import type { Library } from './library.ts'

export const fastify: Library = {
  package: 'fastify',
  aliases: { FastifyLoggerInstance: 'FastifyBaseLogger' },
  fluent: ['FastifyInstance', 'FastifyReply'],
  rows: [
    { call: ['default', 'fastify'], makes: 'FastifyInstance' },
    { on: ['FastifyInstance', 'FastifyRequest', 'FastifyReply'], read: 'log', makes: 'FastifyBaseLogger' },
    { on: ['FastifyRequest', 'FastifyReply'], read: 'server', makes: 'FastifyInstance' },
    { on: 'FastifyReply', read: 'request', makes: 'FastifyRequest' },
    { on: 'FastifyInstance', call: 'register', gives: { type: 'FastifyInstance' } },
    {
      on: 'FastifyInstance',
      call: ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'all', 'addHook', 'setNotFoundHandler'],
      gives: [{ type: 'FastifyRequest' }, { parameter: 1, type: 'FastifyReply' }],
    },
    {
      on: 'FastifyInstance',
      call: 'setErrorHandler',
      gives: [
        { parameter: 1, type: 'FastifyRequest' },
        { parameter: 2, type: 'FastifyReply' },
      ],
    },
    { on: 'FastifyRequest', read: ['body', 'query'], role: 'external.read', from: 'request', generic: true },
    { on: 'FastifyRequest', read: 'params', role: 'external.read', from: 'request', text: true, generic: true },
    {
      on: 'FastifyInstance',
      call: ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'all', 'route'],
      role: 'http.response',
      value: 'returned',
      shapedBy: { option: 'schema.response' },
    },
    {
      on: 'FastifyReply',
      call: 'send',
      role: 'http.response',
      value: 0,
      receivers: ['reply'],
      shapedBy: { option: 'schema.response' },
    },
    { on: 'FastifyReply', call: ['code', 'status'], role: 'http.status', status: 0, receivers: ['reply'] },
    { on: 'FastifyReply', read: 'statusCode', role: 'http.status', status: 'assigned', receivers: ['reply'] },
    { on: 'FastifyBaseLogger', call: 'child', makes: 'FastifyBaseLogger' },
    { on: 'FastifyBaseLogger', call: 'trace', role: 'log.write', level: 'trace', order: 'object-first' },
    { on: 'FastifyBaseLogger', call: 'debug', role: 'log.write', level: 'debug', order: 'object-first' },
    { on: 'FastifyBaseLogger', call: 'info', role: 'log.write', level: 'info', order: 'object-first' },
    { on: 'FastifyBaseLogger', call: 'warn', role: 'log.write', level: 'warn', order: 'object-first' },
    { on: 'FastifyBaseLogger', call: 'error', role: 'log.write', level: 'error', order: 'object-first' },
    { on: 'FastifyBaseLogger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'object-first' },
  ],
}
