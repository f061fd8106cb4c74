import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { diagnosticsOfOxlint, plugin } from '../hosts/oxlint.ts'
import { placeIn, type Finding, type Report } from './finding.ts'
import type { Task } from './task.ts'

/** Lints with the built plugin under oxlint's `jsPlugins`. */
export async function reportOfOxlint(task: Task): Promise<Report> {
  const place = await mkdtemp(path.join(tmpdir(), 'backend-parity-'))
  try {
    const config = path.join(place, '.oxlintrc.json')
    await writeFile(config, JSON.stringify(configOf(task)))
    const found = await diagnosticsOfOxlint(task.folder, ['--config', config, '--no-ignore', ...task.files])
    const unreadable = new Map(found.flatMap(({ file, rule, message }) => (rule ? [] : [[file, message]])))
    return {
      files: new Set(task.files.filter((file) => !unreadable.has(file))),
      unreadable,
      findings: await findingsIn(task.folder, found),
    }
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

function configOf({ rules, types }: Task): object {
  return {
    plugins: [],
    categories: { correctness: 'off' },
    jsPlugins: [plugin],
    rules,
    settings: { backend: { types: types ? 'native' : 'off' } },
  }
}

async function findingsIn(folder: string, found: Awaited<ReturnType<typeof diagnosticsOfOxlint>>): Promise<Finding[]> {
  const findings = found.map(async ({ file, rule, message, start }): Promise<Finding[]> => {
    const name = /^backend\((.+)\)$/.exec(rule ?? '')?.[1]
    if (name === undefined) return []
    return [{ file, ...placeIn(await readFile(path.join(folder, file), 'utf8'), start), rule: name, message }]
  })
  return (await Promise.all(findings)).flat()
}
