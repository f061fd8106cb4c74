// Whether every host finds the same in a project: `pnpm parity <folder> [--hosts=eslint-10,oxlint] [--preset=all] [--types]`.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { differenceOf } from './compare.ts'
import type { Report } from './finding.ts'
import { hosts, type Host } from './hosts.ts'
import { taskFor } from './task.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hosts: { type: 'string', default: Object.keys(hosts).join(',') },
    preset: { type: 'string', default: 'all' },
    types: { type: 'boolean', default: false },
  },
})
const task = taskFor(path.resolve(positionals[0] ?? '.'), values)
console.log(`${task.files.length} files, ${Object.keys(task.rules).length} rules of \`${values.preset}\``)

let base: Report | undefined
for (const name of values.hosts.split(',')) {
  const [, host] = Object.entries<Host>(hosts).find(([known]) => known === name) ?? []
  if (!host) throw new Error(`There is no host ${name}. There are ${Object.keys(hosts).join(', ')}.`)
  if (!host.can(task)) {
    console.log(`${name}: not here`)
    continue
  }
  const report = await host.report(task)
  console.log(`${name}: ${report.findings.length} findings in ${report.files.size} files`)
  for (const [file, message] of report.unreadable) console.log(`  does not parse: ${file} ${message}`)
  if (base) print(differenceOf(base, report), name)
  base ??= report
}

function print({ onlyFirst, onlySecond, files }: ReturnType<typeof differenceOf>, name: string) {
  console.log(`  ${onlyFirst.length + onlySecond.length} differences in the ${files} files that both have read`)
  for (const line of onlyFirst) console.log(`  not ${name}: ${line}`)
  for (const line of onlySecond) console.log(`  only ${name}: ${line}`)
  if (onlyFirst.length + onlySecond.length > 0) process.exitCode = 1
}
