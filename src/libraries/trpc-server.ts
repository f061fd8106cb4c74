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
    { on: 'Trpc', read: 'procedure', makes: 'Procedure' },
    {
      on: 'Procedure',
      call: ['query', 'mutation'],
      role: 'http.response',
      value: 'returned',
      receivers: ['procedure'],
      shapedBy: { call: 'output' },
    },
  ],
}
