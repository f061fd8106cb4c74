import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { node } from '../hosts/host.ts'
import { Places, type Finding, type Report } from './finding.ts'
import type { Task } from './task.ts'

const repository = path.join(import.meta.dirname, '../..')
const oxlint = path.join(repository, 'node_modules/oxlint/bin/oxlint')

interface Diagnostic {
  readonly message: string
  /** `backend(no-any)`; none for what is no finding of a rule. */
  readonly code?: string
  readonly filename: string
  readonly labels: readonly { readonly span: { readonly offset: number } }[]
}

/** Lints with the built plugin under oxlint's `jsPlugins`. */
export async function reportOfOxlint(task: Task): Promise<Report> {
  const place = await mkdtemp(path.join(tmpdir(), 'backend-oxlint-'))
  try {
    const config = path.join(place, '.oxlintrc.json')
    await writeFile(config, JSON.stringify(configOf(task)))
    const args = [oxlint, '--config', config, '--no-ignore', '--format', 'json', ...task.files]
    const { stdout, stderr } = await node(task.folder, args)
    if (!stdout.startsWith('{')) throw new Error(`oxlint said no findings:\n${stdout}${stderr}`)
    const { diagnostics }: { readonly diagnostics: readonly Diagnostic[] } = JSON.parse(stdout)
    return await reportIn(diagnostics, task)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

function configOf({ rules, settings }: Task): object {
  return {
    plugins: [],
    categories: { correctness: 'off' },
    jsPlugins: [path.join(repository, 'dist/index.js')],
    rules,
    settings: { backend: settings },
  }
}

async function reportIn(diagnostics: readonly Diagnostic[], { folder, files }: Task): Promise<Report> {
  const unreadable = new Map<string, string>()
  const findings: Finding[] = []
  for (const { filename, code, message, labels } of diagnostics) {
    if (message.startsWith('Error running JS plugin')) throw new Error(message)
    const file = filename.replaceAll('\\', '/')
    const rule = /^backend\((.+)\)$/.exec(code ?? '')?.[1]
    if (rule === undefined) {
      unreadable.set(file, message)
      continue
    }
    // Offsets, since its columns are counted in a way of their own.
    const places = new Places(await readFile(path.join(folder, file), 'utf8'))
    findings.push({ file, ...places.atByte(labels[0]?.span.offset ?? 0), rule, message })
  }
  return { files: new Set(files.filter((file) => !unreadable.has(file))), unreadable, findings }
}
