import { wordsOf } from './words.ts'

/** A cheap guard: most names have none of these in them. */
const maySecret =
  /pass|pwd|pin|pan|secret|token|jwt|key|cookie|auth|cv[vc]|card|ssn|otp|session|cred|code|phrase|mnemonic/i
const mayPersonal = /mail|phone|mobile|name|address|street|birth|dob|passport|iban|national|ip/i

/** Words that people write as one. */
const compounds = new Map(
  Object.entries({
    apikey: 'api key',
    secretkey: 'secret key',
    privatekey: 'private key',
    accesskey: 'access key',
    authtoken: 'auth token',
    accesstoken: 'access token',
    refreshtoken: 'refresh token',
    idtoken: 'id token',
    bearertoken: 'bearer token',
    jwttoken: 'jwt token',
    clientsecret: 'client secret',
    jwtsecret: 'jwt secret',
    sessionid: 'session id',
    cardnumber: 'card number',
    creditcard: 'credit card',
    creditcardnumber: 'card number',
    pincode: 'pin code',
    userpassword: 'user password',
    dbpassword: 'db password',
    newpassword: 'new password',
    oldpassword: 'old password',
    firstname: 'first name',
    lastname: 'last name',
    fullname: 'full name',
    surname: 'last name',
    emailaddress: 'email address',
    phonenumber: 'phone number',
    phoneno: 'phone number',
    mobilenumber: 'phone number',
    birthdate: 'birth date',
    birthday: 'birth date',
    dateofbirth: 'birth date',
    nationalid: 'national id',
    ipaddress: 'ip address',
    ipaddr: 'ip address',
    ipv4: 'ip',
    ipv6: 'ip',
    streetaddress: 'street address',
  }),
)

/** What comes behind a word and leaves what it names: `passwordConfirmation`, `tokenValue`. */
const sameThing = String.raw`(?: (?:value|string|str|text|raw|plain|plaintext|input|confirmation|confirm|repeat|repeated|again|old|new|\d+))*(?: (?:from|in) (?:the )?(?:headers?|body|query|params|url|cookies?|requests?|env|environment|config|db|database|client|user))?$`

const secret = new RegExp(
  String.raw`(?:^| )(?:password|passwords|passwd|passwds|pwd|passphrase|passcode|secret|secrets|token|jwt|credentials|creds|cookie|cookies|authorization|(?:auth|authorization|cookie) header|ssn|social security number|otp|totp|pin|pan|cvv2?|cvc2?|card number|credit card|(?:user|db|database|smtp|mail|login|auth|admin|root|redis|ftp|proxy|mysql|postgres|pg|mongo) pass|(?:api|private|secret|access|encryption|decryption|signing|master|service role|account) key|(?:otp|pin|cvv|cvc|mfa|2fa|totp|verification|authorization|auth|security|recovery|backup|two factor|passwordless|sms) codes?|(?:seed|recovery|mnemonic|secret) phrase|mnemonic)${sameThing}`,
)

/** The session of someone who has signed in; there are sessions of chats, of payments and of uploads as well. */
const session = /^(?:(?:user|auth|login|http|web|express|cookie|current|old|new|admin|account) )?(?:session id|sid)$/

/** A first word that asks or does something: `hasPassword`, `resetPassword`, `missingApiKey`. */
const asks =
  /^(?:is|are|has|had|have|was|were|should|can|could|must|may|does|do|did|will|need|needs|require|requires|required|allow|allows|enable|enabled|disable|disabled|use|uses|with|without|no|not|missing|invalid|wrong|incorrect|bad|unknown|expired|empty|show|hide|toggle|get|set|create|generate|verify|validate|check|decode|encode|sign|issue|revoke|parse|find|fetch|load|read|store|save|delete|remove|clear|invalidate|rotate|extract|send|handle|on|change|forgot|forget|update|compare|hash|encrypt|decrypt|mask|redact|strip|num|number|count|max|min|total|next|last(?! names?$)) /

/** What makes another value of a secret, or something that is public. */
const harmless =
  /(?:^| )(?:hash|hashed|digest|encrypted|cipher|ciphertext|masked|redacted|hidden|censored|obfuscated|sanitized|scrubbed|truncated|partial|short|fake|mock|mocked|dummy|example|sample|placeholder|public|anonymized|anonymised|pseudonymized|tokenized)(?: |$)/

/** Tokens that nobody signs in with: of a text, of a page of results, of a device, of a design, of a chain. */
const otherTokens =
  /(?:^| )(?:prompt|completion|input|output|cached|reasoning|used|remaining|per|page|pages|continuation|cursor|sync|previous|prev|peek|current|lookahead|eof|start|end|open|close|left|right|special|design|color|colour|theme|injection|di|provider|cancel|cancellation|abort|push|device|fcm|apns|expo|registration|nft|erc20|erc|native|base|quote|native|lexer|parser|syntax|punctuator|keyword|text|word|stop|separator|delimiter|placeholder|template|usage|llm|bpe|gas|swap|lp) token$/

/** Resets and resets of passwords are acts; a token of one is a secret: `resetPassword`, `resetToken`. */
const act = /^(?:reset|recover|refresh|login|signup|confirm email|recovery) passwords?$/

/** Keys, pins and cookies of another kind. */
const otherThings =
  /(?:^| )(?:gpio|led|map|input|output|analog|digital|chip) pin$|^(?:tough|set|parse|accept|consent) cookies?$/

/**
 * Whether what a name stands for is a secret that lets its reader in: a password, a token, a key, the number of a card.
 * A name that only speaks of one is none: `passwordHash`, `tokenCount`, `hasPassword`, `secretName`, `changePassword`.
 */
export function holdsSecret(name: string): boolean {
  if (!maySecret.test(name)) return false
  const said = phraseOf(name)
  return (
    (secret.test(said) || session.test(said)) &&
    !asks.test(said) &&
    !harmless.test(said) &&
    !otherTokens.test(said) &&
    !act.test(said) &&
    !otherThings.test(said)
  )
}

/** Whether a name stands for the session of someone, who may have signed in, and may only chat. */
export function holdsSession(name: string): boolean {
  return session.test(phraseOf(name))
}

const personal = new RegExp(
  String.raw`(?:^| )(?:emails?|e mail|email address|email addresses|mail address|phone|phones|phone numbers?|phone no|mobile|mobile number|mobile phone|telephone|telephone number|cell phone|(?:first|last|full|given|family|middle|maiden|legal|real) names?|address|addresses|street|dob|birth date|date of birth|passport|passport number|passport no|iban|national id|national insurance number|ip|ips|ip address|ip addresses|remote addr)${sameThing}`,
)

/** Addresses of machines, of chains and of the sender's own. */
const ofMachine =
  /(?:^| )(?:wallet|contract|token|memory|mac|server|host|listen|listening|bind|bound|local|base|web|url|http|gateway|network|node|pod|container|internal|private|public|socket|redis|smtp|db|database|proxy|upstream|service|cluster|broker|grpc|rpc|room client|worker|replica|shard|leader|follower|peer|pool|factory|chain|account|eth|from|to|sender|support|noreply|reply|system|admin|default|bcc|cc) (?:address|addresses|ip|ips|ip address|ip addresses|email|emails|email address)$/

/** What the last word makes a name of a thing: `fileFirstName` is none of a person. */
const ofThing =
  /(?:^| )(?:file|table|column|class|type|field|domain|host|path|queue|job|template|project|repo|repository|event|package|module|plugin|generator|model|entity|schema|image|container|branch|function|method|resource|service|component|app|application|product|company|organization|organisation|team|role|category|country|city|metric|test|build|workflow|index|database|bucket|topic) (?:full|first|last|real|given) names?$/

/** Whether what a name stands for tells who a person is, or how to reach them: an address, a phone number, a birthday. */
export function holdsPersonalData(name: string): boolean {
  if (!mayPersonal.test(name)) return false
  const said = phraseOf(name)
  return personal.test(said) && !asks.test(said) && !harmless.test(said) && !ofMachine.test(said) && !ofThing.test(said)
}

const phrases = new Map<string, string>()

/** The words of a name with spaces between them: `user password` for `USER_PASSWORD`, `userPassword` and `password2`. */
function phraseOf(name: string): string {
  let phrase = phrases.get(name)
  if (phrase === undefined) {
    phrase = wordsOf(name)
      .map((word) => word.replace(/(?<=[a-z]{3})\d+$/, ''))
      .map((word) => compounds.get(word) ?? word)
      .join(' ')
    // Names repeat in a project, and a process that never ends must not keep all of them.
    if (phrases.size > 5000) phrases.clear()
    phrases.set(name, phrase)
  }
  return phrase
}
