import type { TSESTree } from '@typescript-eslint/utils'
import { annotationOf } from './annotations.ts'
import { calledName, nameOfValue } from './calls.ts'
import type { LoggedValue } from './logged-values.ts'
import { constantOf } from './production.ts'
import { holdsPersonalData } from './sensitive-names.ts'
import { ancestor, isFunction, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'
import { endsWithWords, wordsOf } from './words.ts'

/** The name under which a value that is logged tells who somebody is; `undefined` for one that does not, or is masked. */
export function personLogged(source: Source, value: LoggedValue, more: readonly string[]): string | undefined {
  const isPersonal = (name: string) => holdsPersonalData(name) || more.some((one) => endsWithWords(name, one))
  const key = value.keys.at(-1)
  const own = isPersonal(value.name) ? value.name : undefined
  const said = own ?? (key !== undefined && isPersonal(key) && neutral.test(value.name) ? key : undefined)
  if (said === undefined || isNoText(source, value.node) || isNameOfThing(value.node, said)) return undefined
  if (/^(?:ip|address)$/i.test(said) && isSetting(value.node)) return undefined
  if (said.toLowerCase() !== 'address') return said
  return isOfServer(source, unwrapped(value.node)) || isReached(source, value.node) ? undefined : said
}

/** Names that say nothing, so that the property tells what the value is: `{ email: value }`. */
const neutral = /^(?:value|val|raw|text|str|input|e|v)$/

const ownAddress = /^get(?:Own|Local|Host|Server|Machine|My)?(?:Ip|IP)(?:v4|v6)?(?:Address|Addr)?$/

/** Whether a value is a flag or a number by its type, or by what it is declared with. */
function isNoText(source: Source, node: Node): boolean {
  const annotation = annotationOf(source, node)
  if (annotation?.type === 'TSBooleanKeyword' || annotation?.type === 'TSNumberKeyword') return true
  const init = constantOf(source, unwrapped(node)) ?? node
  const value = unwrapped(init)
  // `getIpAddress()` without a request is the address of the machine itself.
  if (value.type === 'CallExpression' && value.arguments.length === 0 && ownAddress.test(calledName(value))) return true
  if (init === node) return false
  if (value.type === 'CallExpression') return wordsOf(calledName(value)).some((word) => masks.has(word))
  return value.type === 'Literal' || value.type === 'UnaryExpression'
}

const things =
  /^(?:item|file|entry|dir|directory|folder|pkg|package|repo|repository|plugin|module|node|doc|template|cls|class|type|schema|symbol|model|suite|test|spec|job|task|event|command|route|handler|method|fn|field|column|table|tag|ref|branch|image|container|pod|component|service)$/

/** `item.fullName` of a file, `test.fullName` */
function isNameOfThing(given: Node, said: string): boolean {
  const node = unwrapped(given)
  if (node.type !== 'MemberExpression' || !/name$/i.test(said)) return false
  const name = nameOfValue(node.object) ?? ''
  return things.test(wordsOf(name ?? '').at(-1) ?? '')
}

/** `settings.ip`, `this.config.address`: where the program itself listens. */
function isSetting(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type !== 'MemberExpression') return false
  const name = nameOfValue(node.object) ?? ''
  return /(?:settings|config|configuration|env|server|listener)$/i.test(name ?? '')
}

const connecting = /\b(?:new URL|connect|dial|listen|bind|lookup|fetch|isIP(?:v[46])?)\([^()]*\baddress\b/

/** Whether code goes to an address, and nobody lives there: `new URL(address)`. */
function isReached(source: Source, given: Node): boolean {
  const around = ancestor(given, isFunction)
  return around !== undefined && connecting.test(source.getText(around))
}

const masks = new Set(
  `mask masked hash hashed redact pseudonymize pseudonymise anonymize anonymise encrypt obfuscate scrub sanitize digest
   slice substring replace has is verify validate send find render template`.split(/\s+/),
)

/** `const address = server.address()`, `listen(0, (error, address) => …)`: where a server listens. */
function isOfServer(source: Source, node: Node): boolean {
  // `server.address().address` is what `listen()` has found out, `error.address` where nobody has answered.
  if (node.type === 'MemberExpression') {
    const owner = unwrapped(node.object)
    return isOfServer(source, owner) || (owner.type === 'Identifier' && /^(?:e|ex|err|error|cause)$/.test(owner.name))
  }
  if (node.type === 'CallExpression') return calledName(node) === 'address'
  if (node.type !== 'Identifier') return false
  const definition = variableOf(source, node)?.defs[0]
  const init = definition?.type === 'Variable' ? definition.node.init : undefined
  const call = init && unwrapped(init)
  if (call?.type === 'CallExpression') return /^(?:address|listen|getAddress|ready)$/.test(calledName(call))
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false
  const { parent } = definition.node
  return parent.type === 'CallExpression' && /^(?:listen|then)$/.test(calledName(parent))
}

/** What people call an object that is all about somebody. */
const people =
  /^(?:(?:current|new|existing|auth|authenticated|logged ?in|db|found|created|updated|target) )?(?:user|users|customer|customers|patient|patients|profile|profiles)$/

/** Whether a value is all that is known of somebody: `user`, `req.user`; a text of that name only names one. */
export function isWholePerson(source: Source, value: LoggedValue): boolean {
  const node = unwrapped(value.node)
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
  if (!people.test(wordsOf(value.name).join(' ')) || (value.inText && !value.dumped)) return false
  if (value.replaced.some(holdsPersonalData) || isNamedElsewhere(node)) return false
  const annotation = annotationOf(source, node)
  return !annotation || isObject(annotation)
}

const owners =
  /^(?:_?req|request|ctx|context|c|session|state|auth|locals|data|result|response|payload|this|socket|client)$/

/** `event.user`, `params.user`: the name or the id of somebody as often as all of it. */
function isNamedElsewhere(node: Node): boolean {
  if (node.type !== 'MemberExpression') return false
  const owner = unwrapped(node.object)
  const name =
    owner.type === 'Identifier' ? owner.name : owner.type === 'MemberExpression' ? (nameOfKey(owner) ?? '') : 'this'
  return !owners.test(name)
}

function isObject(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.some(isObject)
  // What leaves fields out may leave out all that is personal.
  if (type.type === 'TSTypeReference')
    return type.typeName.type !== 'Identifier' || !/^(?:Pick|Omit|\w*Id)$/.test(type.typeName.name)
  return type.type === 'TSTypeLiteral' || type.type === 'TSIntersectionType' || type.type === 'TSArrayType'
}
