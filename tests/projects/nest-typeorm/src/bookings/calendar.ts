export interface CalendarEvent {
  readonly uid: string
  readonly summary: string
  readonly location: string
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Reads the events of an iCalendar file. Recurring events count once. */
// finds next line: max-function-length
export function readCalendar(text: string): CalendarEvent[] {
  const events: CalendarEvent[] = []
  let fields: Map<string, string> | undefined
  let depth = 0
  // A line that begins with a space goes on with the one above.
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const [name = ''] = line.slice(0, colon).toUpperCase().split(';')
    const value = line.slice(colon + 1).trim()
    if (name === 'BEGIN') {
      depth += 1
      if (value === 'VEVENT') fields = new Map()
      continue
    }
    if (name === 'END') {
      depth -= 1
      if (depth < 0) throw new SyntaxError('END without BEGIN')
      if (value !== 'VEVENT' || !fields) continue
      const uid = fields.get('UID')
      const startsAt = readDate(fields.get('DTSTART'))
      const endsAt = readDate(fields.get('DTEND'))
      if (uid && startsAt && endsAt) {
        const summary = fields.get('SUMMARY') ?? 'Without a title'
        const location = fields.get('LOCATION') ?? ''
        events.push({ uid, summary, location, startsAt, endsAt })
      }
      fields = undefined
      continue
    }
    if (fields && !fields.has(name)) fields.set(name, value)
  }
  if (depth > 0) throw new SyntaxError('BEGIN without END')
  return events
}

function readDate(text: string | undefined): Date | undefined {
  const [, year, month, day, hour = '00', minute = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?/.exec(text ?? '') ?? []
  return year === undefined ? undefined : new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`)
}
