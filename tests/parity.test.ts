import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { differenceOf } from './parity/compare.ts'
import { hosts } from './parity/hosts.ts'
import { taskFor } from './parity/task.ts'

/** What is found must not depend on who runs the rules: `pnpm parity <folder>` asks the same of any project. */
const projects = path.join(import.meta.dirname, 'projects')
const names = readdirSync(projects, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => name)

describe.each(names)('%s', (name) => {
  it('has the same findings in every host', async () => {
    const task = taskFor(path.join(projects, name))
    const [[, base] = [], ...others] = await Promise.all(
      Object.entries(hosts).map(async ([host, report]) => [host, await report(task)] as const),
    )
    expect(base?.findings.length).toBeGreaterThan(0)
    expect(base?.files.size).toBe(task.files.length)
    for (const [host, report] of others) {
      expect([host, base && differenceOf(base, report)]).toEqual([
        host,
        { onlyFirst: [], onlySecond: [], files: report.files.size },
      ])
      expect(report.files.size).toBeGreaterThan(0)
    }
  })
})
