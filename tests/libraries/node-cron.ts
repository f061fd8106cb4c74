import { schedule } from 'node-cron'

schedule('0 3 * * *', () => undefined, { timezone: 'UTC' }) // time.schedule
