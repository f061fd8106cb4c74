import type { Library } from './library.ts'

export const awsSdkClientSes: Library = {
  package: '@aws-sdk/client-ses',
  rows: [
    { new: ['SendEmailCommand', 'SendRawEmailCommand', 'SendTemplatedEmailCommand'], role: 'task.long', task: 'mail' },
  ],
}
