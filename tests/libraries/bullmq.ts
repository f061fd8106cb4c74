import { Queue } from 'bullmq'

const queue = new Queue('mail', { connection: {} })
const daily: object = { repeat: { pattern: '0 3 * * *', tz: 'UTC' } }
await queue.add('send', {}, daily) // time.schedule
await queue.upsertJobScheduler('daily', { pattern: '0 3 * * *', tz: 'UTC' }) // time.schedule
