import type { Library } from './library.ts'

export const express: Library = {
  package: 'express',
  also: ['express-serve-static-core'],
  aliases: { Express: 'Application', IRouter: 'Router', IRoute: 'Route' },
  fluent: ['Response', 'Route'],
  rows: [
    { call: 'default', makes: 'Application' },
    { call: 'Router', makes: 'Router' },
    { on: ['Application', 'Router'], call: 'route', makes: 'Route' },
    {
      on: ['Application', 'Router', 'Route'],
      call: ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'all'],
      gives: [{ type: 'Request' }, { parameter: 1, type: 'Response' }],
    },
    { on: ['Application', 'Router'], call: 'use', gives: { type: 'Request' } },
    {
      on: 'Response',
      call: ['json', 'jsonp', 'send', 'end', 'write'],
      role: 'http.response',
      value: 0,
      receivers: ['res', 'response'],
    },
    {
      on: 'Response',
      call: ['status', 'writeHead'],
      role: 'http.status',
      status: 0,
      receivers: ['res', 'response'],
    },
    {
      on: 'Response',
      call: 'sendStatus',
      role: 'http.status',
      status: 0,
      answers: true,
      receivers: ['res', 'response'],
    },
    {
      on: 'Response',
      read: 'statusCode',
      role: 'http.status',
      status: 'assigned',
      receivers: ['res', 'response'],
    },
    { on: 'Request', read: ['body', 'cookies'], role: 'external.read', from: 'request', untyped: true, generic: true },
    { on: 'Request', read: 'query', role: 'external.read', from: 'request', generic: true },
    { on: 'Request', read: 'params', role: 'external.read', from: 'request', text: true, generic: true },
  ],
}
