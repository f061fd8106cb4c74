import { calledName } from '../facts/calls.ts'
import { addOption } from '../facts/option-edits.ts'
import type { Source } from '../facts/source.ts'
import { callsWithin, type DeclarationEdit } from './foreign-key-edits.ts'
import type { Column, Schema } from './model.ts'
import { keepZone } from './prisma-edits.ts'

/** How to keep the zone of a time, where that is a word in the schema; what a migration did is done. */
export function withZone(source: Source, schema: Schema, column: Column): DeclarationEdit | undefined {
  if (schema.source === 'prisma') {
    const { range, text } = keepZone(source.text, column)
    return { how: `Add \`${text.trim()}\``, fix: (fixer) => fixer.replaceTextRange(range, text) }
  }
  if (schema.source !== 'drizzle') return undefined
  const call = callsWithin(source, column.place).find((one) => calledName(one) === 'timestamp')
  const isNamed = call?.arguments[0]?.type === 'Literal'
  const fix = call && addOption(source, call, isNamed ? 1 : 0, { name: 'withTimezone', value: 'true' })
  return fix && { how: 'Add `withTimezone: true`', fix }
}
