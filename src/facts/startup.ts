import path from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import { originsFor } from './acts.ts'
import { callsOf } from './call-sites.ts'
import { calledName, nameOfDecorator } from './calls.ts'
import { isExport, isExported } from './exported-functions.ts'
import { isKept } from './kept.ts'
import { nodesIn } from './nodes.ts'
import { declaresRoutes, routeAround, routeOf } from './routes.ts'
import {
  ancestor,
  contains,
  decoratorsOf,
  descendants,
  isClass,
  isFunction,
  nameOfKeeper,
  type ClassNode,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { runnerOf } from './runners.ts'
import { isStartName, settingsWords } from './start-names.ts'
import { isStartedElsewhere, startsElsewhere } from './started-elsewhere.ts'
import { hasWord, wordsOf } from './words.ts'

/** Further than functions of a file that start a program call one another. */
const deepest = 5

/** Whether a node runs only while the program starts, or ends, or once for all, as far as its file shows. */
export function runsAtStart(context: RuleContext, node: Node, depth = 0): boolean {
  const owner = runnerOf(node)
  return !owner || isKept(context.sourceCode, node) || isRunAtStart(context, owner, depth)
}

function isRunAtStart(context: RuleContext, owner: FunctionNode, depth: number): boolean {
  const { sourceCode } = context
  if (routeOf(context, owner) || isCalledByRoute(context, owner, depth)) return false
  if (isStarter(context, owner, depth) || isSyncTwin(owner) || serves(context, owner)) return true
  if (depth >= deepest) return false
  const call = continuedCall(context, owner)
  const outer = call && runnerOf(call)
  if (call) return !outer || isRunAtStart(context, outer, depth + 1)
  const calls = callsOf(sourceCode, owner)
  const uses = calls ?? usesOfExported(context, owner) ?? usesOfStatic(context, owner)
  if (!uses || (calls && calls.length === 0)) return false
  return uses.every((call) => contains(owner, call) || runsAtStart(context, call, depth + 1))
}

/** The call that runs a function once, when what it waits for has come: `import('./jobs').then(…)`, `fs.open(name, (error) => …)` */
function continuedCall(context: RuleContext, owner: FunctionNode): TSESTree.CallExpression | undefined {
  const { parent: call } = owner
  if (call.type !== 'CallExpression' || call.callee === owner) return undefined
  if (call.callee.type === 'MemberExpression' && settles.test(calledName(call))) return call
  const origin = call.arguments.at(-1) === owner ? originsFor(context).of(call.callee) : undefined
  const isOnce = origin?.kind === 'export' && origin.package === 'node:fs' && !origin.name.startsWith('watch')
  return isOnce ? call : undefined
}

const settles = /^(?:then|catch|finally)$/

/** `export function findUpSync(…)`: who calls it is told that it waits, and answers for that. */
function isSyncTwin(owner: FunctionNode): boolean {
  if (owner.async || !/[a-z]Sync$|^sync$/.test(nameOf(owner) ?? '')) return false
  // `files.existsSync = (name) => …`
  return isExported(owner) || owner.parent.type === 'AssignmentExpression'
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
  const here = uses?.filter((use) => !isExport(use))
  if (!uses || !here || name === undefined) return undefined
  if ((here.length === uses.length && !isExported(owner)) || !isStartedElsewhere(context, name)) return undefined
  return here.every((use) => use.parent?.type === 'CallExpression' && use.parent.callee === use) ? here : undefined
}

/** The calls in this file of a static method, `Database.open()`, that other files call at the start only, or not at all. */
function usesOfStatic(context: RuleContext, owner: FunctionNode): readonly Node[] | undefined {
  const { parent: method } = owner
  const around = method.type === 'MethodDefinition' && method.static ? ancestor(method, isClass) : undefined
  const name = around && nameOf(owner)
  if (!around?.id || name === undefined) return undefined
  const own = [around.id.name, 'this'].map((one) => `${one}.${name}`)
  const text = (node: Node) => context.sourceCode.getText(node)
  const uses = nodesIn(context.sourceCode).filter(
    (node) => node.type === 'MemberExpression' && own.includes(text(node)),
  )
  if (uses.some((use) => use.parent?.type !== 'CallExpression' || use.parent.callee !== use)) return undefined
  const elsewhere = startsElsewhere(context, `${around.id.name}.${name}`)
  return (elsewhere ?? uses.length > 0) ? uses : undefined
}

/** What reads the name of a function; `undefined` for one that is no declaration and no variable. */
function referencesTo(source: Source, owner: FunctionNode): readonly Node[] | undefined {
  const declaration = owner.type === 'FunctionDeclaration' ? owner : owner.parent
  if (declaration.type !== 'FunctionDeclaration' && declaration.type !== 'VariableDeclarator') return undefined
  const [variable] = source.getDeclaredVariables?.(declaration) ?? []
  return variable?.references.flatMap(({ identifier, init }) => (init === true ? [] : [identifier]))
}

const serving = /^(?:createServer|createSecureServer|listen)$/
const servingText = /\.listen\(|\bcreate(?:Secure)?Server\(|\b(?:require|import)\([^'"`]/

/** Whether a function makes a server, puts the routes of one together, or loads the parts of a program. */
function serves(context: RuleContext, owner: FunctionNode): boolean {
  if (declaresRoutes(context, owner)) return true
  if (!servingText.test(context.sourceCode.text)) return false
  return [...descendants(context.sourceCode, owner.body)].some(
    (node) => (isServing(node) || loadsAny(node)) && runnerOf(node) === owner,
  )
}

/** `https.createServer({ key }, app)` */
function isServing(node: Node): boolean {
  return node.type === 'CallExpression' && serving.test(calledName(node))
}

/** `require(path.join(folder, name))`: whichever modules a folder holds. */
function loadsAny(node: Node): boolean {
  if (node.type === 'ImportExpression') return !isFixed(node.source)
  const [module] = node.type === 'CallExpression' && calledName(node) === 'require' ? node.arguments : []
  return module !== undefined && !isFixed(module)
}

function isFixed({ type }: Node): boolean {
  return type === 'Literal' || type === 'TemplateLiteral'
}

/** Whether a function is there to start or to end the program, by its name or by what calls it. */
function isStarter(context: RuleContext, owner: FunctionNode, depth: number): boolean {
  const { parent } = owner
  if (parent.type === 'MethodDefinition' && parent.kind === 'constructor') return isMadeAtStart(context, parent, depth)
  if (parent.type === 'MethodDefinition' && parent.static && isModule(parent)) return true
  if (parent.type === 'CallExpression' && parent.callee !== owner)
    return isGivenToStarter(parent) || isPluginOfApp(parent, owner) || isCommandAction(context.sourceCode, parent)
  const name = nameOf(owner) ?? ''
  if (endsServer.test(name) && isServer(context, ancestor(parent, isClass))) return true
  return isStartName(name) || isGivenApp(owner) || isLoadingSettings(owner, name)
}

/** `@Module({ … }) class Jobs { static register() { … } }` */
function isModule(method: TSESTree.MethodDefinition): boolean {
  const owner = ancestor(method, isClass)
  return owner !== undefined && decoratorsOf(owner).some(({ expression }) => nameOfDecorator(expression) === 'Module')
}

/** `class Settings { load() { … } }`: the name of the class says what is loaded. */
function isLoadingSettings({ parent }: FunctionNode, name: string): boolean {
  if (parent.type !== 'MethodDefinition' || !/^(?:re)?load$/.test(name)) return false
  const words = wordsOf(ancestor(parent, isClass)?.id?.name ?? '')
  return (
    words.some((word) => settingsWords.has(word)) && words.every((word) => settingsWords.has(word) || holders.has(word))
  )
}

const holders = new Set('app application server system global service manager loader store file'.split(' '))

function nameOf(owner: FunctionNode): string | undefined {
  return owner.type !== 'ArrowFunctionExpression' && owner.id ? owner.id.name : nameOfKeeper(owner)
}

const apps = /^(?:app|application|server|fastify|instance|express|router|consumer)$/

/** `(app) => …`, `async function routes(fastify) { … }`: it is given what is being put together. */
function isGivenApp(owner: FunctionNode): boolean {
  const [first] = owner.params
  return first?.type === 'Identifier' && apps.test(first.name)
}

/** `fp(async (app) => …)`, `fastifyPlugin((instance) => …)` */
function isPluginOfApp(call: TSESTree.CallExpression, owner: FunctionNode): boolean {
  return /plugin$|^fp$/i.test(calledName(call)) && isGivenApp(owner)
}

const commandImport = /(?:from|require\()\s*['"](?:commander|yargs|cac|sade|@caporal\/core)['"]/

/** `program.command('add').action((name) => …)`: the process is there for that command alone. */
function isCommandAction({ text }: Source, call: TSESTree.CallExpression): boolean {
  return /^(?:action|command)$/.test(calledName(call)) && commandImport.test(text)
}

const endings = /^(?:exit|beforeExit|SIG[A-Z0-9]+|uncaughtException|uncaughtExceptionMonitor|unhandledRejection)$/

/** `app.listen(3000, () => …)`, `process.on('exit', () => …)`, `registerAs('mail', () => …)` */
function isGivenToStarter(call: TSESTree.CallExpression): boolean {
  const name = calledName(call)
  if (name === 'listen' || name === 'registerAs' || name === 'register') return true
  const [event] = call.arguments
  return (name === 'on' || name === 'once') && event?.type === 'Literal' && endings.test(String(event.value))
}

/** Whether a class is made once: by a container, for what it is told, or by what runs at the start. */
function isMadeAtStart(context: RuleContext, constructor: TSESTree.MethodDefinition, depth: number): boolean {
  const { sourceCode } = context
  const owner = ancestor(constructor, isClass)
  if (!owner) return false
  const name = owner.id?.name ?? ''
  if (decoratorsOf(owner).length > 0 || hasWord(name, settingsWords)) return true
  const uses = sourceCode.getDeclaredVariables?.(owner).flatMap(({ references }) => references) ?? []
  const made = uses.flatMap(({ identifier: { parent } }) => (parent?.type === 'NewExpression' ? [parent] : []))
  if (depth >= deepest || !made.every((one) => runsAtStart(context, one, depth + 1))) return false
  return made.length > 0 || isServer(context, owner) || isStartedElsewhere(context, name)
}

/** Methods that end what the same class has started. */
const endsServer = /^(?:close|stop|destroy|dispose)$/

/** `class Application { constructor() { … } addRoutes() { this.app.get('/', …) } }` */
function isServer(context: RuleContext, owner: ClassNode | undefined): boolean {
  return (owner?.body.body ?? []).some(
    (one) => one.type === 'MethodDefinition' && isFunction(one.value) && serves(context, one.value),
  )
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
