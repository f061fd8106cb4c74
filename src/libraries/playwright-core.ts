import type { Library } from './library.ts'

export const playwrightCore: Library = {
  package: 'playwright-core',
  also: ['playwright', '@playwright/test'],
  rows: [
    {
      call: ['chromium.launch', 'firefox.launch', 'webkit.launch'],
      role: 'resource.acquire',
      resource: 'browser',
      release: ['close'],
      slow: true,
    },
    { call: ['chromium.launch', 'firefox.launch', 'webkit.launch'], role: 'task.long', task: 'browser' },
  ],
}
