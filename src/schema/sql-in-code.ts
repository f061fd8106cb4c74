import type { TSESTree } from '@typescript-eslint/utils'
import { fileKind } from '../facts/files.ts'
import { wayOf } from '../facts/migration-code.ts'
import { onSql } from '../facts/queries.ts'
import { nodesIn } from '../facts/nodes.ts'
import {} from '../facts/source.ts'
import type { Text } from '../facts/strings.ts'
import type { Change } from '../sql/changes.ts'
import type { Place } from '../sql/scan.ts'
import { dialectOfText } from './dialect-of-text.ts'
import { mentions } from './mentions.ts'
import type { Changed, ChangeReader, CodeFile } from './readers.ts'

const speakers = new Set(['server', 'migration', 'script', 'cli', 'seed', 'config'])

/** Reads what SQL in code changes, in the order in which it is written: migrations that are strings. */
export const sqlReader: ChangeReader = { mentions: mentions.sql, read }

function read(code: CodeFile): Changed | undefined {
  if (!speakers.has(fileKind(code))) return undefined
  const changes: Change[] = []
  const texts: string[] = []
  const listeners = onSql(code, ({ text, statements, node }) => {
    if (!node || !mentions.sql.test(text.value) || wayOf(node) === 'down') return
    texts.push(text.value)
    for (const statement of statements) for (const change of statement.changes) changes.push(inFile(code, text, change))
  })
  for (const node of nodesIn(code.sourceCode)) {
    if (node.type === 'Literal') listeners.Literal?.(node)
    else if (node.type === 'TemplateLiteral') listeners.TemplateLiteral?.(node)
    else if (node.type === 'CallExpression') listeners.CallExpression?.(node)
  }
  if (changes.length === 0) return undefined
  const dialect = dialectOfText(texts.join(';\n'))
  return { changes, open: false, ...(dialect && { dialect }) }
}

/** A change with its places in the file, not in the text. */
export function inFile({ sourceCode }: CodeFile, text: Text, change: Change): Change {
  const offset = (position: TSESTree.Position) => sourceCode.getIndexFromLoc(position)
  const move = (place: Place): Place => {
    const { start, end } = text.locate(place)
    return { start: offset(start), end: offset(end) }
  }
  // Only places differ, so that it is a change again. The one cast for it.
  return moved(change, move) as Change
}

function moved(value: unknown, move: (place: Place) => Place): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, move))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'place' && isPlace(part) ? move(part) : moved(part, move),
    ]),
  )
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
}
