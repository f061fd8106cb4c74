import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sourceOf } from '../../dist/schema/code.js'
import type { Declared, TableReader } from '../../dist/schema/readers.js'
import { tableReaders } from '../../dist/schema/readers.js'

/** What a reader of tables makes of a text. */
export function declaredIn(source: TableReader['source'], text: string, filename = '/app/src/schema.ts'): Declared {
  const reader = tableReaders.find((one) => one.source === source)
  const sourceCode = sourceOf(filename, text)
  if (!reader || !sourceCode) throw new Error(`${filename} cannot be read.`)
  return reader.read({ filename, cwd: '/app', sourceCode, settings: {} }) ?? { tables: [], open: false }
}

/** What a reader of tables makes of a file beside the test. */
export function declaredInFile(source: TableReader['source'], file: string): Declared {
  const filename = path.join(import.meta.dirname, '..', 'schema', file)
  return declaredIn(source, readFileSync(filename, 'utf8'), filename)
}
