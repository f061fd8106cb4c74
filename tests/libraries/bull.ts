import Queue from 'bull'

const queue = new Queue('mail')
await queue.add({}, { repeat: { cron: '0 3 * * *', tz: 'UTC' } }) // time.schedule
