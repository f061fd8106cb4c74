import path from 'node:path'
import { readSettings } from '../settings.ts'

interface FileOfRule {
  readonly filename: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** Whether a file is a migration that is history: the baseline of the settings, or one before it. */
export function isFrozen({ filename, settings }: FileOfRule): boolean {
  const { baseline } = readSettings(settings)
  if (baseline === undefined) return false
  const limit = orderOf(baseline)
  // The name of a migration is that of its file, or of its folder: `20240131120000_add_orders/migration.sql`.
  const names = filename.split(/[/\\]/).slice(-2).reverse()
  if (names.some((name) => withoutEnding(name) === withoutEnding(baseline))) return true
  if (!limit) return false
  const own = names.map(orderOf).find((one) => one)
  if (own?.kind !== limit.kind) return false
  const [last = 0] = limit.numbers
  // A day is history to its end.
  const numbers = /^\d{4}[-_.]?\d{2}[-_.]?\d{2}$/.test(baseline) ? [last + day - 1] : limit.numbers
  return compareNumbers(own.numbers, numbers) <= 0
}

/** In milliseconds. */
const day = 86_400_000

function withoutEnding(name: string): string {
  return path.basename(name).replace(/\.\w+$/, '')
}

/** When a migration was made, or which in its row it is. */
interface Order {
  readonly kind: 'time' | 'number'
  readonly numbers: readonly number[]
}

/** What the beginning of a name says of its order; `undefined` when it says nothing. */
export function orderOf(given: string): Order | undefined {
  // MikroORM's `Migration20240131120000.ts`, `m0001_users.ts`.
  const name = given.replace(/^(?:migration|m)[-_]?(?=\d)/i, '')
  const flyway = /^[VU](\d+(?:[._]\d+)*)(?:__|$)/.exec(name)
  if (flyway) return numbered(flyway[1] ?? '')
  const iso = /^(\d{4})[-_.](\d{2})[-_.](\d{2})(?:[-_.T ]?(\d{2})[-_.:]?(\d{2})[-_.:]?(\d{2})?)?(?!\d)/.exec(name)
  if (iso) return timed(iso.slice(1).map((part) => Number(part ?? 0)))
  const [digits = ''] = /^\d+/.exec(name) ?? []
  const stamp = /^((?:19|20)\d{2})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?/.exec(digits)
  // Years, months, days; the hours of half a stamp (`202401311200`) count as well.
  if (stamp && [8, 10, 12, 14, 17].includes(digits.length) && isMonth(stamp[2]))
    return timed(stamp.slice(1).map((part) => Number(part ?? 0)))
  if (digits.length === 13) return timedAt(Number(digits))
  if (digits.length === 10) return timedAt(Number(digits) * 1000)
  return digits === '' ? undefined : numbered(/^\d+(?:\.\d+)*/.exec(name)?.[0] ?? '')
}

function isMonth(text: string | undefined): boolean {
  return Number(text) >= 1 && Number(text) <= 12
}

function numbered(version: string): Order {
  return { kind: 'number', numbers: version.split(/[._]/).map(Number) }
}

function timed([year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0]: readonly number[]): Order {
  return { kind: 'time', numbers: [Date.UTC(year, month - 1, day, hour, minute, second)] }
}

function timedAt(time: number): Order {
  return { kind: 'time', numbers: [time] }
}

/** Negative when the left one comes first: part by part, as versions are compared. */
export function compareNumbers(left: readonly number[], right: readonly number[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
