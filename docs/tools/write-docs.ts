import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { documents } from './documents.ts'
import { root } from './repository.ts'

for (const { file, text } of documents()) {
  const place = path.join(root, file)
  const isThere = statSync(place, { throwIfNoEntry: false }) !== undefined
  if (isThere && readFileSync(place, 'utf8') === text) continue
  mkdirSync(path.dirname(place), { recursive: true })
  writeFileSync(place, text)
  console.log(file)
}
