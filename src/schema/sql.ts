import { readStatements } from '../sql/statements.ts'
import type { Changed } from './readers.ts'

/** What a text of SQL changes, from its first statement to its last, the blocks that it runs at once included. */
export function changesIn(text: string): Changed {
  const statements = readStatements(text)
  const changes = statements.flatMap((statement) => statement.changes)
  const blocks = statements.filter(({ verb }) => verb === 'DO').map(({ place }) => text.slice(place.start, place.end))
  if (blocks.length === 0) return { changes, open: false }
  // In a block, `SELECT … INTO` sets a variable; elsewhere it makes a table.
  const inBlocks = readStatements(onlyBlocks(text, statements))
    .filter(({ verb }) => verb !== 'SELECT')
    .flatMap((statement) => statement.changes)
  return {
    changes: [...changes, ...inBlocks].sort((left, right) => left.place.start - right.place.start),
    // A block can put a statement together.
    open: blocks.some((block) => /\bexecute\b/i.test(block) && /\b(?:table|index|constraint|column)\b/i.test(block)),
  }
}

type Statements = ReturnType<typeof readStatements>

/** The statements within `DO $$ … $$`, at their places, with spaces for all else: what a block asks for first is taken as given. */
function onlyBlocks(text: string, statements: Statements): string {
  let blocks = ''
  for (const { verb, place } of statements) {
    if (verb !== 'DO') continue
    const quoted = /(\$\w*\$)([^]*)\1/.exec(text.slice(place.start, place.end))
    const [, mark = '', body = ''] = quoted ?? []
    if (!quoted) continue
    blocks += ' '.repeat(place.start + quoted.index + mark.length - blocks.length)
    blocks += `${withoutControl(body)};`
  }
  return blocks
}

const control =
  /\b(?:begin|else|loop)\b|\b(?:if|elsif|exception\s+when|when|for|while)\b[^;]{0,2000}?\b(?:then|loop)\b/gi

function withoutControl(body: string): string {
  return body.replace(control, (words) => ' '.repeat(words.length))
}
