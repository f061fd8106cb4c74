import { Buffer } from 'node:buffer'
import { isPlaceholder } from './placeholders.ts'

/** A secret that its form alone gives away, in a text. */
export interface ShapedSecret {
  readonly start: number
  readonly end: number
  /** What it is, for a message: `a token of GitHub`. */
  readonly what: string
}

/** How the providers write their secrets; the part after the prefix is what a placeholder would stand in. */
const providers: readonly (readonly [what: string, form: string])[] = [
  ['an access key of AWS', '(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])'],
  ['a token of GitHub', 'gh[pousr]_[A-Za-z0-9_]{20,}|github_pat_[A-Za-z0-9_]{20,}'],
  ['a live key of Stripe', '(?:sk|rk)_live_[A-Za-z0-9_]{10,}|whsec_[A-Za-z0-9+/=]{24,}'],
  [
    'a token of Slack',
    'xoxe(?:\\.xox[bp])?-\\d-[A-Za-z0-9-]{20,}|xox[abposr]-[A-Za-z0-9-]{10,}|xapp-\\d-[A-Za-z0-9-]{10,}',
  ],
  ['an address of a Slack hook', 'hooks\\.slack\\.com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{16,}'],
  ['a key of Google', 'AIza[A-Za-z0-9_-]{30,}'],
  ['a secret of Google', 'GOCSPX-[A-Za-z0-9_-]{20,}'],
  ['a key of SendGrid', 'SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}'],
  ['a key of Anthropic', 'sk-ant-[A-Za-z0-9_-]{16,}'],
  ['a key of OpenAI', 'sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{16,}|sk-[A-Za-z0-9]{48}(?![A-Za-z0-9])'],
  ['a token of GitLab', 'gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{16,}'],
  ['a token of npm', 'npm_[A-Za-z0-9]{30,}'],
  ['a token of Hugging Face', 'hf_[A-Za-z0-9]{20,}'],
  ['a token of DigitalOcean', 'do[opr]_v1_[a-f0-9]{32,}'],
  ['a token of Shopify', 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'],
  ['a token of Supabase', 'sbp_[a-f0-9]{40}|sb_secret_[A-Za-z0-9_-]{20,}'],
  ['a token of PlanetScale', 'pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.-]{20,}'],
  ['a key of Mailgun', 'key-[a-f0-9]{32}(?![a-f0-9])'],
  ['a key of Resend', 're_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,}'],
  ['a token of Databricks', 'dapi[a-f0-9]{32}'],
  ['a token of PyPI', 'pypi-AgEI[A-Za-z0-9_-]{40,}'],
  ['a token of Linear', 'lin_(?:api|oauth)_[A-Za-z0-9]{30,}'],
  ['a secret of Square', 'sq0(?:atp|csp)-[A-Za-z0-9_-]{20,}'],
  ['a token of Grafana', 'gl(?:c|sa)_[A-Za-z0-9_]{32,}'],
  ['a key of New Relic', 'NRAK-[A-Za-z0-9]{27}(?![A-Za-z0-9])'],
  ['a key of Mailchimp', '[a-f0-9]{32}-us\\d{1,2}(?!\\w)'],
  ['a key of age', 'AGE-SECRET-KEY-1[A-Z0-9]{58}'],
  ['a token of Dynatrace', 'dt0c01\\.[A-Za-z0-9]{24}\\.[A-Za-z0-9]{64}'],
  ['a token of a Telegram bot', '\\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])'],
]

const anyProvider = new RegExp(`(?<![A-Za-z0-9_./+-])(?:${providers.map(([, form]) => `(${form})`).join('|')})`, 'g')
const anyHook = /hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{16,}/g
const webToken = /(?<![A-Za-z0-9_-])eyJ[\w-]{5,}\.(eyJ[\w-]{5,})\.[\w-]{10,}/g
const privateKey =
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\r|\\n|\s)*(?:(?:Proc-Type|DEK-Info|Version|Comment):[^\n\\]*(?:\\r|\\n|\s)+)*([A-Za-z0-9+/=]{8,})/g
const address = /\b([a-z][a-z0-9+.-]{1,30}):\/\/([^\s/:@'"`<>{}]*):([^\s/@'"`]+)@([^\s/:?#'"`,;)]+)/gi
const keywords = /\b(?:password|pwd)\s*=\s*([^;'"`\s{}<>$]+)(?=\s*(?:;|$))/gi
const parameter =
  /[?&](?:password|passwd|pwd|passphrase|secret|client_secret|api_?key|access_token|auth_token)=([^&\s'"`#;<>{}$]{8,})/gi

/** What a text must hold for a secret to be found in it by its form. */
export const shapedHint =
  /AKIA|ASIA|gh[pousr]_|github_pat_|[sr]k_live_|whsec_|xox[abeposr][-.]|xapp-|hooks\.slack|sq0(?:atp|csp)-|gl(?:c|sa)_|NRAK-|-us\d|AGE-SECRET|dt0c01|AIza|GOCSPX|SG\.|sk-|gl(?:pat|dt|rt|ptt)-|npm_|hf_|do[opr]_v1_|shp(?:at|ca|pa|ss)_|sbp_|sb_secret_|pscale_|key-|\bre_|dapi|pypi-|lin_|\d:AA|eyJ|PRIVATE KEY|:\/\/[^\s/@]*:[^\s/@]+@|(?:password|pwd)\s*=|[?&](?:pass|pwd|secret|client_secret|api_?key|access_token|auth_token)/i

/** The secrets in a text by their form, further ones by the user's own expressions. */
export function shapedSecretsIn(text: string, further: readonly RegExp[] = []): ShapedSecret[] {
  return [
    ...providersIn(text),
    ...matchesOf(text, anyHook, 'an address of a Slack hook'),
    ...[...text.matchAll(webToken)].flatMap((match) =>
      isPublicToken(match[1] ?? '') ? [] : at(match, 'a signed token'),
    ),
    ...[...text.matchAll(privateKey)].flatMap((match) =>
      isPlaceholder((match[1] ?? '').slice(0, 12)) ? [] : at(match, 'a private key'),
    ),
    ...addressesIn(text),
    ...connectionsIn(text),
    ...parametersIn(text),
    ...further.flatMap((form) => matchesOf(text, new RegExp(form, 'g'), 'a secret')),
  ].toSorted((left, right) => left.start - right.start)
}

function providersIn(text: string): ShapedSecret[] {
  return [...text.matchAll(anyProvider)].flatMap((match) => {
    const which = match.slice(1).findIndex((group) => group !== undefined)
    return isPlaceholder(match[0]) ? [] : at(match, providers[which]?.[0] ?? 'a secret')
  })
}

function matchesOf(text: string, form: RegExp, what: string): ShapedSecret[] {
  return [...text.matchAll(form)].flatMap((match) => (isPlaceholder(match[0]) ? [] : at(match, what)))
}

function at(match: RegExpMatchArray, what: string): ShapedSecret[] {
  const start = match.index ?? 0
  return [{ start, end: start + match[0].length, what }]
}

/** What a browser is meant to have: the key of Supabase for visitors is a token, too. */
function isPublicToken(claims: string): boolean {
  return /"role"\s*:\s*"anon"/.test(Buffer.from(claims, 'base64url').toString('latin1'))
}

const local =
  /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal$)|^[a-z][a-z0-9_-]*$|\.(?:local|test|example|invalid|localhost)$|^[$\uFFFC]/i
const samples =
  /^(?:(?:[\w-]+\.)*(?:example|domain|yourdomain|mydomain|your-domain|yourhost|host|hostname)(?:\.\w+)*|(?:your|my)[\w-]*\..*|(?:[\w-]+\.)*x{3}[\w.-]*)$/i
/** What people give a user whose database nobody else reaches, or write where any password is meant. */
const usual =
  /^(?:pass(?:word|wd|wort)?|pwd|pw|secret|postgres(?:ql)?|mysql|mongo(?:db)?|root|admin|user|username|guest|sa|docker|redis|rabbitmq|example|test\w*|dev\w*|local\w*|minio\w*|1234\d*|x+|p)$/i

/** Addresses with the password of a user: `postgres://shop:…@db.acme.io/shop`. */
function addressesIn(text: string): ShapedSecret[] {
  return [...text.matchAll(address)].flatMap((match) => {
    const [whole, , user = '', password = '', host = ''] = match
    const isOfNobody = isPlaceholder(password) || /[$%{}<>[\]*]|^:/.test(password) || /^[<{[%*]/.test(host)
    if (isOfNobody || samples.test(host) || samples.test(`${user}.x`)) return []
    const isUsual = usual.test(password) || password.toLowerCase() === user.toLowerCase()
    if (isUsual && (local.test(host) || /^(?:user(?:name)?|login|name|id)$/i.test(user))) return []
    const start = (match.index ?? 0) + whole.lastIndexOf(`:${password}@`) + 1
    return [{ start, end: start + password.length, what: 'the password of an address' }]
  })
}

/** Whether an address is that of the machine itself, which only a developer has. */
export function isLocalAddress(text: string): boolean {
  return [...text.matchAll(address)].every(([, , , , host = '']) => local.test(host))
}

/** `Server=db.acme.io;User Id=shop;Password=…;` */
function connectionsIn(text: string): ShapedSecret[] {
  if (!/\b(?:server|data source|host|uid|user id|database|initial catalog)\s*=/i.test(text)) return []
  return groupsOf(text, keywords, 'the password of a connection').filter(({ start, end }) => {
    const value = text.slice(start, end)
    return value.length >= 4 && !usual.test(value) && !/[(){}\uFFFC]/.test(value)
  })
}

/** `https://api.acme.io/?api_key=…` */
function parametersIn(text: string): ShapedSecret[] {
  return groupsOf(text, parameter, 'a secret in an address').filter(({ start, end }) => {
    const value = text.slice(start, end)
    return /\d/.test(value) && /[A-Za-z]/.test(value) && !/[$:()[\]\uFFFC]/.test(value)
  })
}

function groupsOf(text: string, form: RegExp, what: string): ShapedSecret[] {
  return [...text.matchAll(form)].flatMap((match) => {
    const [whole, value = ''] = match
    const start = (match.index ?? 0) + whole.lastIndexOf(value)
    return isPlaceholder(value) ? [] : [{ start, end: start + value.length, what }]
  })
}
