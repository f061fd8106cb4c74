import type { Library } from './library.ts'

const bounds = ['timeout', 'signal']
/** A client that is told something is looked at where it is told. */
const boundBy = String.raw`\bHttpModule\.register(?:Async)?\(|axiosRef\.defaults\.timeout`

export const nestjsAxios: Library = {
  package: '@nestjs/axios',
  rows: [
    {
      on: 'HttpService',
      call: ['get', 'delete', 'head'],
      role: 'http.call',
      options: [1],
      bounds,
      boundBy,
    },
    {
      on: 'HttpService',
      call: ['post', 'put', 'patch'],
      role: 'http.call',
      options: [2],
      bounds,
      boundBy,
    },
    {
      on: 'HttpService',
      call: 'request',
      role: 'http.call',
      options: [0],
      bounds,
      boundBy,
    },
    { call: 'HttpModule.register', role: 'http.call', options: [0], client: true, bounds },
  ],
}
