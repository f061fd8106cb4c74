import { DateTime } from 'luxon'

DateTime.now() // time.local
DateTime.local() // time.local
DateTime.utc()
