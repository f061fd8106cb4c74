import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
let loaded: typeof import('pluralize') | undefined

/** The dictionary of English plurals, loaded when the first name is looked at. */
function dictionary(): typeof import('pluralize') {
  loaded ??= require('pluralize') as typeof import('pluralize')
  return loaded
}

/** The plural of a model's name, as libraries call its table: `Users` for `User`. */
export function pluralOfModel(name: string): string {
  return dictionary().plural(name)
}

/** Whether a name is written in lower case, with underscores between its words. */
export function isSnakeCase(name: string): boolean {
  return /^[\p{Ll}\p{Lo}\p{N}_]+$/u.test(name)
}

/** Whether a name speaks of many: one of the words that can carry it is a plural, or has none. */
export function isPluralName(name: string): boolean {
  const heads = headsOf(wordsOf(name))
  return heads.length === 0 || heads.some(isPlural)
}

/** The name in plural snake_case: `order_items` for `OrderItem`. */
export function tableNameFor(name: string): string {
  const words = wordsOf(name)
  const heads = headsOf(words)
  const [head] = heads
  const at = head === undefined || heads.some(isPlural) ? -1 : words.lastIndexOf(head)
  const snake = words.map((word, index) => (index === at ? pluralOf(word) : word)).join('_')
  return name.startsWith('_') ? `_${snake}` : snake
}

/** Names that have a capital within a word. */
const spelling = /OAuth|GitHub|GitLab|GraphQL|MySQL|NoSQL|PostgreSQL|WebAuthn|LinkedIn|YouTube|PayPal/g

/** `APIKey`, `api-key` and `api_key` are `api` and `key`. */
function wordsOf(name: string): string[] {
  return name
    .replace(spelling, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1_$2')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Numbers, dates, and what was done with the rows: no noun. */
const number =
  /^(?:(?:[a-z]?\d)+|\d+[a-z]|\w{2,}[^be]ed|sent|paid|sold|hidden|hourly|daily|weekly|monthly|quarterly|yearly)$/
/** What may stand behind the noun and says only which of its rows: `users_old`. */
const state =
  /^(?:default|old|new|prev|previous|tmp|temp|bak|backup|archived?|staging|copy|deleted|deprecated|legacy|all|raw|local|distributed|final|current|latest|active|pending|mv|view|materialized|aggregated|shadow|full|core)$/
const preposition = /^(?:by|per|on|to|in|of|for|from|with|at|and|x)$/

/** The words that may say what the rows are, the likeliest first: `items` of `order_items_2024`, `users` of `users_by_email`. */
function headsOf(words: readonly string[]): string[] {
  const named = withoutLast(words, number)
  const cut = named.findIndex((word, index) => index > 0 && preposition.test(word))
  const front = cut > 0 ? named.slice(0, cut) : named
  const heads = [front.at(-1), named.at(-1), withoutLast(front, number, state).at(-1)]
  return heads.filter((word) => word !== undefined)
}

function withoutLast(words: readonly string[], ...ignored: readonly RegExp[]): readonly string[] {
  let end = words.length
  while (end > 1 && ignored.some((one) => one.test(words[end - 1] ?? ''))) end -= 1
  return words.slice(0, end)
}

/** Nouns for what cannot be counted, or seldom is, that the dictionary takes for singulars. */
const uncountable = new Set(
  `access advice auth authentication authorization availability billing cache caching clothing compatibility connectivity consumption content correspondence
   coverage data documentation downtime equipment evidence feedback finance fraud hardware health help history info
   information infrastructure insurance inventory knowledge lineage literature logging mail marketing media meta metadata
   money monitoring music news observability onboarding payroll personnel pii presence pricing processing progress provenance reporting
   research routing scheduling security shipping software spam staff stock storage stuff telemetry throughput time
   tracking traffic training uptime usage visibility weather work`.split(/\s+/),
)
/** Singulars that end as plurals do. */
const singular = new Set(
  'alias atlas axis bias bus canvas campus chassis christmas gas iris lens mas pancreas pegasus pos'.split(' '),
)
/** Plurals that the dictionary does not know. */
const plural = new Set(
  `bayous corpora cpus ecus emus fora genera gnus gpus gurus lice memoranda menus npus octopi offspring opera opuses
   personae skus stadia taxis thesauri tofus tpus trivia uris virii`.split(/\s+/),
)

function isPlural(word: string): boolean {
  if (plural.has(word) || uncountable.has(word) || isAcronym(word)) return true
  if (singular.has(word) || /[^s]sis$|ss$/.test(word)) return false
  return dictionary().isPlural(word)
}

/** `sms`, `crm`: letters that are read one by one have no plural to be asked for; numbers have none at all. */
function isAcronym(word: string): boolean {
  return (
    /^[^aeiouy\P{ASCII}]+$/u.test(word) ||
    /^(?:acl|faq|gdpr|iam|oauth|oauth2|rbac|sso|mfa|otp|totp|kyc|ai|ml|ui|io|api)$/.test(word)
  )
}

/** What people write, where the dictionary has the Latin form. */
const written: Readonly<Record<string, string>> = {
  axis: 'axes',
  bias: 'biases',
  canvas: 'canvases',
  focus: 'focuses',
  index: 'indexes',
  iris: 'irises',
  lens: 'lenses',
  radius: 'radiuses',
  schema: 'schemas',
  virus: 'viruses',
}

function pluralOf(word: string): string {
  return written[word] ?? dictionary().plural(word)
}

export function singularOf(name: string): string {
  return dictionary().singular(name)
}
