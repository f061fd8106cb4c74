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
      call: ['all', 'get', 'head', 'post', 'put', 'patch', 'delete', 'del', 'use'],
      gives: { type: 'Context' },
    },
    { on: ['Context', 'Response'], read: 'body', role: 'http.response', value: 'assigned' },
    { on: ['Context', 'Response'], read: 'status', role: 'http.status', status: 'assigned' },
    { on: 'Context', read: 'response', makes: 'Response' },
  ],
}
