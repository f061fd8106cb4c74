import path from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import { callsOf } from './call-sites.ts'
import { calledName } from './calls.ts'
import { isKept } from './kept.ts'
import { routeOf } from './routes.ts'
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
import { hasWord, wordsOf } from './words.ts'

/** Further than functions of a file that start a program call one another. */
const deepest = 5

/** Whether a node runs only while the program starts, or ends, or once for all, as far as its file shows. */
export function runsAtStart(context: RuleContext, node: Node, depth = 0): boolean {
  const { sourceCode } = context
  const owner = runnerOf(node)
  if (!owner || isKept(sourceCode, node)) return true
  if (routeOf(context, owner)) return false
  if (isStarter(sourceCode, owner)) return true
  const calls = depth < deepest ? callsOf(sourceCode, owner) : undefined
  return calls !== undefined && calls.length > 0 && calls.every((call) => runsAtStart(context, call, depth + 1))
}

/** The function that a node runs in, past callbacks that are called at once; none at the top of a module. */
export function runnerOf(node: Node): FunctionNode | undefined {
  let owner = ancestor(node, isFunction)
  while (owner && isCalledAtOnce(owner)) owner = ancestor(owner, isFunction)
  return owner
}

const iterators = new Set(
  `every filter find findIndex findLast findLastIndex flatMap forEach from map reduce reduceRight some sort toSorted`.split(
    ' ',
  ),
)

/** `(() => …)()`, `paths.map((path) => …)`, `new Promise((resolve) => …)` */
function isCalledAtOnce(owner: FunctionNode): boolean {
  const { parent } = owner
  if (parent.type === 'NewExpression') return parent.callee.type === 'Identifier' && parent.callee.name === 'Promise'
  if (parent.type !== 'CallExpression') return false
  return parent.callee === owner || (parent.callee.type === 'MemberExpression' && iterators.has(calledName(parent)))
}

/** Whether a function is there to start or to end the program, by its name or by what calls it. */
function isStarter(source: Source, owner: FunctionNode): boolean {
  const { parent } = owner
  if (parent.type === 'MethodDefinition' && parent.kind === 'constructor') return isMadeAtStart(source, parent)
  if (parent.type === 'CallExpression' && parent.callee !== owner) return isGivenToStarter(parent)
  return saysStart(nameOf(owner) ?? '') || isGivenApp(owner)
}

function nameOf(owner: FunctionNode): string | undefined {
  if (owner.type !== 'ArrowFunctionExpression' && owner.id) return owner.id.name
  const { parent } = owner
  if (parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition')
    return nameOfKey(parent)
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined
}

const starts = new Set('boot bootstrap init initialize initialise setup configure startup preload main'.split(' '))
/** Words that start something where the name says what is started, or what is read for that. */
const makes = new Set('start create make build load register run'.split(' '))
const started = new Set('app application server logger plugins certificates certs'.split(' '))
const reads = new Set('load read get parse resolve create make build'.split(' '))
const settingsWords = new Set('config configs configuration env environment envs settings options'.split(' '))
/** Names by which frameworks call what they run while they start or stop. */
const hooks =
  /^(?:start|useFactory|onModuleInit|onModuleDestroy|onApplicationBootstrap|onApplicationShutdown|beforeApplicationShutdown|forRoot|forRootAsync|forFeature|registerAsync|createTypeOrmOptions|createMongooseOptions|createJwtOptions|createMulterOptions|createGqlOptions|createHttpOptions)$/

function saysStart(name: string): boolean {
  const [first = '', ...rest] = wordsOf(name)
  if (hooks.test(name) || starts.has(first)) return true
  return rest.some((word) => (makes.has(first) && started.has(word)) || (reads.has(first) && settingsWords.has(word)))
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

const placesOfStart = new Set(
  `config configs configuration env environment boot bootstrap startup setup instrumentation tracing
   migration migrations migrator codegen generator scaffold`.split(/\s+/),
)

const buildSteps = /^(?:build|bundle|compile|deploy|release)$/

/** Whether a whole file is for before requests come, by its name or its folder: `src/config/database.ts`. */
export function isStartFile({ filename, cwd }: Pick<RuleContext, 'filename' | 'cwd'>): boolean {
  const place = filename.startsWith(cwd) ? filename.slice(cwd.length) : filename
  const [name = '', folder = ''] = place.split(/[/\\]/).reverse()
  const base = name.replace(/\.[cm]?[jt]sx?$/, '')
  return hasWord(base, placesOfStart) || placesOfStart.has(folder) || buildSteps.test(base)
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
