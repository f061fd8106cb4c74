import type { Library } from './library.ts'

export const trpcServer: Library = {
  package: '@trpc/server',
  fluent: ['Procedure'],
  rows: [
    { call: 'initTRPC.context', role: 'context.serve' },
    { call: 'initTRPC.create', makes: 'Trpc' },
    { call: ['initTRPC.context', 'initTRPC.meta'], makes: 'TrpcBuilder' },
    { on: 'TrpcBuilder', call: ['context', 'meta'], makes: 'TrpcBuilder' },
    { on: 'TrpcBuilder', call: 'create', makes: 'Trpc' },
    {
      new: 'TRPCError',
      role: 'http.error',
      sent: [{ at: 0, properties: ['message'] }],
      has: ['name', 'status', 'code'],
    },
    { on: 'Trpc', read: 'procedure', makes: 'Procedure' },
    { on: 'Trpc', call: 'middleware', role: 'http.middleware', handler: 0 },
    { on: 'Procedure', call: 'use', role: 'http.middleware', handler: 0, receivers: ['procedure'] },
    {
      on: 'Procedure',
      call: ['query', 'mutation', 'subscription'],
      role: 'http.route',
      handler: 'last',
      answers: 'procedure',
      receivers: ['procedure'],
    },
    {
      on: 'Procedure',
      call: ['query', 'mutation'],
      role: 'http.response',
      ownProtocol: true,
      value: 'returned',
      receivers: ['procedure'],
      shapedBy: { call: 'output' },
    },
  ],
}
