import type { Library } from './library.ts'

export const agenda: Library = {
  package: 'agenda',
  also: ['@hokify/agenda'],
  queue: true,
  rows: [],
}
