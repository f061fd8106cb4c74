import KSUID from 'ksuid'
import { validate } from 'uuid'

/** Ids that sort by the time they were made. */
export function newId(prefix: 'ord' | 'cus' | 'itm'): string {
  return `${prefix}_${KSUID.randomSync().string}`
}

/** Orders of the old shop kept their UUIDs, and links to them still arrive. */
export function isLegacyId(id: string): boolean {
  return validate(id)
}
