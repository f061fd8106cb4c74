import type { Library } from './library.ts'

export const koaCors: Library = {
  package: '@koa/cors',
  rows: [{ call: 'default', role: 'http.cors', policy: 0 }],
}
