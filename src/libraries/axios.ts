import type { Library } from './library.ts'

export const axios: Library = {
  package: 'axios',
  rows: [
    { call: 'default', makes: 'AxiosResponse', role: 'external.read', from: 'response', claims: 'data' },
    { call: 'create', makes: 'AxiosInstance' },
    {
      call: ['request', 'get', 'delete', 'post', 'put', 'patch'],
      makes: 'AxiosResponse',
      role: 'external.read',
      from: 'response',
      claims: 'data',
    },
    {
      on: 'AxiosInstance',
      call: ['()', 'request', 'get', 'delete', 'post', 'put', 'patch'],
      makes: 'AxiosResponse',
      role: 'external.read',
      from: 'response',
      claims: 'data',
    },
    { on: 'AxiosResponse', read: 'data', role: 'external.read', from: 'response', untyped: true, generic: true },
  ],
}
