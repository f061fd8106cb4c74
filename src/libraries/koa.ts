import type { Library } from './library.ts'

export const koa: Library = {
  package: 'koa',
  aliases: { default: 'Application', ParameterizedContext: 'Context', ExtendableContext: 'Context' },
  rows: [
    { on: ['Context', 'Response'], read: 'body', role: 'http.response', value: 'assigned', receivers: ['ctx'] },
    { on: ['Context', 'Response'], read: 'status', role: 'http.status', status: 'assigned', receivers: ['ctx'] },
    { new: 'default', makes: 'Application', role: 'http.app' },
    {
      on: 'Application',
      call: 'use',
      makes: 'Application',
      gives: { type: 'Context' },
      role: 'http.middleware',
      handler: 'all',
    },
    { on: 'Application', call: 'on', role: 'http.error-handler', handler: 1, event: 'error' },
    { on: 'Middleware', call: '()', role: 'http.middleware', handler: 'typed' },
    { on: 'Context', read: 'request', makes: 'Request' },
    { on: 'Context', read: 'response', makes: 'Response' },
    { on: 'Context', read: 'state', role: 'context.read' },
    // What the parsers of bodies add.
    { on: 'Request', read: 'body', role: 'external.read', from: 'request', untyped: true },
    { on: ['Context', 'Request'], read: 'query', role: 'external.read', from: 'request' },
  ],
}
