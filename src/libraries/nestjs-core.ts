import type { Library } from './library.ts'

export const nestjsCore: Library = {
  package: '@nestjs/core',
  rows: [{ call: 'NestFactory.create', role: 'http.cors', policy: 1, under: 'cors' }],
}
