import path from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { FileAt, StoreAt } from '../roles.ts'
import { onRole } from './acts.ts'
import { calledName, nameOfValue } from './calls.ts'
import { numberOf } from './lengths.ts'
import { joined } from './listeners.ts'
import { addProperty } from './option-edits.ts'
import { constantOf } from './production.ts'
import {
  isCall,
  isFunction,
  nameOfKey,
  unwrapped,
  type Call,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { isText, textOf } from './strings.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix

/** A file that others of the machine may read, or change. */
export interface Exposed {
  /**
   * - `temp`: it is made in a folder that all share, with the rights of any file
   * - `store`: so are the files that clients send
   * - `rights`: everybody is given the right to write to it
   */
  readonly how: 'temp' | 'store' | 'rights'
  readonly node: Node
  readonly edit: Edit | undefined
}

/** Calls the listener for each file that a module writes where others may read it, or gives away the rights to. */
export function onExposedFile(context: RuleContext, listener: (file: Exposed) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  return joined(
    onRole(context, ['file.write'], ({ node, row }) => {
      const found = isCall(node) ? exposedBy(sourceCode, node, row) : undefined
      if (found) listener(found)
    }),
    onRole(context, ['file.permit'], ({ node, row }) => {
      const mode = isCall(node) ? node.arguments[row.mode] : undefined
      const found = mode && givenAway(sourceCode, mode)
      if (found) listener(found)
    }),
    onRole(context, ['file.store'], ({ node, row }) => {
      const folder = isCall(node) ? folderOf(node, row) : undefined
      if (folder && isInTemp(sourceCode, folder)) listener({ how: 'store', node: folder, edit: undefined })
    }),
  )
}

function exposedBy(source: Source, node: Call, row: FileAt): Exposed | undefined {
  const [file] = node.arguments
  const mode = modeOf(node, row)
  if (!file || mode === 'open' || (row.flags !== undefined && !writes(source, node.arguments[row.flags])))
    return undefined
  const given = mode && givenAway(source, mode)
  if (given) return given
  if (!isInTemp(source, file) || (mode && isPrivate(source, mode) !== false)) return undefined
  return { how: 'temp', node: file, edit: mode ? undefined : addMode(source, node, row) }
}

/** Where the mode stands that a call gives its file; `open` where its options stand elsewhere. */
function modeOf({ arguments: given }: Call, { mode, options }: FileAt): Node | 'open' | undefined {
  if (given.some(({ type }) => type === 'SpreadElement')) return 'open'
  const argument = given[mode ?? options ?? given.length]
  if (!argument || isFunction(argument)) return undefined
  if (mode !== undefined) return argument
  const value = unwrapped(argument)
  if (isText(value)) return undefined
  if (value.type !== 'ObjectExpression') return isEncoding(value) ? undefined : 'open'
  if (value.properties.some((one) => one.type !== 'Property')) return 'open'
  const property = value.properties.find((one) => one.type === 'Property' && nameOfKey(one) === 'mode')
  return property?.type === 'Property' ? property.value : undefined
}

/** A callback by its name, and what says how text is written. */
function isEncoding(node: Node): boolean {
  return node.type === 'Identifier' && /^(?:cb|callback|done|next|encoding|undefined)$/.test(node.name)
}

/** `w`, `a`, `r+`; nothing is `r`. */
function writes(source: Source, flags: Node | undefined): boolean {
  const text = flags && textOf(source, flags)?.value
  return text !== undefined && /[wa+]/.test(text)
}

/** `0o600`: nothing for anybody but the owner; `undefined` where the source does not say it. */
function isPrivate(source: Source, mode: Node): boolean | undefined {
  const value = modeNumber(source, mode)
  return value === undefined ? undefined : (value & 0o077) === 0
}

function modeNumber(source: Source, given: Node): number | undefined {
  const node = unwrapped(given)
  const number = numberOf(node)
  if (number !== undefined) return number
  if (node.type === 'Literal') return typeof node.value === 'string' ? Number.parseInt(node.value, 8) : undefined
  if (node.type === 'BinaryExpression' && node.operator === '|') {
    const [left, right] = [modeNumber(source, node.left), modeNumber(source, node.right)]
    return left === undefined || right === undefined ? undefined : left | right
  }
  const value = constantOf(source, node)
  return value && value.type !== 'Identifier' ? modeNumber(source, value) : namedRight(node)
}

/** `fs.constants.S_IRWXO`, `S_IWOTH`: a right by the name that Node.js has for it. */
function namedRight(node: Node): number | undefined {
  const name = nameOfValue(node)
  const [, right, who] = /^S_I(RWX|[RWX])([UGO])(?:SR|RP|TH)?$/.exec(name ?? '') ?? []
  if (right === undefined || who === undefined) return undefined
  return (rights[right] ?? 0) << (shifts[who] ?? 0)
}

const rights: Readonly<Record<string, number>> = { RWX: 7, R: 4, W: 2, X: 1 }
const shifts: Readonly<Record<string, number>> = { U: 6, G: 3, O: 0 }

/** `0o666`, `0o777`: everybody may write. */
function givenAway(source: Source, mode: Node): Exposed | undefined {
  const value = modeNumber(source, mode)
  if (value === undefined || Number.isNaN(value) || (value & 0o002) === 0) return undefined
  const own = (value & 0o700).toString(8).padStart(3, '0')
  const edit: Edit | undefined =
    mode.type === 'Literal' ? (fixer) => fixer.replaceText(mode, isText(mode) ? `'${own}'` : `0o${own}`) : undefined
  return { how: 'rights', node: mode, edit }
}

function addMode(source: Source, node: Call, { options, mode }: FileAt): Edit | undefined {
  const position = options ?? mode ?? 0
  const given = node.arguments[position]
  const [text, option] = ['{ mode: 0o600 }', { name: 'mode', value: '0o600' }]
  if (given?.type === 'ObjectExpression') return addProperty(source, given, option)
  if (given && isText(given))
    return (fixer) => fixer.replaceText(given, `{ encoding: ${source.getText(given)}, mode: 0o600 }`)
  const before = node.arguments[position - 1]
  if (!before || node.arguments.length < position || (given && !isFunction(given))) return undefined
  return (fixer) => fixer.insertTextAfter(before, `, ${options === undefined ? '0o600' : text}`)
}

function folderOf({ arguments: [options] }: Call, { folders }: StoreAt): Node | undefined {
  if (options?.type !== 'ObjectExpression') return undefined
  const property = options.properties.find((one) => one.type === 'Property' && folders.includes(nameOfKey(one) ?? ''))
  return property?.type === 'Property' ? property.value : undefined
}

const sharedFolder = /^(?:\/private)?\/(?:(?:var|usr)\/)?tmp(?:\/|$)/
const pathCalls = /^(?:join|resolve|normalize|realpath|realpathSync)$/

/** Whether a path leads into the folder for temporary files that all users of a machine share. */
function isInTemp(source: Source, given: Node, depth = 0): boolean {
  const node = unwrapped(given)
  if (depth > 8) return false
  switch (node.type) {
    case 'Literal':
      return sharedFolder.test(String(node.value))
    case 'TemplateLiteral':
      return startsInTemp(source, node, depth)
    case 'BinaryExpression':
      return isInTemp(source, node.left, depth + 1)
    case 'ConditionalExpression':
      return isInTemp(source, node.consequent, depth + 1) && isInTemp(source, node.alternate, depth + 1)
    case 'CallExpression': {
      if (calledName(node) === 'tmpdir') return true
      const [first] = node.arguments
      return first !== undefined && pathCalls.test(calledName(node)) && isInTemp(source, first, depth + 1)
    }
    case 'MemberExpression':
      return isOfEnvironment(node)
    case 'Identifier': {
      const value = constantOf(source, node)
      return value !== undefined && isInTemp(source, value, depth + 1)
    }
    default:
      return false
  }
}

function startsInTemp(source: Source, { quasis, expressions }: TSESTree.TemplateLiteral, depth: number): boolean {
  const start = quasis[0]?.value.raw ?? ''
  const [first] = expressions
  return start === '' ? first !== undefined && isInTemp(source, first, depth + 1) : sharedFolder.test(start)
}

/** `process.env.TMPDIR` */
function isOfEnvironment(node: TSESTree.MemberExpression): boolean {
  return (
    /^(?:TMPDIR|TEMPDIR|TMP|TEMP)$/.test(nameOfKey(node) ?? '') &&
    node.object.type === 'MemberExpression' &&
    nameOfKey(node.object) === 'env'
  )
}

/** Whether a file is run by AWS Lambda, where nobody else has `/tmp`. */
export function isOfLambda({ sourceCode: { text }, filename }: Pick<RuleContext, 'sourceCode' | 'filename'>): boolean {
  return (
    /\bAWS_LAMBDA|['"](?:aws-lambda|@aws-lambda-powertools\/[\w-]+|@middy\/core)['"]/.test(text) || inLambda(filename)
  )
}

function inLambda(filename: string): boolean {
  return filename.split(path.sep).some((part) => /^(?:lambdas?|functions)$/.test(part))
}
