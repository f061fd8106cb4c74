import { Cron } from 'croner'

new Cron('0 3 * * *', { timezone: 'UTC' }, () => undefined) // time.schedule
