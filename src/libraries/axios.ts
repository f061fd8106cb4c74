import type { Library } from './library.ts'

/** What bounds a request, and the setting that bounds all of them. */
const bounded = {
  bounds: ['timeout', 'signal', 'cancelToken'],
  boundBy: String.raw`\baxios\.defaults\.timeout\s*=`,
} as const

export const axios: Library = {
  package: 'axios',
  rows: [
    { call: 'default', makes: 'AxiosResponse', role: 'external.read', from: 'response', claims: 'data' },
    { call: 'create', makes: 'AxiosInstance', role: 'http.call', options: [0], client: true, ...bounded },
    { call: 'default', role: 'http.call', options: [1, 0], ...bounded },
    { call: 'request', role: 'http.call', options: [0], ...bounded },
    { call: ['get', 'delete', 'head', 'options'], role: 'http.call', options: [1], ...bounded },
    {
      call: ['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm'],
      role: 'http.call',
      options: [2],
      ...bounded,
    },
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
