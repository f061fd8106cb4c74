import { isPlaceholder } from './placeholders.ts'
import { wordsOf } from './words.ts'

/**
 * How sure a name is that what it names is a secret: `sure` for a password or a secret, whose value may be made of words;
 * `likely` for a key or a token, which are as often names of something.
 */
export type Secrecy = 'sure' | 'likely'

const passwords = new Set('password passwords passwd pwd passphrase passcode'.split(' '))
const keyKinds = new Set(
  'api secret private encryption encrypt encrypted signing signature access auth jwt hmac aes crypto cipher master session cookie service license account admin app application client server bot webhook root shared symmetric storage deploy ssh pgp gpg rsa'.split(
    ' ',
  ),
)
/** Keys that everyone may know, or that only name something. */
const openKinds = new Set(
  'public publishable pub anon site vapid primary foreign cache partition sort map index prefix idempotency routing lookup group hot translation i18n locale message query header field column row object file storage bucket redis queue event metadata context injection di provider design color theme page cursor next continuation csrf xsrf sync search write segment posthog analytics mixpanel amplitude unique composite natural business label measurement tracking sentry'.split(
    ' ',
  ),
)
/** What may follow the word, in a name that still names the secret itself. */
const endings =
  /^(?:value|values|default|prod|production|live|staging|stage|dev|v?\d+|b64|base64|hex|raw|plain|text|string|str|old|new|current|primary|secondary|hash|uuid|env|main|backup|fallback|hardcoded)$/

/** What a name says of what it names; undefined where it is no secret: `passwordField`, `tokenUrl`, `publicKey`. */
export function secrecyOf(name: string): Secrecy | undefined {
  const words = wordsOf(name.replace(/api[_-]?keys?/gi, ' api key ').replace(/(?<=[a-z])(?=2fa)/gi, ' '))
  while (words.length > 1 && endings.test(words.at(-1) ?? '')) words.pop()
  const last = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  if (before.some((word) => asking.test(word))) return undefined
  if (passwords.has(last) || (last === 'pass' && words.length > 1)) return 'sure'
  if (/^(?:secret|secrets)$/.test(last)) return 'sure'
  if (/^(?:token|tokens|credential|credentials|bearer|apikey|apikeys)$/.test(last))
    return before.some((word) => openKinds.has(word)) ? undefined : 'likely'
  if (/^keys?$/.test(last)) {
    if (before.includes('secret') || before.includes('private')) return 'sure'
    return before.some((word) => keyKinds.has(word)) && !before.some((word) => openKinds.has(word))
      ? 'likely'
      : undefined
  }
  // `jwtSecretKey`, `secretAccessKey` are keys; `PASSWORD_PEPPER`, `HASH_SALT` are what a password is hashed with.
  return /^(?:pepper|salt)$/.test(last) && before.some((word) => passwords.has(word)) ? 'likely' : undefined
}

/** Words with which a name is that of a text, a route, or an act about a secret. */
const asking =
  /^(?:is|has|no|invalid|incorrect|wrong|missing|forgot|forgotten|reset|resetting|change|changed|update|updated|confirm|confirmation|repeat|enter|show|hide|toggle|verify|validate|create|set|get|generate|need|needs|require|required|weak|strong|expired|send|request|revoke|refreshing|lost|recover|error|err|label|placeholder|message|msg|title|hint|help|description|text|event|type|redacted|masked|mask|blank|sentinel|removed)$/

/**
 * Whether a variable of the environment holds a secret by its name: `JWT_SECRET`, `DB_PASSWORD`, `STRIPE_KEY`. Here a key
 * is a secret unless its name says otherwise.
 */
export function isSecretVariable(name: string): boolean {
  if (secrecyOf(name) !== undefined) return true
  const words = wordsOf(name)
  const last = words.at(-1) ?? ''
  return last === 'pass' || (last === 'key' && words.length > 1 && !words.some((word) => openKinds.has(word)))
}

/** What makes a key one that programs in browsers have, to send errors, events or sign-ins with. */
const browserVendors = new Set('firebase bugsnag sentry posthog mixpanel amplitude segment'.split(' '))
const ofBrowserKey = new Set(
  'api key keys public client web browser frontend project app prod dev live default'.split(' '),
)

/** Whether a key is such a one by its name and what stands around it: `bugsnagApiKey`, `apiKey` of `firebaseConfig`. */
export function isKeyOfBrowsers(name: string, around: readonly string[]): boolean {
  const said = wordsOf(name.replace(/api[_-]?keys?/gi, ' api key '))
  if (!said.every((word) => ofBrowserKey.has(word) || browserVendors.has(word)) || !said.includes('key')) return false
  return [...said, ...around.flatMap((one) => wordsOf(one))].some((word) => browserVendors.has(word))
}

/** Whether a value only says again what its name says, or what kind of thing it is: `password: 'password'`. */
export function isLikeItsName(value: string, name: string): boolean {
  const ofName = new Set(wordsOf(name).map(singular))
  const words = wordsOf(value).map(singular)
  return (
    words.length > 0 &&
    words.every((word) => ofName.has(word) || /^(?:x|the|user|field|input|value|name|id)$/.test(word))
  )
}

function singular(word: string): string {
  return word.replace(/s$/, '')
}

/** Short words that names are made of. */
const short = /^(?:api|key|jwt|app|url|uri|aws|ssh|rsa|pem|sso|env|dev|the|for|and|not|get|set|new|old)$/i

/** Algorithms, encodings and versions, whose digits are not made by chance. */
const known =
  /(?<![a-z])(?:sha-?\d{1,3}|base64(?:url)?|[hrep]s\d{3}|utf-?8|pkcs\d{1,2}|md5|aes-?\d{3}|v\d{1,2})(?![a-z\d])/gi

const turn = /\d+(?=[A-Za-z])/g

/** Whether a text looks as if it had been made by chance, and not written: `9f86d081884c7d65…`, `xK9#mP2$vL5nQ8wR`. */
export function isRandom(value: string): boolean {
  if (/^[0-9a-f]{16,}$/i.test(value)) return /\d/.test(value) && /[a-f]/i.test(value)
  const parts = value.replace(known, '').match(/[A-Z]?[a-z]+|[A-Z]+|\d+|[^A-Za-z0-9]+/g) ?? []
  const letters = parts.filter((part) => /^[A-Za-z]/.test(part))
  const digits = parts.filter((part) => /^\d/.test(part))
  // Letters and digits that take turns, in no word: `8jhgeerira7pgnzqab67xrqouxcyp3sw`.
  const turns = value.length >= 24 && /^[\w+/=%-]+$/.test(value) ? value.replace(known, '').match(turn) : undefined
  if ((turns?.length ?? 0) >= 4) return true
  const average = letters.length === 0 ? 0 : letters.join('').length / letters.length
  // What is left without words, and without what stands between them.
  const left = parts
    .filter((part) => !(part.length >= 4 && /[aeiou]/i.test(part)) && !/^[-_.:/ ]+$/.test(part) && !short.test(part))
    .join('')
  return left.length >= 8 && ((digits.length >= 2 && average < 4.5) || (classesOf(value) >= 3 && average < 3.2))
}

/** How many kinds of characters a text has: small and capital letters, digits, and signs other than those between words. */
function classesOf(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length
}

/** Words of texts and of names of things that no secret is made of. */
const labels =
  /(?:^|[^a-z])(?:error|errors|invalid|required|reset|forgot|field|input|label|message|must|match|incorrect|header|cookie|missing|confirm|change|update|form|page|route|event|button|module|service|provider|strategy|guard|middleware|controller|users?|auth|authorization|login|signup|register|url|uri|path|endpoint|template|subject|email|strength|policy|changed|expired|too|not|short|weak|name)(?![a-z])/i

/** Whether a value that stands behind the name of a secret is one. */
export function isSecretValue(value: string, name: string, secrecy: Secrecy): boolean {
  if (value.length < 16 || value.length > 4096 || /[^\x21-\x7E]/.test(value)) return false
  if (isPlaceholder(value) || isLikeItsName(value, name) || isOtherThing(value)) return false
  if (isNameOfKind(value, name)) return false
  if (isRandom(value)) return true
  // Made of words: only where the name leaves no doubt, and never the key of a text or a path.
  return (
    secrecy === 'sure' &&
    classesOf(value) >= 2 &&
    !/[/.:]/.test(value) &&
    !isOneWord(value) &&
    !labels.test(value.replace(/([a-z])([A-Z])/g, '$1 $2'))
  )
}

/** `incorrectPassword`, `PasswordMismatchError`: names in code; a secret of words has a digit or a sign among them. */
function isOneWord(value: string): boolean {
  // `Passwort-Wiederherstellung` is one word where such are written with a dash.
  return (
    /^[A-Za-z]+$/.test(value) ||
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[A-Z]+$/.test(value) ||
    /^[A-Z][a-z]+-[A-Z][a-z]+$/.test(value)
  )
}

/** What the name of a kind, a version or a column may say beside the name of the secret that it is about. */
const kinds =
  /^(?:v\d{1,3}|(?:sha|md|hs|rs|es|ps|aes|hmac|pbkdf|argon|scrypt|bcrypt|ed|x|utf|pkcs)(?:\d{1,4})?|pem|der|jwk|string|encoder|decoder|provider|strategy|service|header|field|reference|ref|credentials?|identity|identifier|secret|key|token|api|hash|hashed|digest|salt|salted|encrypted|cipher|column|col|kind|type|grant|method|factor|flow|authenticator|verifier|hasher|repository|store|entity|model|schema|table|id|at|on|count|index|idx)$/

/**
 * Whether a value is the name of something that it is about: `PasswordCredentialV2` as `password`, or
 * `password_hash_bcrypt_v2` as `passwordHash`.
 */
function isNameOfKind(value: string, name: string): boolean {
  if (!/^[A-Za-z]\w*$/.test(value)) return false
  const said = wordsOf(value.replace(/api_?key/gi, 'api key').replaceAll('_', ' ')).map(singular)
  const expected = wordsOf(name.replace(/api_?key/gi, 'api key').replaceAll('_', ' ')).map(singular)
  return (
    said.length > expected.length &&
    expected.every((word, index) => said[index] === word) &&
    said.slice(expected.length).every((word) => kinds.test(word))
  )
}

/** UUIDs, alphabets, addresses, paths, selectors, names of resources, hashes that are made to be stored. */
export function isOtherThing(value: string): boolean {
  return (
    /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value) ||
    // Keys that browsers are meant to have.
    /^(?:phc_|pk_|pk\.)/.test(value) ||
    // How a client of OAuth says who it is.
    /^client_secret_(?:basic|post|jwt)/.test(value) ||
    /abcdefghijklm|ABCDEFGHIJKLM|qwertyuiop/.test(value) ||
    /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ||
    /^(?:\.{0,2}\/|~\/|[A-Z]:\\|arn:|urn:|data:|mailto:|#|\.[a-z])/.test(value) ||
    /\.(?:pem|key|crt|cert|json|env|ts|js|txt|html?|hbs|ejs|svg|png)$/i.test(value) ||
    /^\$(?:2[abxy]?|argon2\w*|scrypt|pbkdf2[\w-]*)\$/.test(value) ||
    /^-----BEGIN (?:[A-Z]+ )*(?:CERTIFICATE|PUBLIC KEY)/.test(value) ||
    // Names with bars between their words: `APP|RootKey|NoSync`.
    /^[A-Za-z]+(?:\|[A-Za-z]+)+$/.test(value) ||
    // Keys of a cache, made of words: `shop:v4:api-usage:rescan-at`.
    /^[a-z]+(?:[-_][a-z]+)*(?::(?:v\d{1,2}|[a-z]+(?:[-_][a-z]+)*))+$/.test(value) ||
    /[()]|=>|\s|^\^|\\[dws]/.test(value)
  )
}
