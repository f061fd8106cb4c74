import { cp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { differenceOf } from './parity/compare.ts'
import { hosts } from './parity/hosts.ts'
import { taskFor } from './parity/task.ts'

/** What is found must not depend on who runs the rules: `pnpm parity <folder>` asks the same of any project. */
const projects = path.join(import.meta.dirname, 'projects')
/** From here, TypeScript 7 is what a project finds; ESLint and the transformer bring their own. */
const place = path.join(import.meta.dirname, 'hosts/typescript-7/work', `parity-${process.pid}`)

const entries = await readdir(projects, { withFileTypes: true })
const names = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules').map(({ name }) => name)

beforeAll(() => cp(projects, place, { recursive: true }))
afterAll(() => rm(place, { recursive: true, force: true }))

describe.each(names)('%s', (name) => {
  it.each([
    ['without types', false, [hosts['eslint-9.39'], hosts.oxlint, hosts.transformer, hosts['backend-tsc']]],
    ['with types', true, [hosts.oxlint, hosts['tspc -p'], hosts['backend-tsc -p']]],
  ])('has the same findings in every host, %s', { timeout: 300_000 }, async (_, types, others) => {
    const task = taskFor(path.join(place, name), { types })
    const base = await hosts['eslint-10'].report(task)
    expect(base.findings.length).toBeGreaterThan(0)
    expect(base.files.size).toBe(task.files.length)
    for (const host of others) {
      expect(host.can(task)).toBe(true)
      const report = await host.report(task)
      expect(report.files.size).toBeGreaterThan(0)
      expect(differenceOf(base, report)).toEqual({ onlyFirst: [], onlySecond: [], files: report.files.size })
    }
  })
})
