import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lintFile } from '../../dist/hosts/lint-file.js'
import { nativeFile } from '../../dist/source/native-file.js'
import { readOptions } from '../../dist/hosts/options.js'
import { placeIn, type Finding, type Report } from './finding.ts'
import { prefix, type Task } from './task.ts'

/** Looks at the files as `backend-tsc` does, with types from the TypeScript 7 of the folder. */
export function reportOfNative(task: Task): Promise<Report> {
  const settings = { backend: { types: task.types ? 'native' : 'off' } }
  const config = readOptions({ preset: 'all', rules: task.rules, settings }, [])
  const unreadable = new Map<string, string>()
  const findings = task.files.flatMap((file): Finding[] => {
    const place = path.join(task.folder, file)
    const text = readFileSync(place, 'utf8').replace(/^\uFEFF/, '')
    const { parse, ...rest } = nativeFile(place, task.folder, text)
    try {
      parse()
    } catch (error) {
      unreadable.set(file, String(error))
      return []
    }
    const { findings, failures } = lintFile({ ...rest, parse }, config)
    if (failures.length > 0) throw new Error(`${file}: ${String(failures[0]?.error)}`)
    return findings.map(({ rule, message, range: [start] }) => ({
      file,
      ...placeIn(text, start),
      rule: rule.slice(prefix.length),
      message,
    }))
  })
  return Promise.resolve({ files: new Set(task.files.filter((file) => !unreadable.has(file))), unreadable, findings })
}
