import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { onLeak, type Leak } from '../../facts/leaks.ts'
import { releaseInFinally } from '../../facts/release-edits.ts'

export default defineRule<'never' | 'sometimes' | 'early' | 'dropped' | 'open' | 'shared' | 'foreign' | 'finally'>({
  description: 'Require what is taken to be given back on every path',
  clauses: ['001/5.2', '001/6.2b'],
  tier: 'recommended',
  files: ['server'],
  mentions:
    /\b(?:connect|getConnection|createQueryRunner|transaction|[sS]tartTransaction|startSession|open|lock|acquire|launch|begin|beginTransaction|commit|commitTransaction)\(|\b(?:BEGIN|COMMIT|START TRANSACTION)\b/i,
  hasSuggestions: true,
  messages: {
    never: '`{{ name }}` is never given back, and there are only so many. Call `{{ release }}` in a `finally`.',
    sometimes: '`{{ name }}` is not given back when something fails before. Call `{{ release }}` in a `finally`.',
    early:
      'What `{{ name }}` gives is not given back where the callback returns first, and there are only so many. Call `{{ release }}` before anything else.',
    dropped:
      'Nothing keeps what `{{ name }}` gives, so it can never be given back. Keep it, and give it back in a `finally`.',
    open: 'This transaction stays open when something fails before its end. Roll it back in a `catch`.',
    shared:
      'What follows may run on another connection of the pool, outside of this transaction. Take one connection for all of it.',
    foreign:
      'Whoever began this transaction may have more to do in it, which is then no part of it. Leave the commit to them.',
    finally: 'Call `{{ release }}` in a `finally`.',
  },
  create(context) {
    const { sourceCode } = context

    function report(leak: Leak) {
      const { node, how, held, row } = leak
      const release = releaseOf(leak)
      const edit = held && row && how !== 'open' ? releaseInFinally(sourceCode, held, row, release) : undefined
      const suggest: TSESLint.ReportSuggestionArray<'finally'> = edit
        ? [{ messageId: 'finally', data: { release }, fix: edit }]
        : []
      const name = held?.name ?? sourceCode.getText(node.callee)
      context.report({ node: node.callee, messageId: how, data: { name, release }, suggest })
    }

    return onLeak(context, report)
  },
})

function releaseOf({ held, row }: Leak): string {
  const name = held?.name ?? '…'
  const [method] = row?.release ?? []
  return method === undefined ? `${name}()` : `${name}.${method}()`
}
