import path from 'node:path'
import { ancestor, isClass, isFunction, nameOfKey, type Node, type Source } from './source.ts'
import { hasWord, wordsOf } from './words.ts'

/** Words that say a thing is there to delete for good. */
const purgeWords = new Set(
  `purge purges purger purging prune pruner gdpr erase erasure wipe cleanup clean cleaner cleaning cleanse retention expire
   expired expiry permanent permanently hard force forced forget anonymize anonymise obliterate trash vacuum sweep sweeper
   garbage gc old stale orphan orphans orphaned dangling abandoned unused outdated obsolete drafts archive archiver archival rollback undo compensate reset seed teardown housekeeping`.split(
    /\s+/,
  ),
)

/** What says in so many words that rows are deleted, and not marked. */
const statedDeletion =
  /clean-?up|\b(?:hard|super|really|actual(?:ly)?|permanent(?:ly)?)[-_ ]?delet|(?:hard|super|permanent(?:ly)?)-?Delet|\bpurge|\bfor good\b|\bgdpr\b/i

/** Whether the file, the class or a function around a node says by its name that rows are to go for good. */
export function isDeliberate(source: Source, file: string, cwd: string, node: Node): boolean {
  const place = path.relative(cwd, file)
  if (hasWord(place, purgeWords) || statedDeletion.test(place)) return true
  const comments = /^(?:.*Statement|.*Declaration|MethodDefinition|Property(?:Definition)?)$/
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (comments.test(at.type) && source.getCommentsBefore(at).some(({ value }) => statedDeletion.test(value)))
      return true
    const name = nameAround(at)
    if (name !== undefined && (hasWord(name, purgeWords) || statedDeletion.test(name))) return true
  }
  return false
}

function nameAround(node: Node): string | undefined {
  if ((isFunction(node) || isClass(node)) && 'id' in node && node.id) return node.id.name
  if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition' || node.type === 'Property')
    return nameOfKey(node)
  return node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.id.name : undefined
}

/** Whether the function around a node marks rows as well: it has chosen between the two. */
export function marksToo(source: Source, node: Node, column: string): boolean {
  const owner = ancestor(node, isFunction)
  if (!owner) return false
  const text = source.getText(owner)
  const name = column.replace(/[^\w]/g, '')
  const isMarked = new RegExp(
    `\\b${name}\\b['"\`]?\\s*[:=]\\s*(?:new Date|Date\\b|true\\b|now\\b|sql\\b|moment|dayjs|DateTime|\\$|current_)`,
    'i',
  )
  return isMarked.test(text) || /\bsoft_?(?:delete|remove)/i.test(text)
}

/** Words of tables whose rows are of no use once they are over. */
const passingWords = new Set(
  `session sessions token tokens otp otps cache caches cached lock locks outbox inbox queue queues nonce nonces challenge
   challenges verification verifications throttle throttles job jobs temp tmp temporary draft drafts presence typing
   subscription_cursor heartbeat heartbeats lease leases idempotency`.split(/\s+/),
)

/** Whether a table holds what passes: sessions, tokens, caches, queues. */
export function isPassing(table: string): boolean {
  const words = wordsOf(table)
  return words.some((word) => passingWords.has(word)) || /rate_?limit/i.test(table)
}
