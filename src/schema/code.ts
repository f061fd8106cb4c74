import path from 'node:path'
import { declareCode } from '../facts/files.ts'
import type { Source } from '../facts/source.ts'
import { LazySource, Unparsable } from '../source/lazy-source.ts'
import { nativeFile } from '../source/native-file.ts'

/**
 * A file of code that nobody lints now, as rules read one that is linted; `undefined` when it does not parse. It is
 * parsed without TypeScript and without ESLint, whichever host asks: a project has many files that speak of tables.
 */
export function sourceOf(file: string, text: string): Source | undefined {
  try {
    const source = new LazySource(nativeFile(file, path.dirname(file), text.replace(/^\uFEFF/, ''))).parsedSource()
    declareCode(source)
    return source
  } catch (error) {
    if (error instanceof Unparsable) return undefined
    throw error
  }
}
