import type { TSESTree } from '@typescript-eslint/utils'
import type { PasswordHashAt } from '../roles.ts'
import { nameOfValue } from './calls.ts'
import { knownTexts, propertiesAt, valuesOf } from './known-texts.ts'
import { passwordIn } from './password-names.ts'
import { unwrapped, type Node, type Source } from './source.ts'

/** What makes the hash of a password easier to break than it need be. */
export interface WeakHash {
  readonly node: Node
  readonly why: 'cost' | 'salt' | 'type'
  /** What it should be at least. */
  readonly least?: number
  /** The number that says so now. */
  readonly now?: number
}

/** What is weak about a call that hashes a password. */
export function weaknessesOf(
  source: Source,
  call: TSESTree.CallExpression,
  row: PasswordHashAt,
  strict: boolean,
): WeakHash[] {
  const [first] = call.arguments
  // `scrypt` and `pbkdf2` make keys of other things as well.
  if (row.derives && !(first && passwordIn(source, first))) return []
  return [...costOf(source, call, row, strict), ...saltOf(source, call, row), ...typeOf(source, call, row)]
}

function costOf(source: Source, call: TSESTree.CallExpression, row: PasswordHashAt, strict: boolean): WeakHash[] {
  const given = row.cost === undefined ? undefined : call.arguments[row.cost]
  if (!given || row.least === undefined) return []
  const digest = call.arguments[4]
  const isShort = digest && knownTexts(source, digest).some(({ value }) => /^sha-?256$/i.test(value))
  const least = (strict && isShort && row.leastStrict) || row.least
  const asked = row.options ? row.options.flatMap((name) => propertiesAt(source, given, [name])) : []
  return [given, ...asked].flatMap((node) => {
    const now = numberOf(source, node)
    return now === undefined || now >= least ? [] : [{ node: rootOf(source, node), why: 'cost' as const, least, now }]
  })
}

/** `10`, `2 ** 14`, `1 << 14`, `SALT_ROUNDS` */
function numberOf(source: Source, given: Node, depth = 0): number | undefined {
  const node = unwrapped(given)
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : undefined
  if (node.type === 'BinaryExpression') {
    const left = depth > 4 ? undefined : numberOf(source, node.left, depth + 1)
    const right = depth > 4 ? undefined : numberOf(source, node.right, depth + 1)
    if (left === undefined || right === undefined) return undefined
    if (node.operator === '**') return left ** right
    return node.operator === '<<' ? left * 2 ** right : node.operator === '*' ? left * right : undefined
  }
  const [value] = valuesOf(source, node)
  return value && depth < 4 ? numberOf(source, value, depth + 1) : undefined
}

/** Where the number is written. */
function rootOf(source: Source, given: Node, depth = 0): Node {
  const node = unwrapped(given)
  const [value] = node.type === 'Identifier' || node.type === 'MemberExpression' ? valuesOf(source, node) : []
  return value && depth < 4 ? rootOf(source, value, depth + 1) : node
}

function saltOf(source: Source, call: TSESTree.CallExpression, row: PasswordHashAt): WeakHash[] {
  const given = row.salt === undefined ? undefined : call.arguments[row.salt]
  if (!given) return []
  const values = row.saltOption === undefined ? [given] : propertiesAt(source, given, [row.saltOption])
  const texts = values.flatMap((value) => knownTexts(source, value))
  // `salt || ''` has a salt, and pleases the compiler.
  return texts.flatMap(({ node, value }) =>
    value === '' && node.parent?.type === 'LogicalExpression' ? [] : [{ node, why: 'salt' as const }],
  )
}

/** `{ type: argon2.argon2i }` */
function typeOf(source: Source, call: TSESTree.CallExpression, row: PasswordHashAt): WeakHash[] {
  const given = row.typeAt === undefined ? undefined : call.arguments[row.typeAt]
  if (!given) return []
  return ['type', 'algorithm'].flatMap((name) =>
    propertiesAt(source, given, [name]).flatMap((value) => {
      const node = unwrapped(value)
      const said = nameOfValue(node)
      return /^argon2[id]$/i.test(said ?? '') ? [{ node, why: 'type' as const }] : []
    }),
  )
}
