import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { packageAround } from './package.ts'

/** `declare global { namespace Express { interface Request …`, `declare module 'koa' { interface DefaultState …` */
const augmentation =
  /\bnamespace\s+Express\b|\bdeclare\s+module\s+['"](?:express|express-serve-static-core|fastify|koa|hono|hono\/[\w-]+|http|node:http|next|next\/server)['"]/

/** Whether a text adds to the types that a framework declares for requests and contexts. */
export function textAugments(text: string): boolean {
  return augmentation.test(text)
}

interface Answer {
  readonly asked: number
  readonly augments: boolean
}

const answers = new Map<string, Answer>()
/** How long an answer holds, in milliseconds: the folder is only read when a rule has something to say. */
const fresh = 5000
/** More files than this are not read. */
const most = 10_000
const skipped = /^(?:\..*|node_modules|dist|build|out|coverage|vendor|public)$/

/** Whether a file of the package around adds to such types. */
export function augmentsRequests(file: string): boolean {
  const folder = path.isAbsolute(file) ? packageAround(file)?.folder : undefined
  if (folder === undefined) return false
  const known = answers.get(folder)
  const asked = performance.now()
  if (known && asked - known.asked < fresh) return known.augments
  const augments = anyAugments(folder)
  answers.set(folder, { asked: performance.now(), augments })
  return augments
}

function anyAugments(root: string): boolean {
  const folders = [root]
  let read = 0
  for (let folder = folders.pop(); folder !== undefined && read < most; folder = folders.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const place = path.join(folder, entry.name)
      if (entry.isDirectory() && !skipped.test(entry.name)) folders.push(place)
      else if (entry.isFile() && /\.[cm]?ts$/.test(entry.name)) {
        read += 1
        if (textAugments(readFileSync(place, 'utf8'))) return true
      }
    }
  }
  return false
}
