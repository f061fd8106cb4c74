import type { Library } from './library.ts'

export const nestjsBullmq: Library = {
  package: '@nestjs/bullmq',
  also: ['@nestjs/bull'],
  queue: true,
  rows: [],
}
