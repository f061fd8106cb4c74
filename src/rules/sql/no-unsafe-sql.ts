import { defineRule, type Context } from '../../define-rule.ts'
import { bindingEdit } from '../../facts/sql-edits.ts'
import { isSqlByName, openHolesOf, textsForNames, verbatimPlaceholders, type OpenHole } from '../../facts/sql-holes.ts'
import { isNumberByName } from '../../facts/text-parts.ts'
import { onSqlSink, type SqlSink } from '../../facts/sql-sinks.ts'
import { isRequestInput } from '../../facts/requests.ts'
import { ancestor, isFunction, type Node, type Source } from '../../facts/source.ts'
import { isFixedByType } from '../../facts/typed-values.ts'

const placeholders = { numbered: '$1', question: '?', named: ':name', at: '@name', typed: '{name:Type}' } as const

export default defineRule<
  'value' | 'name' | 'part' | 'whole' | 'bound' | 'escaped' | 'mark' | 'bind',
  { escaped: boolean }
>({
  description: 'Disallow SQL that is put together from values that are not fixed',
  clauses: ['002/5.3', '003/5.1'],
  tier: 'recommended',
  presets: { strict: { options: { escaped: true } } },
  files: ['server', 'front-end'],
  mentions:
    /sql|query|select|insert|update|delete|exec|raw|unsafe|literal|prepare|where|order|having|group|pragma|batch/i,
  hasSuggestions: true,
  messages: {
    value: '`{{ value }}` becomes part of the SQL text, so what it holds can change the statement. {{ todo }}',
    name: '`{{ value }}` becomes a name in the SQL text, so what it holds can change the statement. Choose it from a fixed list of names, or quote it as a name.',
    part: '`{{ value }}` becomes part of the SQL text, so what it holds can change the statement. Put the text together from constants and bind the values.',
    whole:
      '`{{ call }}` takes any text as SQL, and `{{ value }}` can be any text. Write the SQL out, and bind the values.',
    bound:
      '`{{ value }}` stands where a name must, but this tag binds it as a value, so the statement fails or compares with a text. Choose the name from a fixed list and quote it as a name.',
    escaped:
      '`{{ value }}` is escaped into the SQL text, which is safe only with the right function at every place. {{ todo }}',
    mark: '`{{ value }}` puts its value into the SQL text as it is, so the value can change the statement. Leave the mark out, or use the one for names.',
    bind: 'Bind the values instead of writing them into the text.',
  },
  options: {
    escaped: {
      schema: { type: 'boolean', description: 'Also report values that are escaped into the text instead of bound.' },
      default: false,
    },
  },
  create(context, { escaped }) {
    const { sourceCode } = context
    const reported = new Set<Node>()
    return onSqlSink(context, (sink) => {
      if (sink.node.type === 'TaggedTemplateExpression') {
        for (const node of textsForNames(sourceCode, sink.node.quasi))
          context.report({ node, messageId: 'bound', data: { value: shown(sourceCode, node) } })
        return
      }
      const open = openHolesOf(context, sink).filter(
        (hole) => isReported(sourceCode, sink, hole, escaped) && !isSafeByType(context, hole),
      )
      const edit = open.length > 0 ? bindingEdit(sourceCode, sink, open) : undefined
      const holes = onceEach(sourceCode, open)
      for (const [index, hole] of holes.entries()) {
        if (reported.has(hole.node)) continue
        reported.add(hole.node)
        context.report({
          node: hole.node,
          messageId: messageOf(hole),
          data: { value: shown(sourceCode, hole.node), call: `${sink.name}()`, todo: todoFor(sink) },
          suggest: edit && index === 0 ? [{ messageId: 'bind', fix: edit }] : [],
        })
      }
      for (const { text, place } of verbatimPlaceholders(context, sink))
        context.report({ loc: text.locate(place), messageId: 'mark', data: { value: text.shown(place) } })
    })
  },
})

/** Whether a part is surely a mistake where it stands: a value can always be bound, a name may be chosen elsewhere. */
function isReported(
  source: Source,
  { row, node }: SqlSink,
  { kind, role, within, node: part }: OpenHole,
  escaped: boolean,
): boolean {
  if (kind === 'escaped') return escaped
  if (role === 'placeholder' || within === 'comment') return false
  if (role === 'all') {
    const hasValues = row?.sql !== 'template' && 'arguments' in node && node.arguments.length > (row?.sql ?? 0) + 1
    return (
      kind === 'open' &&
      !isSqlByName(source, part) &&
      ((row?.verbatim === true && !hasValues) || isRequestInput(source, part))
    )
  }
  if (within === 'string') return kind === 'open' || !isNumberByName(part)
  if (kind === 'open') return !isSqlByName(source, part)
  return role === 'value' && !isSqlByName(source, part) && !isNumberByName(part)
}

/** A type says what a value is, except of what a client sent. */
function isSafeByType(context: Context<string>, { node }: OpenHole): boolean {
  return !isRequestInput(context.sourceCode, node) && isFixedByType(context, node)
}

/** The first hole of each value: what a text takes in twice is one mistake. */
function onceEach(source: Source, holes: readonly OpenHole[]): readonly OpenHole[] {
  const seen = new Set<string>()
  return holes.filter(({ node }) => {
    // Another function may call another value by the same name.
    const value = `${ancestor(node, isFunction)?.range[0] ?? 0} ${source.getText(node)}`
    return !seen.has(value) && seen.add(value)
  })
}

function messageOf({ kind, role, within }: OpenHole) {
  if (kind === 'escaped') return 'escaped'
  if (role === 'all') return 'whole'
  if (role === 'value' || within === 'string') return 'value'
  return role === 'identifier' || within === 'name' ? 'name' : 'part'
}

/** How the library binds a value. */
function todoFor({ row, name }: SqlSink): string {
  if (row?.bindingTag) return `Use the tag \`${row.bindingTag}\`, which binds it.`
  if (row?.bindingTag === '') return `Use the tag instead of \`${name}()\`: it binds the value.`
  const style = row?.placeholder
  return style
    ? `Write \`${placeholders[style]}\` in its place and pass the value beside the text.`
    : 'Write a placeholder in its place and pass the value beside the text.'
}

/** The source of a part, short enough for a message. */
function shown(source: Source, node: Node): string {
  const text = source.getText(node).replaceAll(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
