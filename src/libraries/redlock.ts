import type { Library } from './library.ts'

export const redlock: Library = {
  package: 'redlock',
  aliases: { default: 'Redlock' },
  rows: [
    {
      on: 'Redlock',
      call: ['acquire', 'lock'],
      role: 'resource.acquire',
      resource: 'lock',
      release: ['release', 'unlock'],
      returned: ['release', 'unlock'],
      slow: true,
      receivers: ['redlock'],
    },
  ],
}
