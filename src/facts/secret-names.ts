import { wordsOf } from './words.ts'

/** What says that a name is about a secret, and is none: when it was changed, whether there is one. */
const about = new Set(
  'at on date time count counter enabled disabled required expires expiry expiration expired policy strategy id ids version type hint algorithm algo length used attempts status method verified confirmed set changed updated url uri field label question name'.split(
    ' ',
  ),
)
const asks = new Set(
  'is has had must requires require required needs need should can allow allows force last next'.split(' '),
)

const shown = new Set('display displayed masked preview partial short redacted'.split(' '))
const passwords = new Set('password passwords passwd pwd passphrase passcode passhash'.split(' '))
/** Secrets of a second factor, by what stands beside `secret` or `codes`. */
const factors = new Set('mfa totp otp 2fa factor tfa'.split(' '))
/** Tokens that stand in for a password; a push token or a token that is counted does not. */
const tokens = new Set(
  'refresh access reset verification verify activation confirmation confirm recovery remember session auth api bearer oauth id login invite invitation magic email password forgot'.split(
    ' ',
  ),
)
const people = new Set(
  'user users account accounts member members admin admins customer customers employee employees person people identity identities credential credentials profile profiles login logins session sessions auth patient patients student students author authors'.split(
    ' ',
  ),
)

/**
 * Whether a column holds what nobody but its owner may have, by its name and that of its table: a password or its hash,
 * a salt, the secret of a second factor, a token that signs in. `hash` and `secret` alone count where the table is of
 * people, since files have hashes as well.
 */
export function isSecretName(column: string, table: string): boolean {
  const words = wordsOf(column.replace(/2fa/i, ' mfa '))
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  if (about.has(last) || asks.has(first)) return false
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word))
  if (has(passwords)) return true
  if (last === 'salt') return true
  // `secretKey`, `privateKey`, and no `displaySecretKey`, which is a part of one to know it by.
  if (last === 'key' && /^(?:secret|private)$/.test(words.at(-2) ?? '')) return !words.some((word) => shown.has(word))
  if (has(factors)) return words.some((word) => /^(?:secrets?|codes?|seed|key)$/.test(word)) || words.length === 1
  if (!wordsOf(table).some((word) => people.has(word))) return false
  if (last === 'hash' || last === 'secret') return words.length === 1
  return /^(?:token|rt)$/.test(last) && (has(tokens) || words.includes('hashed'))
}
