import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { FormatAt, SetupAt } from '../roles.ts'
import { factOf, onRole } from './acts.ts'
import { calledName } from './calls.ts'
import { constantOf, isLeftOutOfProduction, isPlacedAway, mayStayOut, objectOf } from './production.ts'
import { isCall, nameOfKey, unwrapped, type Call, type Node, type RuleContext, type Source } from './source.ts'

/** Something in how a logger is set up that makes lines which no collector can read. */
export interface PoorLines {
  readonly node: Node
  /** `text`: lines for people; `time`: lines that do not say when; `unset`: lines for people, since nothing else is set. */
  readonly kind: 'text' | 'time' | 'unset'
}

/** Calls the listener for whatever makes lines in production something else than JSON with a time. */
export function onPoorLines(context: RuleContext, listener: (poor: PoorLines) => void): TSESLint.RuleListener {
  if (isPlacedAway(context.filename)) return {}
  return onRole(context, ['log.setup'], (setup) => {
    const { node, row } = setup
    if (!isCall(node) || !isWhereItCounts(node, row) || staysOut(context.sourceCode, node)) return
    for (const poor of poorIn(context, node, row)) {
      if (!staysOut(context.sourceCode, poor.node)) listener(poor)
    }
  })
}

/** Whether a condition, or a name, keeps code out of production. */
function staysOut(source: Source, node: Node): boolean {
  return isLeftOutOfProduction(source, node) || mayStayOut(source, node)
}

/** `{ logger: new ConsoleLogger() }`: the same object made elsewhere may be for one class alone. */
function isWhereItCounts({ parent }: Call, { under }: SetupAt): boolean {
  if (under === undefined) return true
  return parent.type === 'Property' && nameOfKey(parent) === under
}

function* poorIn(context: RuleContext, node: Call, row: SetupAt): Generator<PoorLines> {
  const { sourceCode } = context
  const options = node.arguments.flatMap((one) => objectOf(sourceCode, one) ?? [])
  for (const { option, values } of row.text ?? []) {
    for (const found of optionsAt(sourceCode, options, option.split('.')))
      if (isOneOf(sourceCode, found, values)) yield { node: found, kind: 'text' }
  }
  for (const { option, values } of row.timeless ?? []) {
    for (const found of optionsAt(sourceCode, options, option.split('.')))
      if (isOneOf(sourceCode, found, values)) yield { node: found, kind: 'time' }
  }
  const [first] = node.arguments
  if (row.named && first && isOneOf(sourceCode, first, row.named)) yield { node, kind: 'text' }
  for (const given of node.arguments) if (isForm(context, given, 'text')) yield { node: given, kind: 'text' }
  if (row.format !== undefined) yield* poorFormat(context, options, row.format)
  if (row.unless && isUnset(context, node, options, row.unless)) yield { node, kind: 'unset' }
}

/** The values of an option by its path; none where a condition chooses between them. */
function optionsAt(source: Source, objects: readonly Node[], [name, ...rest]: readonly string[]): readonly Node[] {
  if (name === undefined) return objects
  const inside = objects.flatMap((given): readonly Node[] => {
    const node = resolved(source, given)
    if (node.type === 'ArrayExpression') return name === '*' ? node.elements.flatMap((one) => one ?? []) : []
    if (node.type !== 'ObjectExpression') return []
    return node.properties.flatMap((one) =>
      one.type === 'Property' && (name === '*' || nameOfKey(one) === name) ? [one.value] : [],
    )
  })
  return optionsAt(source, inside, rest)
}

function resolved(source: Source, given: Node): Node {
  const node = unwrapped(given)
  const value = node.type === 'Identifier' ? constantOf(source, node) : undefined
  return value ? unwrapped(value) : node
}

function isOneOf(source: Source, given: Node, values: readonly (string | boolean)[]): boolean {
  const node = resolved(source, given)
  return node.type === 'Literal' && values.some((one) => one === node.value)
}

function isForm(context: RuleContext, given: Node, as: FormatAt['as']): boolean {
  const node = resolved(context.sourceCode, given)
  return node.type === 'CallExpression' && factOf(context, node, ['log.format'])?.row.as === as
}

interface Form {
  readonly node: Node
  readonly as: FormatAt['as'] | 'unknown'
}

/** What a format is put together of: `combine(timestamp(), json())`; nothing where a condition chooses. */
function formsOf(context: RuleContext, given: Node, depth = 0): readonly Form[] {
  const node = resolved(context.sourceCode, given)
  if (depth > 6 || node.type !== 'CallExpression') return [{ node: given, as: 'unknown' }]
  const row = factOf(context, node, ['log.format'])?.row
  if (row) return [{ node, as: row.as === 'text' && writesJson(context.sourceCode, node) ? 'json' : row.as }]
  if (calledName(node) !== 'combine') return [{ node, as: 'unknown' }]
  return node.arguments.flatMap((one) => formsOf(context, one, depth + 1))
}

/** `printf((info) => JSON.stringify(info))` */
function writesJson(source: Source, node: TSESTree.CallExpression): boolean {
  const texts = node.arguments.map((one) => source.getText(resolved(source, one)))
  return (
    texts.some((text) => /stringify|logfmt/i.test(text)) ||
    (calledName(node) === 'printf' && !/=>|function/.test(texts.join('')))
  )
}

function* poorFormat(context: RuleContext, options: readonly Node[], name: string): Generator<PoorLines> {
  for (const value of optionsAt(context.sourceCode, options, [name])) {
    const forms = formsOf(context, value)
    const has = (as: Form['as']) => forms.find((one) => one.as === as)
    // What comes last writes the line.
    const line = forms.findLast(({ as }) => as === 'json' || as === 'text')
    const text = line?.as === 'json' ? has('colour') : line
    if (text) yield { node: text.node, kind: 'text' }
    else if (has('json') && !has('time') && !has('unknown') && !/timestamp|isoTime/i.test(context.sourceCode.text))
      yield { node: value, kind: 'time' }
  }
}

/** Whether nothing is set where the default is text: by no option, and by no call of the file. */
function isUnset(
  { sourceCode }: RuleContext,
  node: Call,
  objects: readonly TSESTree.ObjectExpression[],
  { options, calls = [] }: NonNullable<SetupAt['unless']>,
): boolean {
  const others = node.arguments.slice(1).filter((one) => !objectOf(sourceCode, one))
  // What is not shown here may be the options; what is made with `new` is an adapter.
  if (others.some(({ type }) => type !== 'NewExpression')) return false
  if (calls.some((name) => new RegExp(String.raw`\.${name}\s*\(`).test(sourceCode.text))) return false
  return !objects.some(({ properties }) =>
    properties.some((one) => one.type !== 'Property' || options.includes(nameOfKey(one) ?? '')),
  )
}
