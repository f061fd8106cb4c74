import { readFileSync } from 'node:fs'
import path from 'node:path'

/** By folder, what its `tsconfig.json` says, for as long as the process lives: it decides what is offered, not what is found. */
const folders = new Map<string, boolean | undefined>()

/**
 * Whether `new Error(message, { cause })` compiles: it is in the library of ES2022. A project that does not say what it
 * compiles to has the default of its compiler, which has it.
 */
export function hasErrorCause(file: string): boolean {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (!folders.has(folder)) folders.set(folder, errorCauseIn(path.join(folder, 'tsconfig.json')))
    const known = folders.get(folder)
    if (known !== undefined || folder === path.dirname(folder)) return known ?? true
  }
}

function errorCauseIn(file: string): boolean | undefined {
  const text = textOf(file)
  if (text === undefined) return undefined
  const lib = /"lib"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1]
  const target = /"target"\s*:\s*"([^"]*)"/.exec(text)?.[1]
  const said = lib ?? target
  return said === undefined ? undefined : /es(?:20(?:2[2-9]|[3-9]\d)|next)/i.test(said)
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code)))
      return undefined
    throw error
  }
}
