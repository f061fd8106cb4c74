import type { Library } from './library.ts'

export const nodeHttp: Library = {
  package: 'node:http',
  also: ['http', 'node:https', 'https'],
  fluent: ['ServerResponse'],
  rows: [
    { call: 'createServer', gives: [{ type: 'IncomingMessage' }, { parameter: 1, type: 'ServerResponse' }] },
    { on: 'ServerResponse', call: ['end', 'write'], role: 'http.response', value: 0 },
    { on: 'ServerResponse', call: 'writeHead', role: 'http.status', status: 0 },
    { on: 'ServerResponse', read: 'statusCode', role: 'http.status', status: 'assigned' },
    {
      call: ['get', 'request'],
      role: 'http.call',
      options: [1, 0],
      bounds: ['timeout', 'signal'],
      bounding: ['setTimeout', 'destroy', 'abort'],
    },
  ],
}
