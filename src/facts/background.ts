import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfValue } from './calls.ts'
import { functionName } from './functions.ts'
import {
  ancestor,
  decoratorsOf,
  descendants,
  isClass,
  isFunction,
  nameOfKey,
  unwrapped,
  type FunctionNode,
  type Node,
  type Source,
} from './source.ts'
import { wordsOf } from './words.ts'

/** Calls whose function runs later, for an event, a message or a time: nobody waits for what it gives back. */
const registrars =
  /^(?:on|once|addListener|addEventListener|prependListener|subscribe|consume|process|schedule|scheduleJob|setInterval|setTimeout|setImmediate|nextTick|waitUntil|queueMicrotask|after|eachMessage|eachBatch|onmessage)$/
const registrarClasses = /^(?:Worker|CronJob|Cron|Consumer|QueueWorker|Queue|Processor|Job|FinalizationRegistry)$/
const listenerDecorators =
  /^(?:Cron|Interval|Timeout|Process|Processor|OnEvent|OnWorkerEvent|OnQueue\w*|OnGlobalQueue\w*|EventPattern|MessagePattern|EventsHandler|SubscribeMessage|RabbitSubscribe|RabbitRPC|SqsMessageHandler|SqsConsumerEventHandler|OnMessage|KafkaListener|EventSubscriber|Subscriber|Listener|Worker|Job)$/
const listenerFile =
  /(?:^|[\\/._-])(?:listeners?|subscribers?|processors?|consumers?|crons?|cron-?jobs?|workers?|jobs?|schedulers?)(?:[\\/]|\.[cm]?[jt]sx?$)/i

const queueFile = /(?:^|[\\/._-])queues?(?:[\\/]|\.[cm]?[jt]sx?$)/i

/** Whether a file holds listeners, workers or jobs, by its name or its folders. */
export function isListenerFile(filename: string): boolean {
  return isWorkerFile(filename) || queueFile.test(placeOf(filename))
}

function isWorkerFile(filename: string): boolean {
  return listenerFile.test(placeOf(filename)) || isTaskFile(filename.split(/[\\/]/))
}

function placeOf(filename: string): string {
  return filename.split(/[\\/]/).slice(-4).join('/')
}

/** `tasks/sendReminders.ts`; `tasks/createTask.ts` and `tasks/tasks.service.ts` are about the tasks of somebody. */
function isTaskFile(names: readonly string[]): boolean {
  const file = names.at(-1) ?? ''
  if (!names.slice(-3, -1).includes('tasks')) return false
  return !/tasks?(?![a-z])|[.-](?:service|controller|repository|resolver|router?|routes|model|entity|guard|handler)\./i.test(
    file,
  )
}

/** Whether a catch is one of a worker, by its place: a file about queues holds also what fills them, for a caller. */
export function isInWorker(source: Source, filename: string, node: Node): boolean {
  return isWorkerFile(filename) || (queueFile.test(placeOf(filename)) && !fillsQueue(source, node))
}

/** `try { await queue.add('mail', order) } catch`, where no job is worked off. */
function fillsQueue(source: Source, caught: Node): boolean {
  const owner = ancestor(caught, isFunction)
  const tried =
    caught.type === 'CatchClause' ? caught.parent : ancestor(caught, ({ type }) => type === 'CallExpression')
  if (!owner || !tried) return false
  const given = owner.params.map((one) => source.getText(one))
  const [first = ''] = wordsOf(functionName(owner.body) ?? '')
  if (given.some((one) => jobs.test(one) || (messages.test(one) && !fills.test(first)))) return false
  return [...descendants(source, tried)].some(
    (one) => one.type === 'CallExpression' && (isPutInQueue(one) || fillers.test(calledName(one))),
  )
}

const jobs = /^job\b|:\s*\w*(?:Job|ConsumeMessage|KafkaMessage)\b/
/** What is taken from a queue as often as it is put there. */
const messages = /^(?:message|msg|task|event|payload|delivery)\b/
const fills = /^(?:add|publish|enqueue|send|produce|push|schedule|queue|dispatch|emit)$/
const fillers = /^(?:addBulk|addJob|enqueue|publish|sendToQueue|sendMessage)$/

/** Whether code runs for an event, a message or a time, so that nobody is there to whom an error could propagate. */
export function runsForEvent(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (isFunction(at) && isListener(at)) return true
  return false
}

function isListener(owner: FunctionNode): boolean {
  const { parent } = owner
  if (parent.type === 'CallExpression') return parent.callee !== owner && isRegistrar(parent)
  if (parent.type === 'NewExpression') return registrarClasses.test(calledName(parent))
  if (
    parent.type === 'Property' &&
    (/^each(?:Message|Batch)$|^on[A-Z]/.test(nameOfKey(parent) ?? '') || isTask(parent))
  )
    return true
  if (parent.type === 'MethodDefinition') {
    const holder = parent.parent.parent
    if (decoratorsOf(parent).some(isListenerDecorator)) return true
    if (isClass(holder) && decoratorsOf(holder).some(isListenerDecorator)) return true
  }
  // `onModuleDestroy`, `onOrderPaid`; `once` and `only` are words of their own.
  const [first, second = '', ...others] = wordsOf(functionName(owner.body) ?? '')
  if (/^(?:process|drain|consume)\w*Queue$/.test(functionName(owner.body) ?? '')) return true
  return first === 'on' || (first === 'handle' && others.length === 0 && /^(?:message|event)s?$/.test(second))
}

/** `task({ id: 'mail', run: f })` */
function isTask(property: TSESTree.Property): boolean {
  const call = property.parent.parent
  return (
    nameOfKey(property) === 'run' && call?.type === 'CallExpression' && /^(?:task|schemaTask)$/.test(calledName(call))
  )
}

/** `bot.onMessage(async (message) => …)`; a request that comes in has somebody who waits. */
const listening = /^on(?!(?:Request|Call|Error)$)[A-Z]/

/** `queue.process(f)`, `queue.process(traced(f))`, `this.queue.add(f)` */
function isRegistrar(call: TSESTree.CallExpression): boolean {
  if (registrars.test(calledName(call)) || listening.test(calledName(call)) || isPutInQueue(call)) return true
  const { parent } = call
  return parent.type === 'CallExpression' && parent.callee !== call && registrars.test(calledName(parent))
}

/** A queue that is given functions runs each of them when it comes to it. */
function isPutInQueue({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || !/^(?:add|push|enqueue)$/.test(nameOfKey(callee) ?? '')) return false
  const name = nameOfValue(callee.object) ?? ''
  return wordsOf(name).at(-1) === 'queue'
}

function isListenerDecorator({ expression }: { readonly expression: Node }): boolean {
  const node = unwrapped(expression)
  const name = node.type === 'CallExpression' ? calledName(node) : node.type === 'Identifier' ? node.name : ''
  return listenerDecorators.test(name)
}
