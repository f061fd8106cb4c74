import type { Library } from './library.ts'

export const asyncMutex: Library = {
  package: 'async-mutex',
  aliases: { MutexInterface: 'Mutex', SemaphoreInterface: 'Semaphore' },
  rows: [
    { call: 'withTimeout', makes: 'Mutex' },
    {
      on: ['Mutex', 'Semaphore'],
      call: 'acquire',
      role: 'resource.acquire',
      resource: 'lock',
      release: [],
      itself: true,
      returned: ['release'],
    },
  ],
}
