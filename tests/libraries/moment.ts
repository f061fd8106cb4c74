import moment from 'moment'
import zoned from 'moment-timezone'

moment().format() // time.local
moment().startOf('day') // time.local
moment().endOf('day') // time.local
moment().hour() // time.local
moment().hours() // time.local
moment().date() // time.local
moment().day() // time.local
moment().weekday() // time.local
moment().month() // time.local
moment().year() // time.local
moment().set('hour', 1) // time.local
moment().toString() // time.local
moment().calendar() // time.local
moment().add(1, 'day').format() // time.local
moment().startOf('day').toISOString() // time.local
moment().utc().format()
moment().utcOffset(0).format()
zoned().tz('Europe/Berlin').format()
moment.utc().format()
