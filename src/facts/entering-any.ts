import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { typesOf } from '../types/here.ts'
import type { Type, Types } from '../types/type.ts'
import { AnyEntries, partsOf, type Entry } from './any-entries.ts'
import { holdsAny } from './any-types.ts'
import { onUntyped, type Untyped } from './implicit-any.ts'
import { onLeaving, type Fate } from './leaving.ts'
import { ancestor, isFunction, nameOfKey, type Node, type RuleContext } from './source.ts'

/** A place where `any` gets into the code though nobody wrote it. */
export type EnteringAny =
  /** By a value that leaves again, as what it was not checked to be. */
  | { readonly kind: 'value' | 'module'; readonly node: Node; readonly fate: Fate }
  /** By a name that has no type. */
  | { readonly kind: 'name'; readonly node: Node }

/** Calls the listener for each place of a file where unwritten `any` enters, once; never without a checker. */
export function onEnteringAny(
  context: RuleContext,
  listener: (entering: EnteringAny, types: Types) => void,
): TSESLint.RuleListener {
  const types = typesOf(context)
  if (!types) return {}
  const leaving: (readonly [part: Node, fate: Fate])[] = []
  const untyped: Untyped[] = []
  return {
    ...merged(
      onLeaving(context, (value, fate) => partsOf(value).forEach((part) => leaving.push([part, fate]))),
      onUntyped(context.sourceCode, (one) => untyped.push(one)),
    ),
    'Program:exit'() {
      types.expect([...leaving.map(([part]) => part), ...untyped.flatMap(({ asks }) => asks)])
      for (const { name, isAny } of untyped) if (isAny(types)) listener({ kind: 'name', node: name }, types)
      for (const entering of entriesOf(context, types, leaving)) listener(entering, types)
    },
  }
}

function entriesOf(
  context: RuleContext,
  types: Types,
  leaving: readonly (readonly [part: Node, fate: Fate])[],
): EnteringAny[] {
  const entries = new AnyEntries(context, types)
  const found = new Map<string, EnteringAny>()
  for (const [part, fate] of leaving) {
    const entry = entries.of(part)
    if (!entry || (fate === 'written' && isJson(types, part))) continue
    const key = keyOf(context, entry)
    if (!found.has(key)) found.set(key, { ...entry, fate })
  }
  return [...found.values()]
}

/** A member of a parameter enters with its first use: `request.body` twice in a function is one finding. */
function keyOf({ sourceCode }: RuleContext, { node }: Entry): string {
  const owner = node.type === 'MemberExpression' ? ancestor(node, isFunction) : undefined
  return owner ? `${owner.range[0]} ${sourceCode.getText(node)}` : String(node.range[0])
}

/** Whether a column is there to hold whatever JSON it is given. */
function isJson(types: Types, { parent }: Node): boolean {
  const name = parent?.type === 'Property' ? nameOfKey(parent) : undefined
  const call = parent && ancestor(parent, (node) => node.type === 'CallExpression')
  if (!parent || !call || name === undefined) return false
  // A generic call expects `any` where it is given `any`: the entity of a `Repository<Entity>`, and the row it gives back, know.
  const receiver = call.callee.type === 'MemberExpression' ? types.of(call.callee.object) : undefined
  const column = receiver?.typeArguments[0]?.property(name) ?? types.of(call)?.awaited.property(name)
  return column?.kind === 'unknown' || holdsAny(column) || isNamedJson(column)
}

function isNamedJson(type: Type | undefined): boolean {
  return [type, ...(type?.parts ?? [])].some((one) => /json/i.test((one?.alias ?? one?.declaration)?.name ?? ''))
}

/** The listeners of both, where both listen to the same nodes. */
function merged(one: TSESLint.RuleListener, other: TSESLint.RuleListener): TSESLint.RuleListener {
  const all: Record<string, TSESLint.RuleFunction<never>[]> = {}
  for (const listeners of [one, other]) {
    for (const [selector, listener] of Object.entries(listeners)) if (listener) (all[selector] ??= []).push(listener)
  }
  return Object.fromEntries(
    Object.entries(all).map(([selector, listeners]) => [
      selector,
      (node: never) => listeners.forEach((listener) => listener(node)),
    ]),
  )
}

/** The variable that a value is kept in as it is, so that its type may be written there. */
export function keptIn(value: Node): TSESTree.Identifier | undefined {
  let node = value
  while (node.parent?.type === 'AwaitExpression' || node.parent?.type === 'ChainExpression') node = node.parent
  const { parent } = node
  const isKept = parent?.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'Identifier'
  return isKept && parent.id.type === 'Identifier' && !parent.id.typeAnnotation ? parent.id : undefined
}
