import path from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import { someFile } from '../project/files.ts'
import { factOf } from './acts.ts'
import { calledName, nameOfValue } from './calls.ts'
import { propertiesAt, valuesOf } from './known-texts.ts'
import { rowsOf } from './named-acts.ts'
import { isOfService, isPasswordName, passwordIn } from './password-names.ts'
import {
  isHashedByOthers,
  withoutOldCode,
  passwordsOfSaved,
  passwordsWrittenByForm,
  typedPassword,
} from './password-writes.ts'
import { isRequestInput } from './requests.ts'
import {
  ancestor,
  isClass,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { hasWord } from './words.ts'

const slow = /bcrypt|argon2?|scrypt|pbkdf2|hash_?password|password_?hash(?:er|ing)|Bun\.password/i
const anyHash = /bcrypt|argon|scrypt|pbkdf2|hash|encrypt|crypt/i

/** The text of what a node stands in: its function, and the class or the module around that where it is small. */
function reachOf({ sourceCode }: RuleContext, node: Node): string {
  let owner = ancestor(node, isFunction)
  // A callback belongs to the function it stands in.
  while (owner && !isRouteHandler(owner) && ancestor(owner, isFunction)) owner = ancestor(owner, isFunction)
  return withoutOldCode(owner ? sourceCode.getText(owner) : sourceCode.text)
}

/** `app.post('/users', (req, res) => …)`: what stands around it makes the routes, and does nothing for this one. */
function isRouteHandler({ parent }: Node): boolean {
  if (parent?.type !== 'CallExpression' || !/^(?:get|post|put|patch|delete|all)$/.test(calledName(parent))) return false
  const [path] = parent.arguments
  return path?.type === 'Literal' && String(path.value).startsWith('/')
}

/** Whether a password is hashed slowly where a node stands, too. */
export function isHashedInReach(context: RuleContext, node: Node): boolean {
  return slow.test(reachOf(context, node))
}

/** A password that a fast digest, or a cipher that can be undone, is made of. */
interface ScrambledPassword {
  readonly by: 'digest' | 'cipher' | 'encoding'
  readonly password: Node
  /** The function that stirs it in more than once, which is one mistake. */
  readonly within?: Node
}

export function scrambledPassword(context: RuleContext, call: TSESTree.CallExpression): ScrambledPassword | undefined {
  const { sourceCode } = context
  const name = calledName(call)
  for (const { row } of rowsOf(context, call, 'text.scramble')) {
    const given = row.value === 'update' ? undefined : call.arguments[row.value]
    const password = given && passwordIn(sourceCode, given)
    if (password) return { by: row.by, password }
  }
  const [first, second] = call.arguments
  if (!first) return undefined
  if (name === 'update' || name === 'write') return stirred(context, call, first)
  const isBare = call.callee.type === 'Identifier'
  const by =
    isBare && /^(?:md5|sha1|sha224|sha256|sha384|sha512)$/i.test(name)
      ? 'digest'
      : name === 'digest' && second
        ? 'digest'
        : /^(?:encrypt|encryptText|encryptString|aesEncrypt|encryptAES)$/.test(name)
          ? 'cipher'
          : (isBare && name === 'btoa') || isBase64(call)
            ? 'encoding'
            : undefined
  if (!by) return undefined
  const value = name === 'digest' ? second : name === 'toString' ? bufferOf(call) : first
  const password = value && passwordIn(sourceCode, value)
  if (!password || (by === 'encoding' && !isPlain(value))) return undefined
  return { by, password }
}

function stirred(context: RuleContext, call: TSESTree.CallExpression, given: Node): ScrambledPassword | undefined {
  const by = madeBy(context, call)
  const password = by && passwordIn(context.sourceCode, given)
  const within = ancestor(call, isFunction)
  return password && by ? { by, password, ...(within && { within }) } : undefined
}

/** `crypto.createHash('md5').update(password)`, also where the hash has a name. */
function madeBy(context: RuleContext, call: TSESTree.CallExpression): 'digest' | 'cipher' | undefined {
  let node = call.callee.type === 'MemberExpression' ? unwrapped(call.callee.object) : undefined
  for (let depth = 0; node && depth < 8; depth += 1) {
    if (node.type === 'Identifier') {
      const [value]: Node[] = valuesOf(context.sourceCode, node)
      node = value && unwrapped(value)
    }
    if (node?.type !== 'CallExpression') return undefined
    const [played] = rowsOf(context, node, 'text.scramble')
    if (played) return played.row.value === 'update' ? played.row.by : undefined
    if (node.callee.type === 'Identifier') return bare.get(node.callee.name)
    node = node.callee.type === 'MemberExpression' ? unwrapped(node.callee.object) : undefined
  }
  return undefined
}

/** Names that stand for themselves, where nothing is imported. */
const bare = new Map<string, 'digest' | 'cipher'>([
  ['createHash', 'digest'],
  ['createCipheriv', 'cipher'],
])

/** `Buffer.from(password).toString('base64')` */
function isBase64(call: TSESTree.CallExpression): boolean {
  const [form] = call.arguments
  return (
    calledName(call) === 'toString' &&
    form?.type === 'Literal' &&
    /^(?:base64(?:url)?|hex)$/.test(String(form.value)) &&
    bufferOf(call) !== undefined
  )
}

function bufferOf(call: TSESTree.CallExpression): Node | undefined {
  const made = call.callee.type === 'MemberExpression' ? unwrapped(call.callee.object) : undefined
  const isBuffer =
    made?.type === 'CallExpression' &&
    made.callee.type === 'MemberExpression' &&
    made.callee.object.type === 'Identifier' &&
    made.callee.object.name === 'Buffer' &&
    made.arguments.length === 1
  return isBuffer ? made.arguments[0] : undefined
}

/** The password alone: `${user}:${password}` is a header. */
function isPlain(given: Node | undefined): boolean {
  const node = given && unwrapped(given)
  return node?.type === 'Identifier' || node?.type === 'MemberExpression'
}

/** Whether what happens to a password is no storage of it: a header, a question whether it is known, another service. */
export function isElsewhere(
  context: RuleContext,
  call: Node,
  password: Node,
  by: string,
  services: readonly string[],
): boolean {
  const reach = reachOf(context, call)
  if (slow.test(reach)) return true
  if (by === 'digest' && isOfService(context.sourceCode, password, services)) return true
  if (by === 'digest') return breaches.test(reach) || prefix.test(restOf(context, call))
  if (/\bauthorization\b|\bBasic\b/i.test(reach) || isOfService(context.sourceCode, password, services)) return true
  const owner = ancestor(call, isClass)
  const file = path.basename(context.filename)
  return isOfService(context.sourceCode, owner?.id ?? password, services) || hasWord(file, serviceFiles)
}

const breaches = /pwned|haveibeenpwned|hibp|breach/i
/** What a service that knows leaked passwords is asked by: the first five digits of a SHA-1. */
const prefix = /\.(?:slice|substring|substr)\(\s*0\s*,\s*5\s*\)/

/** The function that a node stands in, or what follows where it stands in none. */
function restOf({ sourceCode }: RuleContext, node: Node): string {
  const owner = ancestor(node, isFunction)
  return owner ? sourceCode.getText(owner) : sourceCode.text.slice(node.range[0])
}

const serviceFiles = new Set(
  'smtp mail mailer email imap connection connections connector integration integrations credential credentials database datasource provider proxy vault wallet keystore pdf zip share sharing'.split(
    ' ',
  ),
)

const people =
  /^(?:db|found|existing|stored|saved|current|the|this)?_?(?:user|account|member|customer|employee|admin|person|profile|student|patient|author|operator|found|existing|record|row|doc|entity|result)(?:s|Doc|Row|Record|Entity|Data|Found|Exists)?\d?$/i
const inputs =
  /^(?:body|dto|input|args|data|payload|params|query|form|values|credentials|login|req|request|creds|\w+(?:Dto|DTO|Input|Body|Args|Form|Params|Data|Request))$/

/** Whether a password that is kept is compared with one that was typed: `user.password === password`. */
export function comparesPasswords({ sourceCode }: RuleContext, node: TSESTree.BinaryExpression): boolean {
  if (!/^[!=]==?$/.test(node.operator)) return false
  const [left, right] = [unwrapped(node.left), unwrapped(node.right)]
  return arePasswords(sourceCode, left, right) || comparesParameters(sourceCode, node)
}

function arePasswords(source: Source, left: Node, right: Node): boolean {
  const isPair = (stored: Node, typed: Node) => isStored(stored) && isTyped(typed)
  if (source.getText(left) === source.getText(right)) return false
  return isPair(left, right) || isPair(right, left)
}

/** `const isSame = (a, b) => a === b`, and `isSame(password, user.password)` further down. */
function comparesParameters(source: Source, { left, right }: TSESTree.BinaryExpression): boolean {
  const owner = ancestor(left, isFunction)
  const positions = [left, right].map((side) => {
    const variable = side.type === 'Identifier' ? variableOf(source, side) : undefined
    return owner?.params.findIndex((one) => one === variable?.identifiers[0]) ?? -1
  })
  const name = owner?.type === 'FunctionDeclaration' ? owner.id : owner && nameOfConstant(owner)
  if (!name || positions.some((at) => at < 0)) return false
  return (variableOf(source, name)?.references ?? []).some(({ identifier: { parent } }) => {
    if (parent?.type !== 'CallExpression' || parent.callee.type !== 'Identifier') return false
    const [one, other] = positions.map((at) => parent.arguments[at])
    return one !== undefined && other !== undefined && arePasswords(source, unwrapped(one), unwrapped(other))
  })
}

function nameOfConstant({ parent }: Node): TSESTree.Identifier | undefined {
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined
}

/** Whether it is compared with a hash that is made anew, without a salt: `user.password === hash(password)`. */
export function comparesUnsalted({ sourceCode }: RuleContext, node: TSESTree.BinaryExpression): boolean {
  if (!/^[!=]==?$/.test(node.operator)) return false
  const [left, right] = [unwrapped(node.left), unwrapped(node.right)]
  const isPair = (stored: Node, made: Node) =>
    isStored(stored) &&
    made.type === 'CallExpression' &&
    made.arguments.length === 1 &&
    /^(?:hash|md5|sha\d*|digest|encrypt|hashPwd|encode)$/i.test(calledName(made)) &&
    made.arguments.some((one) => passwordIn(sourceCode, one))
  return isPair(left, right) || isPair(right, left)
}

function isStored(node: Node): boolean {
  if (node.type !== 'MemberExpression' || !isKept(nameOfKey(node) ?? '')) return false
  const owner = unwrapped(node.object)
  if (owner.type === 'ThisExpression') {
    const around = ancestor(node, isClass)
    return around?.id ? people.test(around.id.name) : ancestor(node, isFunction)?.type === 'FunctionExpression'
  }
  if (owner.type === 'MemberExpression' && /^\d+$/.test(nameOfKey(owner) ?? '')) return isNamedRow(owner.object)
  const name = nameOfValue(owner)
  return name !== undefined && people.test(name)
}

function isNamedRow(node: Node): boolean {
  return node.type === 'Identifier' ? /^(?:rows|users?|results?)$/.test(node.name) : node.type === 'MemberExpression'
}

function isKept(name: string): boolean {
  return /^(?:password|passwd|pwd|pass|passphrase|pin)$/i.test(name)
}

function isTyped(node: Node): boolean {
  if (node.type === 'Identifier') return isPasswordName(node.name)
  if (node.type !== 'MemberExpression' || !isPasswordName(nameOfKey(node) ?? '')) return false
  const name = nameOfValue(node.object) ?? ''
  return inputs.test(name)
}

/** Whether rows are looked for by the password that was typed: `where: { email, password }`. */
export function looksForPassword(context: RuleContext, property: TSESTree.Property): boolean {
  const object = property.parent
  if (object.type !== 'ObjectExpression' || !isKept(nameOfKey(property) ?? '')) return false
  const isBesideName = object.properties.some(
    (one) =>
      one.type === 'Property' && /^(?:email|username|userName|user|login|name|phone)$/.test(nameOfKey(one) ?? ''),
  )
  if (!isBesideName || !passwordIn(context.sourceCode, property.value)) return false
  const { parent } = object
  if (parent.type === 'Property') return nameOfKey(parent) === 'where'
  return (
    parent.type === 'CallExpression' &&
    parent.arguments[0] === object &&
    parent.callee.type === 'MemberExpression' &&
    /^(?:findOne|findOneBy|findFirst|findBy|exists|countDocuments|where|find)$/.test(calledName(parent))
  )
}

/** The password that a call writes to the database as it was typed. */
export function writtenPassword(context: RuleContext, call: TSESTree.CallExpression): Node | undefined {
  const fact = factOf(context, call, ['db.write'])
  if (!fact) return writtenByForm(context, call)
  const given = call.arguments[fact.row.values]
  if (!given) return undefined
  const paths = fact.row.under ? fact.row.under.map((name) => [name, 'password']) : [['password']]
  const values = paths.flatMap((names) => propertiesAt(context.sourceCode, given, names))
  return values.find((value) => isRawInput(context, value))
}

/** The password that a call, or an object that is saved further down, brings to the database by its form. */
export function writtenByForm(
  context: RuleContext,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
): Node | undefined {
  const values = node.type === 'NewExpression' ? passwordsOfSaved(context, node) : passwordsWrittenByForm(context, node)
  return values.find((value) => {
    const typed = typedPassword(context, value)
    return typed !== undefined && !isOfService(context.sourceCode, value) && !isHashedByOthers(context, typed)
  })
}

/** `user.password = body.password` */
export function assignedPassword(context: RuleContext, node: TSESTree.AssignmentExpression): Node | undefined {
  const left = unwrapped(node.left)
  if (node.operator !== '=' || left.type !== 'MemberExpression' || !isKept(nameOfKey(left) ?? '')) return undefined
  const owner = unwrapped(left.object)
  const name = owner.type === 'Identifier' ? owner.name : undefined
  return name !== undefined && people.test(name) && isRawInput(context, node.right) ? node.right : undefined
}

function isRawInput(context: RuleContext, given: Node): boolean {
  const { sourceCode } = context
  const node = unwrapped(given)
  const password = passwordIn(sourceCode, node)
  if (!password || password !== node) return false
  if (isRequestInput(sourceCode, node)) return true
  if (node.type === 'MemberExpression') {
    const owner = unwrapped(node.object)
    return owner.type === 'Identifier' && inputs.test(owner.name)
  }
  return node.type === 'Identifier'
}

const hooks = new RegExp(
  [
    String.raw`@[Bb]efore(?:Insert|Update|Create|Save|Upsert)`,
    String.raw`\bbefore(?:Create|Save|Insert|Update|Validate|BulkCreate|BulkUpdate)\b`,
    String.raw`[.@]pre(?:<[^()]*>)?\(\s*\[?\s*['"](?:save|findOneAndUpdate|updateOne|validate)`,
    String.raw`addHook\(|\bhooks\s*:|\$extends|\$use\(|\.plugin\(|withAuthFinder|@Transform|transformer\s*:`,
    String.raw`\bset\s*\(\s*\w*(?:value|password|pw|v|val|plain)\b|set password\(|\bset\s*:\s*[\w(]`,
    String.raw`\bstatic\s+(?:async\s+)?(?:create|update|insert)\b`,
  ].join('|'),
)

/** Whether something hashes passwords on their way to the database: in this function, this file, or a model of the project. */
export function isHashedOnTheWay(context: RuleContext, node: Node): boolean {
  const isHook = (text: string) => hooks.test(text) && anyHash.test(text)
  if (anyHash.test(reachOf(context, node)) || isHook(context.sourceCode.text)) return true
  const folder = path.isAbsolute(context.filename) ? packageAround(context.filename)?.folder : undefined
  if (folder === undefined) return false
  return someFile(folder, 'hashes passwords in a hook', (file, text) => {
    return /\.[cm]?[jt]s$/.test(file) && /passw/i.test(text()) && isHook(text())
  })
}
