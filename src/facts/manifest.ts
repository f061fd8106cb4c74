import path from 'node:path'
import type { TSESLint } from '@typescript-eslint/utils'
import type { Place } from '../sql/scan.ts'
import { kindOfPackage } from './files.ts'
import type { RuleContext } from './source.ts'
import type { Text } from './strings.ts'
import { onFile } from './text-files.ts'

/** A package that a `package.json` asks for, by the line that does so. */
export interface Dependency {
  readonly name: string
  readonly group: string
  /** The name and the version: `"uuid": "^11.0.0"`. */
  readonly place: Place
}

/** Calls the listener for each package that the `package.json` of a server needs when it runs. */
export function onManifest(
  { filename, sourceCode }: RuleContext,
  listener: (dependency: Dependency, text: Text) => void,
): TSESLint.RuleListener {
  if (path.basename(filename) !== 'package.json' || kindOfPackage(filename) === 'front-end') return {}
  return onFile({ sourceCode }, (text) => {
    for (const dependency of dependenciesIn(text.value)) listener(dependency, text)
  })
}

const token = /"(?<text>(?:[^"\\\n]|\\.)*)"|(?<mark>[{}[\],:])/g

/** The packages that a manifest asks for, wherever it does not parse: what is read up to there. */
function dependenciesIn(manifest: string): Dependency[] {
  const found: Dependency[] = []
  const keys: string[] = []
  let isKey = true
  let key = { name: '', start: 0 }
  for (const { groups: { text, mark } = {}, index, 0: whole } of manifest.matchAll(token)) {
    if (text !== undefined) {
      const group = keys.at(-1) ?? ''
      if (isKey) key = { name: text, start: index }
      else if (keys.length === 2 && /^(?:d|peerD|optionalD)ependencies$/.test(group))
        found.push({ name: key.name, group, place: { start: key.start, end: index + whole.length } })
    } else if (mark === '{' || mark === '[') {
      keys.push(key.name)
      isKey = mark === '{'
    } else if (mark === '}' || mark === ']') {
      keys.pop()
      isKey = false
    } else isKey = mark === ','
  }
  return found
}
