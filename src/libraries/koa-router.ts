import type { Library } from './library.ts'

export const koaRouter: Library = {
  package: '@koa/router',
  also: ['koa-router'],
  aliases: { RouterContext: 'Context' },
  fluent: ['Router'],
  rows: [
    { new: ['default', 'Router'], makes: 'Router' },
    {
      on: 'Router',
      call: ['all', 'get', 'head', 'post', 'put', 'patch', 'delete', 'del'],
      gives: { type: 'Context' },
      role: 'http.route',
      handler: 'last',
    },
    { on: ['Context', 'Response'], read: 'body', role: 'http.response', value: 'assigned' },
    { on: ['Context', 'Response'], read: 'status', role: 'http.status', status: 'assigned' },
    { on: 'Context', read: 'response', makes: 'Response' },
    { on: 'Router', call: 'use', gives: { type: 'Context' }, role: 'http.middleware', handler: 'all' },
  ],
}
