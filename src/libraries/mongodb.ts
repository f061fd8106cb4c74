import type { Library } from './library.ts'

export const mongodb: Library = {
  package: 'mongodb',
  rows: [
    {
      on: 'MongoClient',
      call: 'startSession',
      makes: 'ClientSession',
      role: 'resource.acquire',
      resource: 'session',
      release: ['endSession'],
      returned: ['close'],
      slow: true,
    },
    {
      on: 'ClientSession',
      call: 'startTransaction',
      role: 'resource.begin',
      ends: ['commitTransaction', 'abortTransaction', 'endSession'],
    },
  ],
}
