import {
  startOfDay,
  startOfWeek,
  startOfISOWeek,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  startOfToday,
  startOfTomorrow,
  startOfYesterday,
  endOfDay,
  endOfWeek,
  endOfISOWeek,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  endOfToday,
  endOfTomorrow,
  endOfYesterday,
  format,
  formatISO,
  set,
  setDate,
  setDay,
  setHours,
  setMonth,
  setYear,
  getHours,
  getDate,
  getDay,
  getMonth,
  getYear,
  isSameDay,
  isToday,
} from 'date-fns'

const date = new Date(0)
startOfDay(date) // time.local
startOfWeek(date) // time.local
startOfISOWeek(date) // time.local
startOfMonth(date) // time.local
startOfQuarter(date) // time.local
startOfYear(date) // time.local
startOfToday() // time.local
startOfTomorrow() // time.local
startOfYesterday() // time.local
endOfDay(date) // time.local
endOfWeek(date) // time.local
endOfISOWeek(date) // time.local
endOfMonth(date) // time.local
endOfQuarter(date) // time.local
endOfYear(date) // time.local
endOfToday() // time.local
endOfTomorrow() // time.local
endOfYesterday() // time.local
format(date, 'yyyy') // time.local
formatISO(date) // time.local
set(date, { hours: 0 }) // time.local
setDate(date, 1) // time.local
setDay(date, 1) // time.local
setHours(date, 1) // time.local
setMonth(date, 1) // time.local
setYear(date, 1) // time.local
getHours(date) // time.local
getDate(date) // time.local
getDay(date) // time.local
getMonth(date) // time.local
getYear(date) // time.local
isSameDay(date, date) // time.local
isToday(date) // time.local
