import type { Library } from './library.ts'

export const pinoHttp: Library = {
  package: 'pino-http',
  adapts: 'pino',
  rows: [
    {
      call: ['default', 'pinoHttp'],
      role: 'log.setup',
      text: [
        { option: 'transport.target', values: ['pino-pretty'] },
        { option: 'transport.targets.*.target', values: ['pino-pretty'] },
      ],
    },
  ],
}
