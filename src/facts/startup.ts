import path from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import { callsOf } from './call-sites.ts'
import { calledName } from './calls.ts'
import { isExported } from './exported-functions.ts'
import { isKept } from './kept.ts'
import { routeAround, routeOf } from './routes.ts'
import {
  ancestor,
  decoratorsOf,
  isClass,
  isFunction,
  nameOfKey,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { runnerOf } from './runners.ts'
import { isStartName, settingsWords } from './start-names.ts'
import { isStartedElsewhere } from './started-elsewhere.ts'
import { hasWord } from './words.ts'

/** Further than functions of a file that start a program call one another. */
const deepest = 5

/** Whether a node runs only while the program starts, or ends, or once for all, as far as its file shows. */
export function runsAtStart(context: RuleContext, node: Node, depth = 0): boolean {
  const { sourceCode } = context
  const owner = runnerOf(node)
  if (!owner || isKept(sourceCode, node)) return true
  if (routeOf(context, owner) || isCalledByRoute(context, owner, depth)) return false
  if (isStarter(sourceCode, owner) || isSyncTwin(owner)) return true
  if (depth >= deepest) return false
  const calls = callsOf(sourceCode, owner)
  const uses = calls ?? usesOfExported(context, owner)
  if (!uses || (calls && calls.length === 0)) return false
  return uses.every((call) => runsAtStart(context, call, depth + 1))
}

/** `export function findUpSync(…)`: who calls it is told that it waits, and answers for that. */
function isSyncTwin(owner: FunctionNode): boolean {
  return /[a-z]Sync$/.test(nameOf(owner) ?? '') && isExported(owner) && !owner.async
}

/** Whether a node runs in a handler of its file, or in what one calls: `router.post('/reload', () => load())`. */
export function runsInRoute(context: RuleContext, node: Node, depth = 0): boolean {
  if (routeAround(context, node)) return true
  const owner = runnerOf(node)
  return owner !== undefined && depth < deepest && isCalledByRoute(context, owner, depth + 1)
}

/** Whether a handler of the same file calls a function, whatever its name says. */
function isCalledByRoute(context: RuleContext, owner: FunctionNode, depth: number): boolean {
  return (referencesTo(context.sourceCode, owner) ?? []).some((use) => runsInRoute(context, use, depth))
}

/** The calls in this file of an exported function that other files call at the start only. */
function usesOfExported(context: RuleContext, owner: FunctionNode): readonly Node[] | undefined {
  const name = nameOf(owner)
  const uses = referencesTo(context.sourceCode, owner)
  const here = uses?.filter(({ parent }) => !/^Export/.test(parent?.type ?? ''))
  if (!uses || !here || name === undefined) return undefined
  if ((here.length === uses.length && !isExported(owner)) || !isStartedElsewhere(context, name)) return undefined
  return here.every((use) => use.parent?.type === 'CallExpression' && use.parent.callee === use) ? here : undefined
}

/** What reads the name of a function; `undefined` for one that is no declaration and no variable. */
function referencesTo(source: Source, owner: FunctionNode): readonly Node[] | undefined {
  const declaration = owner.type === 'FunctionDeclaration' ? owner : owner.parent
  if (declaration.type !== 'FunctionDeclaration' && declaration.type !== 'VariableDeclarator') return undefined
  const [variable] = source.getDeclaredVariables?.(declaration) ?? []
  return variable?.references.flatMap(({ identifier, init }) => (init === true ? [] : [identifier]))
}

/** Whether a function is there to start or to end the program, by its name or by what calls it. */
function isStarter(source: Source, owner: FunctionNode): boolean {
  const { parent } = owner
  if (parent.type === 'MethodDefinition' && parent.kind === 'constructor') return isMadeAtStart(source, parent)
  if (parent.type === 'CallExpression' && parent.callee !== owner) return isGivenToStarter(parent)
  return isStartName(nameOf(owner) ?? '') || isGivenApp(owner)
}

function nameOf(owner: FunctionNode): string | undefined {
  if (owner.type !== 'ArrowFunctionExpression' && owner.id) return owner.id.name
  const { parent } = owner
  if (parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition')
    return nameOfKey(parent)
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined
}

const apps = /^(?:app|application|server|fastify|instance|express|router|consumer)$/

/** `(app) => …`, `async function routes(fastify) { … }`: it is given what is being put together. */
function isGivenApp(owner: FunctionNode): boolean {
  const [first] = owner.params
  return first?.type === 'Identifier' && apps.test(first.name)
}

const endings = /^(?:exit|beforeExit|SIG[A-Z0-9]+|uncaughtException|uncaughtExceptionMonitor|unhandledRejection)$/

/** `app.listen(3000, () => …)`, `process.on('exit', () => …)`, `registerAs('mail', () => …)` */
function isGivenToStarter(call: TSESTree.CallExpression): boolean {
  const name = calledName(call)
  if (name === 'listen' || name === 'registerAs' || name === 'register') return true
  const [event] = call.arguments
  return (name === 'on' || name === 'once') && event?.type === 'Literal' && endings.test(String(event.value))
}

/** Whether a class is made once: by a container, for what it is told, or at the top of its module. */
function isMadeAtStart(source: Source, constructor: TSESTree.MethodDefinition): boolean {
  const owner = ancestor(constructor, isClass)
  if (!owner) return false
  if (decoratorsOf(owner).length > 0 || hasWord(owner.id?.name ?? '', settingsWords)) return true
  const uses = source.getDeclaredVariables?.(owner).flatMap(({ references }) => references) ?? []
  const made = uses.flatMap(({ identifier: { parent } }) => (parent?.type === 'NewExpression' ? [parent] : []))
  return made.length > 0 && made.every((one) => !ancestor(one, isFunction))
}

/** Whether a file is run by a thread of its own, which may wait as long as it likes. */
export function isWorkerThread({ text }: Source): boolean {
  return /\bworker_threads\b/.test(text) && /\b(?:parentPort|workerData)\b/.test(text)
}

const buildTools =
  /^(?:eslint|oxlint|typescript|prettier|webpack|vite|rollup|esbuild|@babel\/core|@rspack\/core|postcss|gulp|@swc\/core)$/
const servers =
  /^(?:express|fastify|hono|koa|next|nuxt|@hapi\/hapi|@nestjs\/.*|@trpc\/server|@apollo\/server|graphql-yoga|pg|mysql2?|mongoose|typeorm|@prisma\/client|bullmq|kafkajs)$/

/** Whether the package around a file is a tool for developers, in which nobody waits for an answer. */
export function isBuildTool(filename: string): boolean {
  // A text without a place stands in no package.
  const needed = path.isAbsolute(filename) ? [...(packageAround(filename)?.dependencies ?? [])] : []
  return needed.some((name) => buildTools.test(name)) && !needed.some((name) => servers.test(name))
}
