import path from 'node:path'
import { isReasonForNoWayBack, saysIrreversible } from '../facts/no-way-back.ts'
import { contentOf, namesIn } from '../project/files.ts'
import type { Place } from '../sql/scan.ts'
import { sectionsOf } from './migrations.ts'

/** What is wrong with the way back of a migration that is written in SQL, and where. */
export interface NoWayBack {
  readonly what: 'missing' | 'empty'
  /** What should be there. */
  readonly wanted: string
  readonly place: Place
}

/** Whether a file of SQL is a migration that goes forward only; `undefined` where nothing says that it goes both ways. */
export function noWayBack(file: string, text: string): NoWayBack | undefined {
  const sections = sectionsOf(text)
  return sections.length > 0 ? noWayBackWithin(text, sections) : noWayBackBeside(file, text)
}

function noWayBackWithin(text: string, sections: ReturnType<typeof sectionsOf>): NoWayBack | undefined {
  const textOf = ({ start, end }: Place) => text.slice(start, end)
  const ups = sections.filter(({ isUp }) => isUp)
  const downs = sections.filter(({ isUp }) => !isUp)
  const [first] = ups
  if (!first || !ups.some((up) => doesSomething(textOf(up))) || isIrreversible(text)) return undefined
  if (downs.length === 0)
    return first.isCertain ? { what: 'missing', wanted: 'the part', place: first.mark } : undefined
  const [down] = downs
  if (!down || downs.some((one) => doesSomething(textOf(one)) || givesReason(textOf(one)))) return undefined
  return { what: 'empty', wanted: 'the part', place: down.mark }
}

/** How the names of two files end that are the two ways of one migration. */
const endings: readonly (readonly [up: string, down: string])[] = [
  ['.up.sql', '.down.sql'],
  ['.do.sql', '.undo.sql'],
  ['/up.sql', '/down.sql'],
]
/** Those of db-migrate, which could mean anything outside of its folder: `20240131-sign-up.sql`. */
const dashed: readonly [up: string, down: string] = ['-up.sql', '-down.sql']

function noWayBackBeside(file: string, text: string): NoWayBack | undefined {
  const { dir, base } = path.parse(file)
  const name = `/${base}`
  const known = path.basename(dir) === 'sqls' ? [...endings, dashed] : endings
  const [up, down] = known.find((pair) => pair.some((ending) => name.endsWith(ending))) ?? []
  if (up === undefined || down === undefined) return undefined
  if (name.endsWith(up)) {
    const back = name.slice(1, -up.length) + down.slice(name.endsWith('/up.sql') ? 1 : 0)
    const isOpen = !doesSomething(text) || isIrreversible(text) || hasWayBack(dir, base, back)
    return isOpen ? undefined : { what: 'missing', wanted: `\`${back}\``, place: firstLine(text) }
  }
  if (doesSomething(text) || givesReason(text)) return undefined
  const forward = contentOf(path.join(dir, name.slice(0, -down.length) + up))
  if (forward === undefined || !doesSomething(forward) || isIrreversible(forward)) return undefined
  return { what: 'empty', wanted: `\`${base}\``, place: firstLine(text) }
}

/** Whether the other file is there, whose name need only begin with the same number. A folder that is not there says nothing. */
function hasWayBack(folder: string, name: string, back: string): boolean {
  const names = namesIn(folder)
  const [number] = /^\d+_/.exec(name) ?? []
  const [ending = ''] = /[.-]\w+\.sql$/.exec(back) ?? []
  return (
    names.length === 0 ||
    names.includes(back) ||
    (number !== undefined && names.some((other) => other.startsWith(number) && other.endsWith(ending)))
  )
}

function firstLine(text: string): Place {
  const [line = ''] = /\S[^\r\n]*/.exec(text) ?? []
  const start = Math.max(text.indexOf(line), 0)
  return { start, end: start + line.length }
}

const comments = /--[^\n]*|\/\*[^]*?(?:\*\/|$)/g
/** Statements that change nothing: what templates hold, and what opens and ends a transaction. */
const idle =
  /^(?:begin(?: transaction)?|start transaction|commit(?: transaction)?|end|select (?:\d+|null|true|'[^']*')(?: as \w+)?)?$/i
/** A block that only complains. */
const complaint = /\bdo\s+\$(\w*)\$\s*begin\s+(?:raise\s+[^;]*;\s*)+end\s*;?\s*\$\1\$/gi

function doesSomething(text: string): boolean {
  return text
    .replace(comments, ' ')
    .replace(complaint, ' ')
    .split(';')
    .some((statement) => !idle.test(statement.trim().replace(/\s+/g, ' ')))
}

/** Whether comments say why there is no way back, in a place where one is looked for. */
function givesReason(text: string): boolean {
  return [...text.matchAll(comments)].some(([comment]) => isReasonForNoWayBack(comment))
}

function isIrreversible(text: string): boolean {
  return [...text.matchAll(comments)].some(([comment]) => saysIrreversible(comment))
}
