import { createRequire } from 'node:module'
import type { TSESLint } from '@typescript-eslint/utils'
import type { UuidCall } from '../sql/uuid-calls.ts'
import { onSql } from './queries.ts'
import type { Text } from './strings.ts'

const require = createRequire(import.meta.url)
let loaded: typeof import('../sql/uuid-calls.ts') | undefined

/** Calls the listener for each place in SQL that makes UUIDs, apart from the columns of tables. */
export function onUuidsInSql(
  context: Parameters<typeof onSql>[0],
  listener: (call: UuidCall, text: Text) => void,
): TSESLint.RuleListener {
  return onSql(context, ({ text }) => {
    if (!/uuid|new(?:sequential)?id/i.test(text.value)) return
    const { uuidCalls }: typeof import('../sql/uuid-calls.ts') = loaded ?? require('../sql/uuid-calls.js')
    loaded = { uuidCalls }
    for (const call of uuidCalls(text.value)) listener(call, text)
  })
}
