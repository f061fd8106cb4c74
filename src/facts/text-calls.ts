import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfValue } from './calls.ts'
import { descendants, nameOfKey, type FunctionNode, type Node, type Source } from './source.ts'
import { wordsOf } from './words.ts'

/** Tags that give back the text they stand before. */
export function keepsText(tag: Node): boolean {
  const name = nameOfValue(tag) ?? ''
  return /^(?:raw|dedent|outdent|stripIndents?|oneLine|trimIndent|html)$/.test(name)
}

export function isArrayFrom(call: TSESTree.CallExpression): boolean {
  const { callee } = call
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Array' &&
    nameOfKey(callee) === 'from'
  )
}

export function isObjectCall(call: TSESTree.CallExpression, name: string): boolean {
  const { callee } = call
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    nameOfKey(callee) === name
  )
}

const numberCalls = /^(?:Number|parseInt|parseFloat|BigInt|Boolean|isNaN|isFinite|isInteger|isSafeInteger)$/
const numberMethods =
  /^(?:indexOf|lastIndexOf|charCodeAt|codePointAt|getTime|getFullYear|getMonth|getDate|getDay|getHours|getMinutes|getSeconds|valueOf|toFixed|toISOString|toJSON|includes|startsWith|endsWith|has|test|push|unshift|unix|toMillis|toSeconds)$/

/** Calls that give a number, a boolean or the text of a date. */
export function isNumberCall(call: TSESTree.CallExpression, name: string): boolean {
  const { callee } = call
  if (callee.type === 'Identifier') return numberCalls.test(name)
  if (callee.type !== 'MemberExpression') return false
  const of = callee.object.type === 'Identifier' ? callee.object.name : ''
  return (
    of === 'Math' ||
    (of === 'Number' && numberCalls.test(name)) ||
    (of === 'Date' && name === 'now') ||
    numberMethods.test(name)
  )
}

/** What the code makes up itself: a random identifier, a hash in hexadecimal. */
export function isMadeUp(call: TSESTree.CallExpression, name: string): boolean {
  const [encoding] = call.arguments
  return (
    /^(?:randomUUID|randomBytes|randomInt|nanoid|cuid|uuidv?[147]?|ulid|generateKSUID)$/.test(name) ||
    ((name === 'digest' || name === 'toString') &&
      encoding?.type === 'Literal' &&
      /^(?:hex|base64url)$/.test(String(encoding.value)))
  )
}

export function isJson(call: TSESTree.CallExpression): boolean {
  return (
    call.callee.type === 'MemberExpression' &&
    call.callee.object.type === 'Identifier' &&
    call.callee.object.name === 'JSON'
  )
}

/** `name.replace(/[^a-z_]/g, '')`: only letters of the list are left. */
export function leavesOnlyKnown(pattern: Node, replacement: Node | undefined): boolean {
  const isPlain = replacement?.type === 'Literal' && /^[\w-]*$/.test(String(replacement.value))
  return (
    isPlain &&
    pattern.type === 'Literal' &&
    'regex' in pattern &&
    pattern.regex.flags.includes('g') &&
    /^(?:\[\^[^\]'"`;\\]*(?:\\[\w-][^\]'"`;\\]*)*\]|\\W|\\D)[+*]?$/.test(pattern.regex.pattern)
  )
}

/** Words in the name of a function that makes a value or a name harmless, or lets only known ones through. */
const escapingWords = new Set(
  'quote quoted escape escaped sanitize sanitized sanitise ident identifier identifiers ref literal safe validate validated assert ensure whitelist allowlist allowed check checked placeholder placeholders'.split(
    ' ',
  ),
)

export function escapesByName(name: string): boolean {
  return wordsOf(name).some((word) => escapingWords.has(word)) || /^(?:quot|escap|sanitiz)/i.test(name)
}

/** Whether a function replaces letters, or hands its text to one that makes it harmless: it does what its name says. */
export function replacesText(source: Source, owner: FunctionNode): boolean {
  for (const node of descendants(source, owner.body)) {
    if (node.type !== 'CallExpression') continue
    const name = calledName(node)
    if (/^(?:replace|replaceAll|split|test|match|includes|has|format)$/.test(name) || escapesByName(name)) return true
  }
  return false
}
