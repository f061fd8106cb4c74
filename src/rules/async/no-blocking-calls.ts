import { isBuiltin } from 'node:module'
import type { TSESTree } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { isIdleLoop, onBlocking, type Blocking } from '../../facts/blocking.ts'
import { isNamedForDevelopment } from '../../facts/dev-guards.ts'
import { loadedModule } from '../../facts/imports.ts'
import { joined } from '../../facts/listeners.ts'
import { isForDevelopers } from '../../facts/production.ts'
import { awaitInstead } from '../../facts/promise-edits.ts'
import { routeAround } from '../../facts/routes.ts'
import { ancestor, isFunction, type Node } from '../../facts/source.ts'
import { isStartFile } from '../../facts/start-names.ts'
import { isOfTools } from '../../facts/started-elsewhere.ts'
import { isBuildTool, isWorkerThread, runsAtStart, runsInRoute } from '../../facts/startup.ts'

type Messages = 'file' | 'process' | 'computation' | 'query' | 'wait' | 'loop' | 'require' | 'await'

interface Options {
  readonly functions: 'all' | 'async'
  readonly allow: readonly string[]
  readonly include: readonly string[]
}

export default defineRule<Messages, Options>({
  description: 'Disallow calls that block the event loop while requests are served',
  clauses: ['001/3.4a', '001/5.1', '001/5.3', '002/10.4'],
  tier: 'recommended',
  files: ['server'],
  mentions: /Sync\b|\brequire\(|Atomics|XMLHttpRequest|\b(?:while|for)\b[^;{}]{0,400}(?:\bnow\(|new Date)|sqlite/,
  fixable: true,
  hasSuggestions: true,
  messages: {
    file: '`{{ name }}` keeps every other request waiting for the disk. Await the asynchronous form.',
    process: '`{{ name }}` keeps every other request waiting until the process ends. Await the asynchronous form.',
    computation: '`{{ name }}` keeps every other request waiting while it computes. Await the asynchronous form.',
    query: '`{{ name }}` keeps every other request waiting for the database. Run it in a worker thread.',
    wait: '`{{ name }}` stops the whole process until it is answered. Await something in its place.',
    loop: 'This loop does nothing but pass time, and no request is served meanwhile. Await a timer.',
    require: "`require('{{ module }}')` reads and runs files while a request waits. Load it at the top of the module.",
    await: 'Await the asynchronous form: `{{ text }}`.',
  },
  options: {
    functions: {
      schema: {
        type: 'string',
        enum: ['all', 'async'],
        description: 'Which functions are looked at: `async` for those that could await something.',
      },
      default: 'all',
    },
    allow: {
      schema: { type: 'array', items: { type: 'string' }, description: 'Names of calls that may block.' },
      default: [],
    },
    include: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Packages of databases whose queries block by design, and are reported all the same.',
      },
      default: [],
    },
  },
  create(context, { functions, allow, include }) {
    const { sourceCode } = context
    if (isWorkerThread(sourceCode) || isBuildTool(context.filename)) return {}

    const isOfStart = isStartFile(context)
    const isOutOfProduction = (node: Node) => isForDevelopers(sourceCode, node) || isNamedForDevelopment(node)

    function mayBlock(node: Node): boolean {
      if (isOfStart && !runsInRoute(context, node)) return true
      const isSync = functions === 'async' && ancestor(node, isFunction)?.async !== true
      return isSync || runsAtStart(context, node) || isOutOfProduction(node) || isOfTools(context)
    }

    function checkCall(call: Blocking) {
      const { node, row, name } = call
      if (allow.includes(name) || (row.work === 'query' && !include.includes(call.package))) return
      if (!mayBlock(node)) report(context, call)
    }

    function checkRequire(node: TSESTree.CallExpression) {
      const module = allow.includes('require') ? undefined : loadedModule(sourceCode, node)
      // What Node.js brings along is in memory already.
      if (module !== undefined && !isBuiltin(module) && routeAround(context, node) && !mayBlock(node))
        context.report({ node, messageId: 'require', data: { module } })
    }

    function checkLoop(node: TSESTree.Statement) {
      if (isIdleLoop(sourceCode, node) && !mayBlock(node)) context.report({ node, messageId: 'loop' })
    }

    const loops = { WhileStatement: checkLoop, DoWhileStatement: checkLoop, ForStatement: checkLoop }
    return joined(onBlocking(context, checkCall), { CallExpression: checkRequire }, loops)
  },
})

function report(context: Context<Messages>, { node, row, name }: Blocking) {
  const { promised, fixable, work } = row
  const instead = promised === undefined ? undefined : awaitInstead(context.sourceCode, node, promised)
  const found = { node: node.callee, messageId: work, data: { name } } as const
  if (instead && fixable) return context.report({ ...found, fix: instead.edit })
  const suggest = instead
    ? [{ messageId: 'await' as const, data: { text: instead.text }, fix: instead.edit }]
    : undefined
  return context.report({ ...found, ...(suggest && { suggest }) })
}
