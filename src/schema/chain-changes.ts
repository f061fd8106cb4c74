import type { TSESTree } from '@typescript-eslint/utils'
import type { Fact } from '../facts/acts.ts'
import { isFunction, nameOfKey, type Node } from '../facts/source.ts'
import { textOf } from '../facts/strings.ts'
import type { Change, ColumnDefinition, Constraint, Name } from '../sql/changes.ts'
import type { Place } from '../sql/scan.ts'
import type { ReadChanges } from './code-changes.ts'
import { constraint, nameOf, namesIn, partsIn, spanOf, tableNameIn, typeIn } from './definitions.ts'
import type { CodeFile } from './readers.ts'
import { chainOf, returnedBy, textIn } from './written.ts'

type Call = TSESTree.CallExpression
interface Step {
  readonly name: string
  readonly node: Call
}

/** Changes that are a chain: `schema.alterTable('users').addColumn('name', 'text', (column) => column.notNull())`. */
export function changesOfChain(code: CodeFile, { row }: Fact<'schema.change'>, call: Call): ReadChanges {
  const steps = stepsAfter(call)
  const schema = schemaBefore(code, call)
  const table = tableNameIn(code, call.arguments[0], schema)
  switch (row.change) {
    case 'create-table':
      return table && createTable(code, call, steps, table)
    case 'alter-table':
      return table && alterTable(code, steps, table)
    case 'drop-table':
      return table && [{ kind: 'drop-table', table, place: spanOf(call) }]
    case 'create-index':
      return createIndex(code, call, steps, schema)
    case 'drop-index':
      return table && [{ kind: 'drop-index', index: table, place: spanOf(call) }]
    default:
      return []
  }
}

/** The calls that follow in the chain. */
function stepsAfter(call: Call): Step[] {
  const steps: Step[] = []
  let node: Node = call
  while (
    node.parent?.type === 'MemberExpression' &&
    node.parent.object === node &&
    node.parent.parent.type === 'CallExpression'
  ) {
    const name = nameOfKey(node.parent)
    node = node.parent.parent
    if (name !== undefined) steps.push({ name, node })
  }
  return steps
}

/** `db.schema.withSchema('billing')` */
function schemaBefore(code: CodeFile, call: Call): string | undefined {
  const { calls } = chainOf(call, () => false)
  const before = calls.findLast(({ name, node }) => name === 'withSchema' && node.range[1] < call.range[1])
  return textIn(code.sourceCode, before?.node.arguments[0])
}

function createTable(code: CodeFile, call: Call, steps: readonly Step[], table: Name): ReadChanges {
  const columns = steps.filter(({ name }) => name === 'addColumn').map(({ node }) => columnOf(code, node))
  const keys = steps.map((step) => keyOf(code, step))
  const has = (wanted: string) => steps.some(({ name }) => name === wanted)
  const last = steps.at(-1)?.node ?? call
  return [
    {
      kind: 'create-table',
      table,
      columns: columns.filter((column) => column !== undefined),
      constraints: keys.filter((key) => key !== undefined),
      indexes: [],
      temporary: has('temporary'),
      ifNotExists: has('ifNotExists'),
      columnsOpen: columns.includes(undefined) || has('as') || has('$call'),
      place: { start: call.range[0], end: last.range[1] },
    },
  ]
}

/** `addColumn('id', 'uuid', (column) => column.primaryKey())` */
function columnOf(code: CodeFile, node: Call): ColumnDefinition | undefined {
  const [first, second, third] = node.arguments
  const text = textIn(code.sourceCode, first)
  if (!first || text === undefined) return undefined
  const name = nameOf(text, spanOf(first))
  const built = third && isFunction(third) ? returnedBy(third) : undefined
  const calls = built ? chainOf(built, () => false).calls : []
  const says = (...wanted: readonly string[]) => calls.some((call) => wanted.includes(call.name))
  const typeText = second && (textIn(code.sourceCode, second) ?? textOf(code.sourceCode, second)?.value)
  const filled = calls.find((call) => call.name === 'defaultTo')?.node.arguments[0]
  return {
    name,
    ...(second && typeText !== undefined && { type: typeIn(typeText, spanOf(second)) }),
    nullable: !says('notNull', 'primaryKey'),
    ...(filled && {
      default: {
        text: textOf(code.sourceCode, filled)?.value ?? code.sourceCode.getText(filled),
        place: spanOf(filled),
      },
    }),
    generated:
      /serial/i.test(typeText ?? '') ||
      says('generatedAlwaysAsIdentity', 'generatedByDefaultAsIdentity', 'autoIncrement', 'identity'),
    constraints: [
      ...(says('primaryKey') ? [constraint('primary-key', [name], first)] : []),
      ...(says('unique') ? [constraint('unique', [name], first)] : []),
      ...calls.flatMap((call) => referenceOf(code, name, call)),
    ],
    place: stepOf(node),
  }
}

/** One call of a chain, without the chain before it. */
function stepOf(node: Call): Place {
  const { callee, range } = node
  return { start: callee.type === 'MemberExpression' ? callee.property.range[0] : range[0], end: range[1] }
}

/** `references('users.id')`, `references('billing.users.id')` */
function referenceOf(code: CodeFile, column: Name, { name, node }: Step): Constraint[] {
  const [first] = node.arguments
  const path = name === 'references' ? textIn(code.sourceCode, first)?.split('.') : undefined
  if (!first || !path || path.length < 2) return []
  const target = path.at(-1) ?? ''
  return [
    {
      ...constraint('foreign-key', [column], node),
      references: {
        table: nameOf(path.slice(0, -1).join('.'), spanOf(first)),
        columns: [nameOf(target, spanOf(first))],
      },
    },
  ]
}

function keyOf(code: CodeFile, { name, node }: Step): Constraint | undefined {
  const [first, second, third, fourth] = node.arguments
  const called = textIn(code.sourceCode, first)
  const columns = namesIn(code, second)
  switch (name) {
    case 'addPrimaryKeyConstraint':
      return columns && constraint('primary-key', columns, node, called)
    case 'addUniqueConstraint':
      return columns && constraint('unique', columns, node, called)
    case 'addCheckConstraint':
      return constraint('check', [], node, called)
    case 'addForeignKeyConstraint': {
      const table = tableNameIn(code, third)
      return (
        columns &&
        table && {
          ...constraint('foreign-key', columns, node, called),
          references: { table, columns: namesIn(code, fourth) ?? [] },
          place: stepOf(node),
        }
      )
    }
    default:
      return undefined
  }
}

function alterTable(code: CodeFile, steps: readonly Step[], table: Name): ReadChanges {
  const changes: Change[] = []
  for (const step of steps) {
    if (step.name === 'execute' || step.name === 'compile') break
    const change = alteration(code, step, table)
    if (change === undefined) return undefined
    if (change) changes.push(change)
  }
  return changes
}

/** One call on the way: a change, `false` for what belongs to the one before, `undefined` for what cannot be read. */
function alteration(code: CodeFile, step: Step, table: Name): Change | false | undefined {
  const { name, node } = step
  const place = spanOf(node)
  const [first, second] = node.arguments
  const own = textIn(code.sourceCode, first)
  const target = own !== undefined && first ? nameOf(own, spanOf(first)) : undefined
  switch (name) {
    case 'addColumn': {
      const column = columnOf(code, node)
      return column && { kind: 'add-column', table, column, place }
    }
    case 'dropColumn':
      return target && { kind: 'drop-column', table, column: target, place }
    case 'renameColumn': {
      const to = textIn(code.sourceCode, second)
      return target && second && to !== undefined
        ? { kind: 'rename-column', table, column: target, to: nameOf(to, spanOf(second)), place }
        : undefined
    }
    case 'renameTo':
      return target && { kind: 'rename-table', table, to: target, place }
    case 'setSchema':
      return target && { kind: 'move-table', table, schema: target, place }
    case 'modifyColumn':
      return columnModified(code, node, table)
    case 'alterColumn':
      return target && columnAltered(code, node, table, target)
    default:
      return alterationOfKey(code, step, table, target)
  }
}

/** `modifyColumn('name', 'text', (column) => column.notNull())` of MySQL. */
function columnModified(code: CodeFile, node: Call, table: Name): Change | undefined {
  const column = columnOf(code, node)
  return (
    column && {
      kind: 'alter-column',
      table,
      column: column.name,
      ...(column.type && { type: column.type }),
      nullable: column.nullable,
      place: spanOf(node),
    }
  )
}

function alterationOfKey(
  code: CodeFile,
  step: Step,
  table: Name,
  target: Name | undefined,
): Change | false | undefined {
  const { name, node } = step
  const place = spanOf(node)
  switch (name) {
    case 'dropConstraint':
      return target && { kind: 'drop-constraint', table, name: target, place }
    case 'dropIndex':
      return target && { kind: 'drop-index', table, index: target, place }
    case 'addIndex':
      return undefined
    default: {
      const key = keyOf(code, step)
      return key
        ? { kind: 'add-constraint', table, constraint: key, place }
        : /^add|^rename/.test(name)
          ? undefined
          : false
    }
  }
}

/** `alterColumn('name', (column) => column.setNotNull())` */
function columnAltered(code: CodeFile, node: Call, table: Name, column: Name): Change | undefined {
  const built = node.arguments[1]
  const made = built && isFunction(built) ? returnedBy(built) : undefined
  const [call] = made ? chainOf(made, () => false).calls : []
  const given = call?.node.arguments[0]
  const text = given && (textIn(code.sourceCode, given) ?? textOf(code.sourceCode, given)?.value)
  const change = { kind: 'alter-column', table, column, place: spanOf(node) } as const
  switch (call?.name) {
    case 'setDataType':
      return given && text !== undefined ? { ...change, type: typeIn(text, spanOf(given)) } : undefined
    case 'setNotNull':
      return { ...change, nullable: false }
    case 'dropNotNull':
      return { ...change, nullable: true }
    case 'setDefault':
      return given && { ...change, default: { text: text ?? code.sourceCode.getText(given), place: spanOf(given) } }
    case 'dropDefault':
      return { ...change, default: 'none' }
    default:
      return undefined
  }
}

/** `createIndex('by_name').on('users').columns(['name'])` */
function createIndex(code: CodeFile, call: Call, steps: readonly Step[], schema: string | undefined): ReadChanges {
  const find = (wanted: string) => steps.find(({ name }) => name === wanted)?.node
  const table = tableNameIn(code, find('on')?.arguments[0], schema)
  const name = textIn(code.sourceCode, call.arguments[0])
  const parts = steps.flatMap(({ name: step, node }) => {
    if (step === 'expression') return [{ place: spanOf(node) }]
    return step === 'column' || step === 'columns'
      ? (partsIn(code, node.arguments[0]) ?? [{ place: spanOf(node) }])
      : []
  })
  if (!table) return undefined
  const method = textIn(code.sourceCode, find('using')?.arguments[0])
  const where = find('where')
  const place = { start: call.range[0], end: (steps.at(-1)?.node ?? call).range[1] }
  return [
    {
      kind: 'create-index',
      table,
      index: {
        ...(name !== undefined && { name: nameOf(name, spanOf(call)) }),
        parts,
        unique: find('unique') !== undefined,
        ...(where && { where: { text: '', place: spanOf(where) } }),
        ...(method !== undefined && { method }),
        concurrently: false,
        place,
      },
      place,
    },
  ]
}
