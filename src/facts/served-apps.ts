import path from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { handlesErrorsElsewhere } from '../project/handled-errors.ts'
import { importedFile } from '../project/imported.ts'
import { importersOf } from '../project/importers.ts'
import { onRole } from './acts.ts'
import { calledName, rootOf } from './calls.ts'
import { loadedModule } from './imports.ts'
import { nodesIn } from './nodes.ts'
import { routesIn } from './route-index.ts'
import { descendants, unwrapped, variableOf, type Node, type RuleContext, type Source } from './source.ts'
import { wordsOf } from './words.ts'

/** An application that answers requests, and the package it is of. */
export interface ServedApp {
  readonly node: Node
  readonly package: string
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** Calls the listener for each application that listens, and for which nothing in the package handles errors centrally. */
export function onUnhandledApp(context: RuleContext, listener: (app: ServedApp) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  return onRole(context, ['http.app'], ({ node, package: owner }) => {
    const name = nameOf(sourceCode, node)
    if (name === undefined) return
    const calls = callsIn(sourceCode)
    if (!isServed(context, calls, name) || handlesErrors(context, calls, name) || isHandedOver(context, calls, name))
      return
    if (handlesErrorsElsewhere(context.filename) !== true) listener({ node, package: owner })
  })
}

/** What an application is called: `app` of `const app = express()`, `this.app`. */
function nameOf(source: Source, node: Node): string | undefined {
  let { parent } = wholeChain(node)
  while (parent?.type === 'TSAsExpression' || parent?.type === 'AwaitExpression') ({ parent } = parent)
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined
    // `const app = (module.exports = new Koa())`
    case 'AssignmentExpression':
      return parent.parent.type === 'VariableDeclarator' ? nameOf(source, parent) : source.getText(parent.left)
    case 'PropertyDefinition':
      return `this.${source.getText(parent.key)}`
    default:
      return undefined
  }
}

/** `new Hono().basePath('/api')`: what is called on an application as it is made gives that application. */
function wholeChain(node: Node): Node {
  const { parent } = node
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return node
  return parent.parent.type === 'CallExpression' && parent.parent.callee === parent ? wholeChain(parent.parent) : node
}

function callsIn(source: Source): readonly Call[] {
  return nodesIn(source).filter((node): node is Call => node.type === 'CallExpression' || node.type === 'NewExpression')
}

/** `app` itself, as it stands in code, and not as a part of another name. */
function asWord(name: string): string {
  return String.raw`(?<![\w.])${name.replaceAll('.', String.raw`\.`)}\b`
}

const servers = /^(?:createServer|createSecureServer|serve|Server)$/

function isServed(context: RuleContext, calls: readonly Call[], name: string): boolean {
  const { sourceCode } = context
  const word = new RegExp(asWord(name))
  return (
    calls.some((call) => {
      if (calledName(call) === 'listen') return receiverText(sourceCode, call) === name
      return servers.test(calledName(call)) && call.arguments.some((one) => word.test(sourceCode.getText(one)))
    }) || isServedElsewhere(context, name)
  )
}

function receiverText(source: Source, { callee }: Call): string {
  return callee.type === 'MemberExpression' ? source.getText(unwrapped(callee.object)) : ''
}

/** Whether the application is exported to a file that listens with it, and mounts it on no other one. */
function isServedElsewhere({ filename, sourceCode }: RuleContext, name: string): boolean {
  const exported = new RegExp(
    String.raw`\bexport\s+default\s+${asWord(name)}|\bexport\s+const\s+${asWord(name)}|\bmodule\.exports\s*=\s*${asWord(name)}|\breturn\s+${asWord(name)}\s*[;\n}]`,
  )
  if (!path.isAbsolute(filename) || !exported.test(sourceCode.text)) return false
  const mounting = /\.(?:route|use|register|mount)\([^\n]*/g
  return [...importersOf(filename).values()].some(
    (text) =>
      /\.listen\(|\bcreateServer\(|\bserve\(/.test(text) &&
      ![...text.matchAll(mounting)].some(([mount]) => new RegExp(asWord(name)).test(mount)),
  )
}

/** Whether this file registers something for errors, on whichever application: by what it is, or by its name. */
function handlesErrors(context: RuleContext, calls: readonly Call[], name: string): boolean {
  const { sourceCode } = context
  if (routesIn(context).all.some(({ kind, node }) => kind === 'error-handler' && node.type === 'CallExpression'))
    return true
  if (routesIn(context).all.some(({ kind, handler }) => kind === 'middleware' && catchesNext(sourceCode, handler)))
    return true
  return calls.some((call) => {
    const called = calledName(call)
    const isOnApp = receiverText(sourceCode, call) === name
    if (isOnApp && called === 'on') return /^['"]error/.test(sourceCode.getText(call.arguments[0]))
    const texts = call.arguments.map((one) => sourceCode.getText(one))
    if (isOnApp && /^(?:use|register)$/.test(called))
      return call.arguments.some((one) => isNamedForErrors(sourceCode, one))
    return wordsOf(called).some((word) => /^(?:on)?err/.test(word)) && texts.some((text) => text === name)
  })
}

/** `errorHandler`, `errors.handle`, `onError()`, by the name of the function alone. */
function isNamedForErrors(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'CallExpression') return isNamedForErrors(source, node.callee)
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
  return wordsOf(source.getText(node)).some((word) => /^(?:on)?(?:err|exception|boom|problem)/.test(word))
}

/** `try { await next() } catch (error) { … }` */
function catchesNext(source: Source, handler: Node): boolean {
  return [...descendants(source, handler)].some(
    (node) => node.type === 'TryStatement' && node.handler !== null && /\bnext\(\)/.test(source.getText(node.block)),
  )
}

const harmless =
  /^(?:createServer|createSecureServer|serve|Server|WebSocketServer|log|info|debug|push|set|expect|request)$/

/** Whether the application goes to a function whose code nobody reads here: it may register what is missing. */
function isHandedOver(context: RuleContext, calls: readonly Call[], name: string): boolean {
  const { sourceCode } = context
  const whole = new RegExp(
    String.raw`^(?:${asWord(name)}|\{[^:]*${asWord(name)}\s*[,}][^]*|\{[^]*:\s*${asWord(name)}\s*[,}][^]*)$`,
  )
  return calls.some((call) => {
    const isOnApp = receiverText(sourceCode, call) === name
    if (isOnApp) return isUnreadPlugin(context, call)
    if (harmless.test(calledName(call)) || isReadHere(context, call.callee)) return false
    return call.arguments.some((one) => whole.test(sourceCode.getText(one)))
  })
}

/** What is used as it is, and may be anything: `app.use(middlewares)`; routers and what packages make are none. */
function isUnreadPlugin(context: RuleContext, call: Call): boolean {
  if (!/^(?:use|register)$/.test(calledName(call))) return false
  return call.arguments.some((given) => {
    const node = unwrapped(given)
    if (given.type === 'SpreadElement') return true
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
    const text = context.sourceCode.getText(node)
    if (/autoload/i.test(text)) return true
    return !/rout(?:er?|es)|controller|api|auth|cors|helmet|static/i.test(text) && !isReadHere(context, node)
  })
}

/** Whether the code of a function is in this file, or in another one of a package that is read as a whole. */
function isReadHere(context: RuleContext, given: Node): boolean {
  const root = rootOf(given)
  if (root.type === 'ThisExpression') return true
  const definition = root.type === 'Identifier' ? variableOf(context.sourceCode, root)?.defs[0] : undefined
  if (!definition) return false
  const module = moduleOf(context.sourceCode, definition.node)
  if (module === undefined) return definition.type !== 'ImportBinding'
  return importedFile(context.filename, module) !== undefined && handlesErrorsElsewhere(context.filename) !== undefined
}

/** The module that a name is taken from: `./setup` of `const { setup } = require('./setup')`, too. */
function moduleOf(source: Source, node: Node): string | undefined {
  if (node.parent?.type === 'ImportDeclaration') return node.parent.source.value
  const init = node.type === 'VariableDeclarator' && node.init ? unwrapped(node.init) : undefined
  const call = init?.type === 'MemberExpression' ? unwrapped(init.object) : init
  return call?.type === 'CallExpression' && calledName(call) === 'require' ? loadedModule(source, call) : undefined
}
