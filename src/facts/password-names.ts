import { nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'
import { calledName } from './calls.ts'
import { valuesOf } from './known-texts.ts'
import { hasWord, wordsOf } from './words.ts'

const nouns = new Set('password passwd pwd passphrase passcode pin pass pw'.split(' '))
/** What a value has been through, or is for. */
const done = new Set(
  'hash hashed hashes digest encrypted cipher ciphered encoded salted salt bcrypt argon sha md length strength policy reset confirm confirmation repeat confirmed repeated verify again match field label type key'.split(
    ' ',
  ),
)
const endings =
  /^(?:\d+|new|old|plain|raw|clear|cleartext|text|plaintext|value|string|input|buffer|bytes|candidate|entered|provided|given)$/

/** Whether a name is that of a password as somebody types it: `password`, `newPassword`, and no `passwordHash`. */
export function isPasswordName(name: string): boolean {
  const words = wordsOf(name)
  while (words.length > 1 && endings.test(words.at(-1) ?? '')) words.pop()
  const last = words.at(-1) ?? ''
  return (
    (nouns.has(last) || /^(?:user|new|old|my|login|admin|clear|plain|raw)password$|^pwtext$/.test(last)) &&
    !words.some((word) => done.has(word))
  )
}

/** Calls that hand on what they are given. */
const transparent = /^(?:from|String|toString|trim|normalize|concat|encode|toLowerCase|parse)$/

/** Whether a value is a password, or a text with one in it, and the part that is. */
export function passwordIn(source: Source, given: Node, depth = 0): Node | undefined {
  const node = unwrapped(given)
  const inside = (inner: Node) => (depth > 6 ? undefined : passwordIn(source, inner, depth + 1))
  const first = (nodes: readonly Node[]) => {
    for (const one of nodes) {
      const found = inside(one)
      if (found) return found
    }
    return undefined
  }
  switch (node.type) {
    case 'Identifier':
      return isRaw(source, node) ? node : first(aliasOf(source, node))
    case 'MemberExpression':
      return isPasswordName(nameOfKey(node) ?? '') ? node : undefined
    case 'BinaryExpression':
      return node.operator === '+' ? first([node.left, node.right]) : undefined
    case 'LogicalExpression':
      return first([node.left, node.right])
    case 'TemplateLiteral':
      return first(node.expressions)
    case 'CallExpression':
      if (!transparent.test(calledName(node))) return undefined
      return first([...node.arguments, ...(node.callee.type === 'MemberExpression' ? [node.callee.object] : [])])
    default:
      return undefined
  }
}

/** A variable called like a password that nothing has been done to. */
function isRaw(source: Source, name: Node): boolean {
  if (name.type !== 'Identifier' || !isPasswordName(name.name)) return false
  const writes = variableOf(source, name)?.references.filter((one) => one.isWrite()) ?? []
  return writes.every(({ writeExpr }) => {
    const value = writeExpr && unwrapped(writeExpr)
    return (
      !value || value.type !== 'CallExpression' || transparent.test(calledName(value)) || isReader(calledName(value))
    )
  })
}

/** `c.req.json()`, `body.get('password')`, `schema.parse(body)` */
function isReader(name: string): boolean {
  return /^(?:json|get|parse|safeParse|parseAsync|parseBody|readBody|formData|prompt|question|assign)$/.test(name)
}

function aliasOf(source: Source, name: Node): readonly Node[] {
  return valuesOf(source, name).filter((value) => unwrapped(value).type === 'MemberExpression')
}

/** Something else's password, which the program has to know to sign in there: `smtpPassword`, `connection.password`. */
const services = new Set(
  'smtp imap mail mailer mailbox db database datasource redis mysql postgres mongo ftp sftp ssh proxy ldap keystore wallet certificate cert pfx p12 pdf zip archive backup vault integration provider connection connector connectors server host cluster broker amqp mqtt wifi bot api webhook share shared link file document room meeting device printer storage bucket registry kafka provider tenant config settings'.split(
    ' ',
  ),
)

/** Whether a password is that of another service, by its name or by the name of what it is of. */
export function isOfService(source: Source, node: Node, further: readonly string[] = []): boolean {
  const own = [...services, ...further.map((one) => one.toLowerCase())]
  const names = wordsOf(source.getText(node))
  return names.some((word) => own.includes(word))
}

/** What people call those who sign in, and the tables of them. */
const people = new Set(
  'user users account accounts member members customer customers admin admins employee employees person people profile profiles student students teacher teachers patient patients doctor doctors author authors operator operators staff subscriber subscribers credential credentials login logins player players owner owners driver drivers seller sellers buyer buyers'.split(
    ' ',
  ),
)

/** Words of a name beside that of the people: `UserModel`, `usersTable`; another word makes it another thing. */
const beside = new Set('model models table tables schema entity repository repo collection t app'.split(' '))

/** Whether a name is that of people who sign in, or of their table. */
export function isOfPeople(name: string | undefined): boolean {
  if (name === undefined || !hasWord(name, people)) return false
  const words = name.split(/(?=\p{Lu})|[^\p{L}]+/u).map((word) => word.toLowerCase())
  return words.every((word) => word === '' || people.has(word) || beside.has(word))
}
