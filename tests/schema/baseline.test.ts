import { describe, expect, it } from 'vitest'
import { isFrozen } from '../../dist/schema/baseline.js'

const frozen = (filename: string, baseline?: string) =>
  isFrozen({ filename: `/app/${filename}`, settings: baseline === undefined ? {} : { backend: { baseline } } })

describe('a migration is history', () => {
  it.each([
    // The one that is named, and those before it.
    ['migrations/20240131120000_add_orders.ts', '20240131120000_add_orders'],
    ['prisma/migrations/20240131120000_add_orders/migration.sql', '20240131120000_add_orders'],
    ['migrations/20240131115959_before.ts', '20240131120000_add_orders'],
    // In each of the ways to write a time.
    ['migrations/20240131120000_a.ts', '2024-01-31T12:00:00'],
    ['migrations/20240130235959_a.ts', '2024-01-31'],
    ['migrations/20240131235959_a.ts', '2024-01-31'],
    ['migrations/1706616000000-Users.ts', '2024-01-31'],
    ['migrations/1706616000_users.sql', '2024-01-31'],
    ['migrations/2024-01-30-users.js', '20240131000000'],
    ['migrations/2024.01.30T10.00.00.users.ts', '2024-01-31'],
    ['migrations/Migration20240130101010.ts', '2024-01-31'],
    // By number.
    ['migrations/0009_a.sql', '0010_b'],
    ['migrations/9_a.up.sql', '10'],
    ['db/migration/V1.9__a.sql', 'V1.10__b'],
    ['drizzle/0003_quiet_hulk.sql', '0003_quiet_hulk'],
  ])('%s, with the baseline %s', (filename, baseline) => expect(frozen(filename, baseline)).toBe(true))

  it.each([
    ['migrations/20240131120000_add_orders.ts', undefined],
    ['migrations/20240131120001_after.ts', '20240131120000_add_orders'],
    ['migrations/20240201000000_a.ts', '2024-01-31'],
    ['migrations/1706788800000-Users.ts', '2024-01-31'],
    ['migrations/0011_b.sql', '0010_b'],
    ['db/migration/V1.11__b.sql', 'V1.10__b'],
    // Numbers and times are not compared, and what has neither is no history.
    ['migrations/0001_a.sql', '2024-01-31'],
    ['migrations/20240131120000_a.sql', '0001_a'],
    ['src/users.ts', '2024-01-31'],
    ['db/schema.sql', '0010_b'],
  ])('and not %s, with the baseline %s', (filename, baseline) => expect(frozen(filename, baseline)).toBe(false))
})
