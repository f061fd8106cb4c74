import type { Library } from './library.ts'

export const nestjsCore: Library = {
  package: '@nestjs/core',
  rows: [
    { call: 'NestFactory.create', role: 'http.cors', policy: 1, under: 'cors' },
    { on: 'HttpAdapterHost', read: 'httpAdapter', makes: 'AbstractHttpAdapter' },
    {
      on: 'AbstractHttpAdapter',
      call: 'reply',
      role: 'http.response',
      value: 1,
      status: { at: 2 },
      receivers: ['adapter'],
    },
    {
      call: ['NestFactory.create', 'NestFactory.createMicroservice'],
      role: 'log.setup',
      unless: { options: ['logger', 'bufferLogs'], calls: ['useLogger'] },
    },
  ],
}
