import { CronJob } from 'cron'

new CronJob('0 0 3 * * *', () => undefined, null, true, 'UTC') // time.schedule
CronJob.from({ cronTime: '0 0 3 * * *', onTick: () => undefined, timeZone: 'UTC' }) // time.schedule
