import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { node, type Run } from './host.ts'

const repository = path.join(import.meta.dirname, '../..')
const oxlint = path.join(repository, 'node_modules/oxlint/bin/oxlint')

/** The built plugin, as `jsPlugins` of a configuration outside this repository names it. */
export const plugin = path.join(repository, 'dist/bundle/index.js')

/** What oxlint says of one place, in UTF-16 units. */
export interface Diagnostic {
  /** The path below the folder, with slashes. */
  readonly file: string
  /** `backend(no-any)`; none for what is no finding of a rule, such as an error of syntax. */
  readonly rule: string | undefined
  readonly message: string
  readonly severity: 'error' | 'warning'
  readonly start: number
  readonly end: number
}

/** Ends with the output of oxlint in a folder, however it went. */
export function runOxlint(folder: string, args: readonly string[]): Promise<Run> {
  return node(folder, [oxlint, ...args])
}

/**
 * What oxlint says in a folder.
 * @throws Error when it does not lint at all, or when a rule throws.
 */
export async function diagnosticsOfOxlint(folder: string, args: readonly string[]): Promise<Diagnostic[]> {
  const { stdout, stderr } = await runOxlint(folder, ['--format', 'json', ...args])
  if (!stdout.trimStart().startsWith('{')) throw new Error(`oxlint did not lint:\n${stdout}${stderr}`)
  const { diagnostics }: { readonly diagnostics: readonly Said[] } = JSON.parse(stdout)
  const crash = diagnostics.find(({ message }) => message.startsWith('Error running JS plugin'))
  if (crash) throw new Error(crash.message)
  return Promise.all(diagnostics.map((said) => read(folder, said)))
}

interface Said {
  readonly message: string
  readonly code?: string
  readonly severity: 'error' | 'warning'
  readonly filename: string
  readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[]
}

/** Its offsets count bytes, and its columns are counted in a way of their own. */
async function read(folder: string, { message, code, severity, filename, labels }: Said): Promise<Diagnostic> {
  const bytes = await readFile(path.join(folder, filename))
  const { offset, length } = labels[0]?.span ?? { offset: 0, length: 0 }
  const lengthOf = (to: number) => bytes.subarray(0, to).toString().length
  return {
    file: filename.replaceAll('\\', '/'),
    rule: code,
    message,
    severity,
    start: lengthOf(offset),
    end: lengthOf(offset + length),
  }
}
