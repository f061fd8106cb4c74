import { Cron } from '@nestjs/schedule'

export class Jobs {
  @Cron('0 3 * * *', { timeZone: 'UTC' }) // time.schedule
  run() {
    return null
  }
}
