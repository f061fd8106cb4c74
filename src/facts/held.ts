import type { TSESTree } from '@typescript-eslint/utils'
import type { AcquireAt } from '../roles.ts'
import { calledName } from './calls.ts'
import { runnerOf } from './runners.ts'
import { nameOfKey, unwrapped, variableOf, type FunctionNode, type Node, type Source, type Variable } from './source.ts'

/** A thing that was taken, in the variable that it is kept in. */
export interface Held {
  readonly variable: Variable
  readonly name: string
  /** The statement that takes it. */
  readonly statement: TSESTree.Statement
  readonly isDeclared: boolean
}

/**
 * Where what a call takes goes: into a variable of the same function, to nobody, as when only a member of it is used, or
 * to someone else, who has to give it back; `managed` where it gives itself back.
 */
export function keeperOf(source: Source, call: TSESTree.CallExpression, row: AcquireAt): Held | 'nobody' | 'else' {
  let value: Node = call
  while (value.parent && value.parent !== value && unwrapped(value.parent) === call) value = value.parent
  const { parent } = value
  switch (parent?.type) {
    case 'ExpressionStatement':
      return 'nobody'
    case 'MemberExpression':
      return isUsedOnce(parent) ? 'nobody' : 'else'
    case 'VariableDeclarator':
      return /using/.test(parent.parent.kind) ? 'else' : heldBy(source, nameIn(parent.id, row), parent.parent)
    case 'AssignmentExpression':
      return parent.parent.type === 'ExpressionStatement'
        ? heldBy(source, nameIn(parent.left, row), parent.parent)
        : 'else'
    default:
      return 'else'
  }
}

/** `(await pool.connect()).query(…)`; to read a member takes nothing of some libraries. */
function isUsedOnce(member: TSESTree.MemberExpression): boolean {
  const isCalled = member.parent.type === 'CallExpression' && member.parent.callee === member
  return isCalled && !/^(?:then|catch|finally)$/.test(nameOfKey(member) ?? '')
}

/** `client`; `[, release]` where a list ends with what gives it back. */
function nameIn(pattern: Node, { itself }: AcquireAt): TSESTree.Identifier | undefined {
  const last = itself && pattern.type === 'ArrayPattern' ? pattern.elements.at(-1) : pattern
  return last?.type === 'Identifier' ? last : undefined
}

function heldBy(source: Source, name: TSESTree.Identifier | undefined, statement: Node): Held | 'else' {
  const variable = name && variableOf(source, name)
  const declared = variable?.defs[0]?.name
  if (!variable || !declared || runnerOf(declared) !== runnerOf(statement)) return 'else'
  if (!runnerOf(statement) || variable.defs[0]?.type !== 'Variable') return 'else'
  const isDeclared = statement.type === 'VariableDeclaration'
  if (!isDeclared && statement.type !== 'ExpressionStatement') return 'else'
  return { variable, name: variable.name, statement, isDeclared }
}

/** Whether the duty to give a thing back goes to someone else, in one of the places that it is used in. */
export function isHandedOn(held: Held, row: AcquireAt): boolean {
  return usesOf(held).some((use) => dutyAt(use, row, runnerOf(held.statement)) === 'left')
}

/** Whether a function is given the thing, which may give it back. */
export function isLent(held: Held, row: AcquireAt): boolean {
  return usesOf(held).some((use) => dutyAt(use, row, runnerOf(held.statement)) === 'lent')
}

function usesOf({ variable }: Held): Node[] {
  return variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier)
}

type Duty = 'kept' | 'lent' | 'left'

function dutyAt(use: Node, row: AcquireAt, home: FunctionNode | undefined): Duty {
  let node = use
  while (node.parent && isPassedOn(node.parent, node)) node = node.parent
  const { parent } = node
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node ? dutyOfMember(parent, row, home) : 'kept'
    case 'CallExpression':
      return parent.callee === node ? dutyOfCall(parent, row, home) : 'lent'
    case 'Property':
      if (!isArgument(parent.parent)) return 'left'
      // `updateOne(filter, change, { session })` runs within it.
      return nameOfKey(parent) === 'session' ? 'kept' : 'lent'
    case 'VariableDeclarator':
      return parent.id.type === 'ObjectPattern' && !takesRelease(parent.id, row) ? 'kept' : 'left'
    case 'IfStatement':
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'TemplateLiteral':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'WhileStatement':
    case 'ExpressionStatement':
      return 'kept'
    default:
      return 'left'
  }
}

/** `client as Client`, `client!`, `found ?? client` */
function isPassedOn(parent: Node, node: Node): boolean {
  if (parent.type === 'ConditionalExpression') return parent.test !== node
  if (parent.type === 'LogicalExpression') return parent.right === node || parent.operator !== '&&'
  return parent.type !== 'SequenceExpression' && parent !== node && unwrapped(parent) === unwrapped(node)
}

function isArgument(object: Node): boolean {
  return object.parent?.type === 'CallExpression' && object.parent.callee !== object
}

function takesRelease(pattern: TSESTree.ObjectPattern, { release }: AcquireAt): boolean {
  return pattern.properties.some((one) => one.type !== 'Property' || release.includes(nameOfKey(one) ?? ''))
}

function dutyOfMember(
  member: TSESTree.MemberExpression,
  { release, handsOn = [] }: AcquireAt,
  home: FunctionNode | undefined,
): Duty {
  const name = nameOfKey(member) ?? ''
  const isCalled = member.parent.type === 'CallExpression' && member.parent.callee === member
  if (handsOn.includes(name)) return 'left'
  if (!release.includes(name)) return 'kept'
  return isCalled ? dutyInFunction(member, home) : 'left'
}

function dutyOfCall(call: TSESTree.CallExpression, { itself }: AcquireAt, home: FunctionNode | undefined): Duty {
  return itself ? dutyInFunction(call, home) : 'kept'
}

const laterOrAtOnce = /^(?:set(?:Timeout|Interval|Immediate)|nextTick|queueMicrotask)$/

/** A function inside that gives it back does so for whoever has that function: a stream, a caller. */
function dutyInFunction(release: Node, home: FunctionNode | undefined): Duty {
  const owner = runnerOf(release)
  if (owner === home) return 'kept'
  const { parent } = owner ?? {}
  return parent?.type === 'CallExpression' && laterOrAtOnce.test(calledName(parent)) ? 'kept' : 'left'
}
