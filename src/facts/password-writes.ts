import path from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import { someFile } from '../project/files.ts'
import { calledName, nameOfValue } from './calls.ts'
import { propertiesAt } from './known-texts.ts'
import { isOfPeople, isPasswordName } from './password-names.ts'
import { isRequestInput } from './requests.ts'
import { ancestor, isFunction, nameOfKey, unwrapped, variableOf, type Node, type RuleContext } from './source.ts'
import { constantOf } from './production.ts'
import { passwordInStatement } from './password-statements.ts'

/**
 * The values that a call writes to the passwords of people, where its form leaves no doubt though the client comes from
 * another module: `prisma.user.create({ data })`, `knex('users').insert({ … })`, `User.create({ … })`.
 */
export function passwordsWrittenByForm(context: RuleContext, call: TSESTree.CallExpression): readonly Node[] {
  if (call.callee.type !== 'MemberExpression') return []
  const name = calledName(call)
  const receiver = unwrapped(call.callee.object)
  return [
    ...ofDelegate(context, call, name, receiver),
    ...ofHandle(context, call, name, receiver),
    ...ofModel(context, call, name, receiver),
    ...ofRepository(context, call, name, receiver),
    ...ofFound(context, call, name, receiver),
    ...ofBuilder(context, call, name, receiver),
    ...passwordInStatement(context, call),
  ]
}

function passwordsIn(context: RuleContext, given: Node | undefined, paths: readonly string[][]): Node[] {
  if (!given || given.type === 'SpreadElement') return []
  return paths.flatMap((names) => propertiesAt(context.sourceCode, given, [...names, 'password']))
}

/** `prisma.user.create({ data: { email, password } })` */
function ofDelegate(context: RuleContext, call: TSESTree.CallExpression, name: string, receiver: Node): Node[] {
  if (!/^(?:create|update|upsert)$/.test(name) || receiver.type !== 'MemberExpression') return []
  if (unwrapped(receiver.object).type === 'ThisExpression' || !isOfPeople(nameOfKey(receiver))) return []
  return passwordsIn(context, call.arguments[0], [['data'], ['create'], ['update']])
}

/** `User.create({ email, password })`, `db.User.update({ password }, { where })`, `UserModel.findByIdAndUpdate(id, { password })` */
function ofModel(context: RuleContext, call: TSESTree.CallExpression, name: string, receiver: Node): Node[] {
  const model = nameOfValue(receiver)
  const isModel = model !== undefined && (/^\p{Lu}/u.test(model) || /Model$/.test(model)) && isOfPeople(model)
  if (!isModel || !isWaitedFor(call)) return []
  const [first, second] = call.arguments
  if (/^(?:create|insert|insertOne|upsert)$/.test(name)) return passwordsIn(context, first, [[]])
  // Sequelize takes the values first, Mongoose the condition.
  if (name === 'update') return passwordsIn(context, first, [[]])
  return /^(?:findByIdAndUpdate|findOneAndUpdate|updateOne)$/.test(name)
    ? passwordsIn(context, second, [[], ['$set']])
    : []
}

/** `db.user.create({ email, password })`: what a request has sent goes to a model that has a small name. */
function ofHandle(context: RuleContext, call: TSESTree.CallExpression, name: string, receiver: Node): Node[] {
  if (name !== 'create' || receiver.type !== 'MemberExpression' || !isOfPeople(nameOfKey(receiver))) return []
  if (!/^(?:db|models?|orm|database|sequelize)$/.test(nameOfValue(receiver.object) ?? '')) return []
  return passwordsIn(context, call.arguments[0], [[]]).filter((one) => typedPassword(context, one) === 'sent')
}

/** `userRepository.save({ email, password })`, `source.getRepository(User).insert({ … })` */
function ofRepository(context: RuleContext, call: TSESTree.CallExpression, name: string, receiver: Node): Node[] {
  if (!/^(?:save|insert|upsert)$/.test(name)) return []
  const [entity] =
    receiver.type === 'CallExpression' && calledName(receiver) === 'getRepository' ? receiver.arguments : []
  const called = nameOfValue(receiver) ?? ''
  const owner = entity ? nameOfTable(unwrapped(entity)) : /Repo(?:sitory)?$/.test(called) ? called : undefined
  // A repository of the project's own may make the hash.
  if (!isOfPeople(owner) || (!entity && isHashedByOthers(context, 'given'))) return []
  return passwordsIn(context, call.arguments[0], [[]])
}

/** `const user = await User.findByPk(id)`, and `user.update({ password })` further down. */
function ofFound(context: RuleContext, call: TSESTree.CallExpression, name: string, receiver: Node): Node[] {
  if (name !== 'update' || receiver.type !== 'Identifier' || !isOfPeople(receiver.name)) return []
  const definition = variableOf(context.sourceCode, receiver)?.defs[0]
  const found = definition?.type === 'Variable' && definition.node.init ? unwrapped(definition.node.init) : undefined
  const isFound = found?.type === 'CallExpression' && /^find(?:ByPk|One|OneOrFail|ById|OrFail)$/.test(calledName(found))
  return isFound ? passwordsIn(context, call.arguments[0], [[]]) : []
}

/** `const user = new User({ email, password })`, and `user.save()` further down. */
export function passwordsOfSaved(context: RuleContext, made: TSESTree.NewExpression): readonly Node[] {
  const model = nameOfValue(made.callee)
  if (model === undefined || !(/^\p{Lu}/u.test(model) || /Model$/.test(model)) || !isOfPeople(model)) return []
  const { parent } = made
  if (parent.type === 'MemberExpression')
    return nameOfKey(parent) === 'save' ? passwordsIn(context, made.arguments[0], [[]]) : []
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return []
  const variable = variableOf(context.sourceCode, parent.id)
  const isSaved = variable?.references.some(
    ({ identifier: { parent: used } }) =>
      used?.type === 'MemberExpression' && nameOfKey(used) === 'save' && used.parent.type === 'CallExpression',
  )
  return isSaved ? passwordsIn(context, made.arguments[0], [[]]) : []
}

/** A database answers later; a factory of the domain hands back what it made. */
function isWaitedFor(call: TSESTree.CallExpression): boolean {
  const { parent } = call
  if (parent.type === 'AwaitExpression') return true
  if (parent.type === 'MemberExpression') return /^(?:then|catch|exec|lean|select)$/.test(nameOfKey(parent) ?? '')
  return call.arguments.length > 1 || (parent.type === 'ReturnStatement' && ancestor(call, isFunction)?.async === true)
}

/** `knex('users').insert({ … })`, `db.insert(users).values({ … })`, `db.collection('users').insertOne({ … })` */
function ofBuilder(context: RuleContext, call: TSESTree.CallExpression, name: string, receiver: Node): Node[] {
  const made = receiver.type === 'Identifier' ? constantOf(context.sourceCode, receiver) : receiver
  const chain = made && unwrapped(made)
  if (chain?.type !== 'CallExpression') return []
  const table = tableOf(chain, name)
  if (!isOfPeople(table)) return []
  const [first, second] = call.arguments
  return /^(?:updateOne|findOneAndUpdate)$/.test(name)
    ? passwordsIn(context, second, [['$set']])
    : passwordsIn(context, first, [[]])
}

/** Which call names the table, by the call that takes the values. */
const tablesOf = new Map<string, RegExp>([
  ['values', /^(?:insert|insertInto|into)$/],
  ['set', /^(?:update|updateTable)$/],
  ['insert', /^(?:knex|db|trx|tx|table|from|into|collection)$/],
  ['update', /^(?:knex|db|trx|tx|table|from)$/],
  ['upsert', /^from$/],
  ['insertOne', /^collection$/],
  ['updateOne', /^collection$/],
  ['findOneAndUpdate', /^collection$/],
])

/** The table that the calls of a chain name: `users` of `knex('users').where({ id })`. */
function tableOf(given: TSESTree.CallExpression, written: string): string | undefined {
  const names = tablesOf.get(written)
  if (!names) return undefined
  for (let node: Node = given; node.type === 'CallExpression';) {
    if (names.test(calledName(node)) && node.arguments[0]) return nameOfTable(unwrapped(node.arguments[0]))
    if (node.callee.type !== 'MemberExpression') return undefined
    node = unwrapped(node.callee.object)
  }
  return undefined
}

function nameOfTable(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  return nameOfValue(node)
}

/** What a client sent, by what people call it. */
const sent = /^(?:body|dto|input|form|req|request|credentials|creds|\w+(?:Dto|DTO|Input|Body|Form|Request))$/
/** What may have come from anywhere, also with a hash in it. */
const handedOn = /^(?:args|data|payload|params|values|fields|attributes|props|user|\w+(?:Data|Args|Params|Payload))$/

/**
 * Whether a value is a password as somebody typed it: `sent` by a client, or `given` to a function by a caller that may
 * have made a hash of it.
 */
export function typedPassword(context: RuleContext, given: Node): 'sent' | 'given' | undefined {
  const { sourceCode } = context
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') {
    if (!isPasswordName(nameOfKey(node) ?? '')) return undefined
    if (isRequestInput(sourceCode, node)) return 'sent'
    return ofHolder(unwrapped(node.object))
  }
  if (node.type !== 'Identifier' || !isPasswordName(node.name)) return undefined
  const variable = variableOf(sourceCode, node)
  const definition = variable?.defs[0]
  if (!variable || !definition || variable.references.some((one) => one.isWrite() && !one.init)) return undefined
  if (definition.type === 'Parameter') return 'given'
  if (definition.type !== 'Variable' || !definition.node.init) return undefined
  const { init, id } = definition.node
  const value = unwrapped(init)
  if (isRequestInput(sourceCode, value)) return 'sent'
  if (id.type === 'ObjectPattern') return ofHolder(value)
  return value.type === 'MemberExpression' ? typedPassword(context, value) : undefined
}

function ofHolder(node: Node): 'sent' | 'given' | undefined {
  const name = nameOfValue(node)
  if (name === undefined) return undefined
  return sent.test(name) ? 'sent' : handedOn.test(name) && node.type === 'Identifier' ? 'given' : undefined
}

const making =
  /hash\w*passw|passw\w*hash\w*\s*\(|\b(?:hash|hashSync|genSalt|genSaltSync)\s*\(|encrypt\w*passw|\bscrypt|pbkdf2/i

function makesHashes(text: string): boolean {
  return making.test(text) && making.test(withoutOldCode(text))
}

/** A text without the comments that code was put into to do without it. */
export function withoutOldCode(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => (/\w\.\w+\([^)]/.test(comment) ? '' : comment))
}

/** Whether something of the file, or of its project where the password is only handed on, makes hashes of passwords. */
export function isHashedByOthers(context: RuleContext, typed: 'sent' | 'given'): boolean {
  if (makesHashes(context.sourceCode.text)) return true
  const folder = path.isAbsolute(context.filename) ? packageAround(context.filename)?.folder : undefined
  if (typed === 'sent' || folder === undefined) return false
  return someFile(folder, 'makes hashes of passwords', (file, text) => {
    return /\.[cm]?[jt]s$/.test(file) && /passw/i.test(text()) && makesHashes(text())
  })
}
