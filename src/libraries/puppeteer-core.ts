import type { Library } from './library.ts'

export const puppeteerCore: Library = {
  package: 'puppeteer-core',
  also: ['puppeteer'],
  rows: [
    {
      call: 'launch',
      role: 'resource.acquire',
      resource: 'browser',
      release: ['close', 'disconnect'],
      slow: true,
    },
    { call: 'launch', role: 'task.long', task: 'browser' },
  ],
}
