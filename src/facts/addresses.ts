import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, lastNameOf } from './calls.ts'
import { functionName } from './functions.ts'
import { constantOf } from './production.ts'
import {
  ancestor,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { wordsOf } from './words.ts'

const addressWords = new Set('url uri urls href link address endpoint host origin path webhook'.split(' '))

/** Whether a value is an address, and no options, as far as the source shows. */
export function isAddress(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return true
    case 'BinaryExpression':
      return node.operator === '+'
    case 'NewExpression':
      return calledName(node) === 'URL'
    case 'CallExpression':
      return calledName(node) === 'toString' || isNamed(calledName(node))
    case 'Identifier':
      return isNamed(node.name) || isConstantAddress(source, node)
    case 'MemberExpression':
      return isNamed(nameOfKey(node) ?? '')
    default:
      return false
  }
}

function isNamed(name: string): boolean {
  return addressWords.has(wordsOf(name).at(-1) ?? '')
}

function isConstantAddress(source: Source, name: TSESTree.Identifier): boolean {
  const value = constantOf(source, name)
  return value !== undefined && value.type !== 'Identifier' && isAddress(source, value)
}

const requestTypes = /^(?:Request|RequestInfo|NextRequest)$/
const requestNames = /^(?:req|request|input|init)$/i

/** Whether what stands in the place of an address may be a whole request, which has options of its own. */
export function isRequestLike(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'NewExpression') return /Request$/.test(calledName(node))
  if (node.type === 'CallExpression') return calledName(node) === 'clone' || /Request$/.test(calledName(node))
  if (node.type !== 'Identifier') return false
  const definition = variableOf(source, node)?.defs[0]
  const type = definition?.name.type === 'Identifier' ? definition.name.typeAnnotation : undefined
  if (type) return requestTypes.test(source.getText(type.typeAnnotation).split(/[^\w]/)[0] ?? '')
  const value = constantOf(source, node)
  return value ? value.type !== 'Identifier' && isRequestLike(source, value) : requestNames.test(node.name)
}

const localText =
  /^(?:\/(?!\/)|\.\.?\/|\?|#|data:|blob:|file:|https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?:[:\/?#]|$))/
/** Options that a browser alone looks at. */
const browserOptions = /^(?:credentials|mode|keepalive|referrer|referrerPolicy|integrity)$/

/** Whether a request goes nowhere far, or is none of a server: `fetch('/api/users')`, `fetch(url, { credentials: 'include' })`. */
export function isNearAddress(
  source: Source,
  { arguments: [address] }: TSESTree.CallExpression | TSESTree.NewExpression,
  options: TSESTree.ObjectExpression | undefined,
): boolean {
  const isOfBrowser = options?.properties.some(
    (one) => one.type === 'Property' && browserOptions.test(nameOfKey(one) ?? ''),
  )
  if (isOfBrowser || !address) return isOfBrowser === true
  return isLocal(source, address) || isInHook(address)
}

/** `function useUsers() { … }`: a hook of React, at whatever depth. */
function isInHook(node: Node): boolean {
  if (/^use[A-Z]/.test(functionName(node) ?? '')) return true
  const owner = ancestor(node, isFunction)
  return owner !== undefined && isInHook(owner)
}

function isLocal(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
      return localText.test(String(node.value))
    case 'TemplateLiteral':
      return localText.test(node.quasis[0]?.value.raw ?? '') || isOfOwnBase(node) || isOfBundle(source, node)
    case 'BinaryExpression':
      return isLocal(source, node.left)
    case 'NewExpression':
      return isOfBundle(source, node) || (node.arguments.length === 1 && isLocal(source, node.arguments[0] ?? node))
    case 'Identifier': {
      const value = constantOf(source, node)
      return value !== undefined && value.type !== 'Identifier' && isLocal(source, value)
    }
    case 'CallExpression':
      return calledName(node) === 'createObjectURL' || node.arguments.some(isOwnRoute)
    default:
      return isOfBundle(source, node)
  }
}

/** `${INTERNAL_APP_URL}/fonts/a.ttf`: the program asks itself. */
function isOfOwnBase({ quasis, expressions: [base] }: TSESTree.TemplateLiteral): boolean {
  if (!base || quasis[0]?.value.raw !== '') return false
  const name = lastNameOf(base)
  const words = wordsOf(name ?? '')
  return words.includes('internal') && words.some((word) => ownWords.has(word))
}

const ownWords = new Set('app webapp web self own base site'.split(' '))

/** `formatPath('/api/users')`: a route of the program itself. */
function isOwnRoute(node: Node): boolean {
  return node.type === 'Literal' && /^\/api\//.test(String(node.value))
}

const browserFolders = /(?:^|[/\\])(?:client-only|browser|hooks|universal|isomorphic|editor)[/\\]/

/** Whether a file is made for browsers, or for both sides, by one of its folders or by what it uses. */
export function mayBeInBrowser({ filename, cwd, sourceCode }: RuleContext): boolean {
  const place = filename.startsWith(cwd) ? filename.slice(cwd.length) : filename
  return browserFolders.test(place) || browserText.test(sourceCode.text)
}

/** What only a page makes, and the parts of a page: a module that needs one is sent to browsers. */
const browserText =
  /\bnew (?:XMLHttpRequest|FileReader|MutationObserver|IntersectionObserver)\(|\bHTML(?:Input|Form|Canvas|Image)Element\b|(?:\bfrom|^import)\s*['"][./@~][^'"\n]*\/components\/(?!email|pdf|mail)/m

/** `new URL('./logo.svg', import.meta.url)`, `process.env.NEXT_PUBLIC_API_URL`: of a bundle for browsers, or inside it. */
function isOfBundle(source: Source, node: Node): boolean {
  return /\bimport\.meta\b|\bNEXT_PUBLIC_|\bEXPO_PUBLIC_/.test(source.getText(node))
}
