import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import timezone from 'dayjs/plugin/timezone.js'

dayjs.extend(utc)
dayjs.extend(timezone)
dayjs().format() // time.local
dayjs().startOf('day') // time.local
dayjs().endOf('day') // time.local
dayjs().hour() // time.local
dayjs().date() // time.local
dayjs().day() // time.local
dayjs().month() // time.local
dayjs().year() // time.local
dayjs().set('hour', 1) // time.local
dayjs().toString() // time.local
dayjs().add(1, 'day').format() // time.local
dayjs().startOf('day').toISOString() // time.local
dayjs().utc().format()
dayjs().tz('Europe/Berlin').format()
dayjs().utcOffset(0).format()
