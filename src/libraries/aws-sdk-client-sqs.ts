import type { Library } from './library.ts'

export const awsSdkClientSqs: Library = {
  package: '@aws-sdk/client-sqs',
  queue: true,
  rows: [],
}
