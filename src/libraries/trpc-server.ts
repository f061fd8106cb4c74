import type { Library } from './library.ts'

export const trpcServer: Library = {
  package: '@trpc/server',
  rows: [{ call: 'initTRPC.context', role: 'context.serve' }],
}
