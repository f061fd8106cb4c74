import { defineRule } from '../../define-rule.ts'
import { chainOf } from '../../facts/chains.ts'
import { markInstead } from '../../facts/delete-edits.ts'
import { onDelete, type Deletion } from '../../facts/deletes.ts'
import { isDeliberate, isPassing, marksToo } from '../../facts/deliberate-deletes.ts'
import { joined } from '../../facts/listeners.ts'
import { callPlace, callText } from '../../facts/places.ts'
import type { Node } from '../../facts/source.ts'
import { onSqlDelete, updateInstead, type SqlDeletion } from '../../facts/sql-deletes.ts'
import { deletedTable, markingOf, softensDeletions, type DeletedTable } from '../../schema/soft-deletes.ts'

export default defineRule<'marked' | 'any' | 'mark', { all: boolean }>({
  description: 'Disallow deleting rows that could be marked as deleted',
  clauses: ['002/6.4'],
  tier: 'strict',
  files: ['server', 'front-end'],
  mentions: /delete|remove|destroy|\bdel\b/i,
  hasSuggestions: true,
  messages: {
    marked:
      '`{{ call }}` deletes rows of `{{ table }}` for good, although its column `{{ column }}` marks rows as deleted. Set that column instead.',
    any: '`{{ call }}` deletes rows of `{{ table }}` for good: no one can take it back, or tell what was there. Mark them as deleted by a column of their own.',
    mark: 'Mark the rows as deleted: `{{ instead }}`.',
  },
  options: {
    all: {
      schema: { type: 'boolean', description: 'Also report tables without a column that marks rows as deleted.' },
      default: false,
    },
  },
  create(context, { all }) {
    const { sourceCode, filename, cwd } = context

    /** Whether the rows of a table are to stay: it has a mark that the code does not ask about, or every table counts. */
    function isKept(table: DeletedTable | undefined, name: string, text: string): boolean {
      if (isPassing(table?.name ?? name) || table?.isJoin) return false
      const { mark } = table ?? {}
      // What is marked already, and for long enough, may go.
      return mark ? !text.includes(mark.name) && !text.includes(mark.column.name) : all
    }

    function isChosen(table: DeletedTable | undefined, node: Node): boolean {
      const { mark } = table ?? {}
      return mark !== undefined && [mark.name, mark.column.name].some((name) => marksToo(sourceCode, node, name))
    }

    function told(call: string, name: string, table: DeletedTable | undefined) {
      return {
        messageId: table?.mark ? ('marked' as const) : ('any' as const),
        data: { call, table: table?.name ?? name, column: table?.mark?.name ?? '' },
      }
    }

    function checkCall(deletion: Deletion) {
      const { node, guessed, table: given } = deletion
      const table = deletedTable(context, deletion)
      const name = 'name' in given ? given.name : given.model
      const [outer = node] = chainOf(node)
      if ((guessed && !table) || !isKept(table, name, sourceCode.getText(outer))) return
      if (isDeliberate(sourceCode, filename, cwd, node) || isChosen(table, node)) return
      if (deletion.package === '@prisma/client' && softensDeletions(context)) return
      const marking = table?.mark && markingOf(table.mark)
      const instead = marking && markInstead(sourceCode, deletion, marking)
      context.report({
        node,
        loc: callPlace(node),
        ...told(callText(sourceCode, node), name, table),
        ...(instead && { suggest: [{ messageId: 'mark', data: { instead: instead.call }, fix: instead.edit }] }),
      })
    }

    function checkSql(deletion: SqlDeletion) {
      const { text, place, statement, node, table: named } = deletion
      const table = deletedTable(context, { table: { name: named.name } })
      if (!isKept(table, named.name, text.value.slice(statement.start, statement.end))) return
      if (isDeliberate(sourceCode, filename, cwd, node) || isChosen(table, node)) return
      const marking = table?.mark && markingOf(table.mark)
      const instead = marking && updateInstead(deletion, marking)
      context.report({
        loc: text.locate(place),
        ...told(text.shown(place), named.name, table),
        ...(instead && { suggest: [{ messageId: 'mark', data: { instead: instead.call }, fix: instead.edit }] }),
      })
    }

    return joined(onDelete(context, checkCall), onSqlDelete(context, checkSql))
  },
})
