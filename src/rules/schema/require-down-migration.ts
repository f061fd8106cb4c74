import { defineRule } from '../../define-rule.ts'
import { isIdle, onMigration, type Migration } from '../../facts/migrations.ts'
import { isReasonForNoWayBack, saysIrreversible } from '../../facts/no-way-back.ts'
import { functionPlace, namePlace } from '../../facts/places.ts'
import type { Source } from '../../facts/source.ts'
import { onFile } from '../../facts/text-files.ts'
import { isFrozen } from '../../schema/baseline.ts'
import { noWayBack } from '../../schema/undoing.ts'

export default defineRule({
  description: 'Require migrations to be reversible',
  clauses: ['004/15.2.3'],
  tier: 'strict',
  files: ['migration', 'server', 'script', 'cli', 'seed'],
  languages: ['code', 'sql'],
  messages: {
    missing:
      'This migration has no way back, so a release that goes wrong cannot be taken back with its database. Write {{ what }} that undoes it, or say in a comment why it is irreversible.',
    empty:
      'This way back undoes nothing, so a release that goes wrong cannot be taken back with its database. Undo what the migration does, or say in a comment why it is irreversible.',
  },
  create(context) {
    const { filename, sourceCode } = context
    if (isFrozen(context)) return {}
    const inFile = onFile(context, (text) => {
      const found = noWayBack(filename, text.value)
      if (!found) return
      context.report({ loc: text.locate(found.place), messageId: found.what, data: { what: found.wanted } })
    })
    if (!/\bup\b/.test(sourceCode.text)) return inFile
    return {
      ...inFile,
      ...onMigration(context, (migration) => {
        if (isExcused(sourceCode, migration) || migration.down === 'open') return
        const { down } = migration
        if (!down) context.report({ loc: namePlace(migration.name), messageId: 'missing', data: { what: 'a `down`' } })
        else if (isIdle(sourceCode, down)) {
          context.report({ loc: functionPlace(sourceCode, down), messageId: 'empty' })
        }
      }),
    }
  },
})

/** Whether a comment says that there can be no way back, or in its place why it does nothing. */
function isExcused(source: Source, { down }: Migration): boolean {
  if (source.getAllComments().some(({ value }) => saysIrreversible(value))) return true
  if (!down || down === 'open') return false
  return source.getCommentsInside(down.body).some(({ value }) => isReasonForNoWayBack(value))
}
