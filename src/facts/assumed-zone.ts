import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { packageAround } from '../project/package.ts'

const files = [
  'Dockerfile',
  'Containerfile',
  'docker-compose.yml',
  'docker-compose.yaml',
  'compose.yml',
  'compose.yaml',
  'package.json',
  'Procfile',
  '.env',
  '.env.production',
]
const declared = /(?:^|[\s"'-])TZ(?:\s*[=:]\s*|[ \t]+)["']?(?:Etc\/)?(?:UTC|GMT|UCT|Zulu)\b/m

/** Whether something that starts the program of a file says that its clock shows UTC. */
export function declaresUtc(filename: string): boolean {
  const folder = packageAround(filename)?.folder
  if (folder === undefined) return false
  return files
    .map((name) => path.join(folder, name))
    .some((name) => existsSync(name) && declared.test(readFileSync(name, 'utf8')))
}
