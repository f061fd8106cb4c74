import { expect, it } from 'vitest'
import { fileKind } from '../../dist/facts/files.js'
import { ask } from '../support/facts-of.ts'

/** What a file is for, by its path below the project and by what it says. */
function kindOf(place: string, code = 'export const a = 1'): string {
  let kind = ''
  const create = ({ context }: Parameters<Parameters<typeof ask>[1]>[0]) => {
    kind = fileKind(context)
    return {}
  }
  ask(code, create, place)
  return kind
}

it.each([
  ['src/orders/orders.service.ts', 'server'],
  ['src/orders/orders.service.spec.ts', 'test'],
  ['src/__tests__/orders.ts', 'test'],
  ['apps/web/app/orders/page.tsx', 'front-end'],
  ['apps/web/lib/format.ts', 'front-end'],
  ['apps/web/src/server/orders.ts', 'server'],
  ['apps/web/app/orders.server.ts', 'server'],
  ['apps/webapp/app/services/orders.server.ts', 'server'],
  ['apps/web/app/orders.client.ts', 'front-end'],
  ['src/orders.server.test.ts', 'test'],
  ['e2e/orders.server.ts', 'test'],
  ['src/migrations/0007-orders.ts', 'migration'],
  ['prisma/seed.ts', 'seed'],
  ['scripts/orders.ts', 'script'],
  ['src/scripts/orders.ts', 'script'],
  ['vite.config.ts', 'config'],
  ['src/generated/orders.ts', 'generated'],
])('%s is a file of the %s', (place, kind) => {
  expect(kindOf(place)).toBe(kind)
})

it.each([
  ['apps/web/lib/orders.ts', `import { Pool } from 'pg'\nexport const pool = new Pool()`, 'server'],
  ['apps/web/lib/orders.ts', `import type { Pool } from 'pg'\nexport const a = (pool: Pool) => pool`, 'front-end'],
  ['apps/web/lib/session.ts', `import 'server-only'\nexport const a = 1`, 'server'],
  ['apps/web/lib/session.ts', `import { cookies } from 'next/headers'\nexport const a = cookies`, 'server'],
  ['apps/web/lib/session.ts', `import { useRouter } from 'next/navigation'\nexport const a = useRouter`, 'front-end'],
  ['apps/web/lib/mail.ts', `const mail = require('nodemailer')`, 'server'],
  ['src/orders.ts', `'use client'\nexport const a = 1`, 'front-end'],
  ['src/orders.ts', `export const title = () => document.title`, 'front-end'],
  ['src/orders.ts', `export const title = (document: { title: string }) => document.title`, 'server'],
  ['src/orders.ts', `#!/usr/bin/env node\nexport const a = 1`, 'cli'],
])('%s is what its text says: %s', (place, code, kind) => {
  expect(kindOf(place, code)).toBe(kind)
})
