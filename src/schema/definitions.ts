import type { TSESTree } from '@typescript-eslint/utils'
import { factOf } from '../facts/acts.ts'
import { descendants, type Node } from '../facts/source.ts'
import { textOf } from '../facts/strings.ts'
import type { ColumnDefinition, Constraint, IndexDefinition, IndexPart, Name, TypeName } from '../sql/changes.ts'
import type { Place } from '../sql/scan.ts'
import type { CodeFile } from './readers.ts'
import { entriesOf, flagIn, propertyIn, textIn, textsIn } from './written.ts'

/** What builders of migrations write as objects, as SQL would say it. */

export function spanOf({ range: [start, end] }: Node): Place {
  return { start, end }
}

/** `users`, `billing.users`: the name as it is written between quotes. */
export function nameOf(text: string, place: Place, schema?: string): Name {
  const [first = '', second] = text.replace(/["`[\]]/g, '').split('.')
  if (second !== undefined) return { name: second, quoted: true, schema: first, place }
  return { name: first, quoted: true, ...(schema !== undefined && { schema }), place }
}

/** The name of a table: a text, or `{ tableName, schema }`, `{ name }`; `undefined` when it cannot be read. */
export function tableNameIn(code: CodeFile, given: Node | undefined, schema?: string): Name | undefined {
  if (!given) return undefined
  const { sourceCode } = code
  const own = textIn(sourceCode, given)
  if (own !== undefined) return nameOf(own, spanOf(given), schema)
  const options = optionsIn(code, given)
  const named = propertyIn(sourceCode, options, 'tableName', 'name', 'model', 'table')
  const text = textIn(sourceCode, named)
  return named && text !== undefined
    ? nameOf(text, spanOf(named), textIn(sourceCode, propertyIn(sourceCode, options, 'schema')) ?? schema)
    : undefined
}

/** The object of `new Table({…})`, or the object itself. */
export function optionsIn(code: CodeFile, given: Node | undefined): Node | undefined {
  if (given?.type === 'NewExpression') return given.arguments[0]
  return given && entriesOf(code.sourceCode, given) ? given : undefined
}

/** `'varchar(40)'`, `'timestamp with time zone'`, `'text[]'` as a type. */
export function typeIn(text: string, place: Place): TypeName {
  const [, name = '', given, zone = '', array] = /^\s*([^([]*)(?:\(([^)]*)\))?([^[]*)(\[\s*\])?/.exec(text) ?? []
  return {
    name: `${name.trim()} ${zone.trim()}`.trim().replace(/\s+/g, ' ').toLowerCase(),
    ...(given !== undefined && { arguments: given }),
    array: array !== undefined,
    place,
  }
}

/** The type that an expression means: a text, a type of the library, SQL. */
export function typeOf(code: CodeFile, given: Node | undefined): TypeName | undefined {
  if (!given) return undefined
  const text = textIn(code.sourceCode, given)
  if (text !== undefined) return typeIn(text, spanOf(given))
  for (const node of descendants(code.sourceCode, given)) {
    if (node.type !== 'MemberExpression' && node.type !== 'CallExpression') continue
    const fact = factOf(code, node, ['schema.column'])
    if (!fact?.row.type) continue
    const isArray = fact.row.type === 'array'
    const inner = isArray && given.type === 'CallExpression' ? typeOf(code, given.arguments[0]) : undefined
    return { name: inner?.name ?? fact.row.type, array: isArray, place: spanOf(given) }
  }
  return undefined
}

interface Habits {
  /** Whether a column may be null where nothing is said. */
  readonly nullable: boolean
}

/** A column as an object of options: `{ type, allowNull, references }`, `{ type: 'uuid', isNullable: true }`. */
export function columnIn(code: CodeFile, name: Name, given: Node, { nullable }: Habits): ColumnDefinition {
  const { sourceCode } = code
  const options = optionsIn(code, given)
  const option = (...names: readonly string[]) => propertyIn(sourceCode, options, ...names)
  const flag = (...names: readonly string[]) => flagIn(sourceCode, option(...names))
  const type = typeOf(code, options ? option('type') : given)
  const shorthand = type?.name === 'id' ? { name: 'integer', array: false, place: type.place } : type
  const isPrimary = flag('primaryKey', 'isPrimary', 'primary') === true || type?.name === 'id'
  const isNull =
    flag('allowNull', 'isNullable', 'nullable') ?? (flag('notNull') === undefined ? undefined : !flag('notNull'))
  const filled = option('defaultValue', 'default')
  const isArray = flag('isArray') === true
  return {
    name,
    ...(shorthand && { type: isArray ? { ...shorthand, array: true } : shorthand }),
    nullable: isPrimary ? false : (isNull ?? nullable),
    ...(filled && {
      default: { text: textOf(sourceCode, filled)?.value ?? sourceCode.getText(filled), place: spanOf(filled) },
    }),
    generated:
      type?.name === 'id' ||
      /serial/.test(type?.name ?? '') ||
      flag('autoIncrement') === true ||
      (flag('isGenerated') === true && textIn(sourceCode, option('generationStrategy')) !== 'uuid'),
    constraints: [
      ...(isPrimary ? [constraint('primary-key', [name], given)] : []),
      ...(flag('unique', 'isUnique') || textIn(sourceCode, option('unique')) !== undefined
        ? [constraint('unique', [name], given)]
        : []),
      ...referenceIn(code, name, option('references')),
    ],
    place: spanOf(given.parent?.type === 'Property' ? given.parent : given),
  }
}

/** `references: 'users'`, `references: '"users"(id)'`, `references: { model: 'users', key: 'id' }` */
function referenceIn(code: CodeFile, name: Name, given: Node | undefined): Constraint[] {
  if (!given) return []
  const text = textIn(code.sourceCode, given)
  const [, written, column] = text === undefined ? [] : (/^\s*([^(\s]+)\s*(?:\(([^)]*)\))?/.exec(text) ?? [])
  const model = propertyIn(code.sourceCode, optionsIn(code, given), 'model', 'table')
  const table =
    written === undefined ? (tableNameIn(code, model) ?? tableNameIn(code, given)) : nameOf(written, spanOf(given))
  if (!table) return []
  const key = column ?? textIn(code.sourceCode, propertyIn(code.sourceCode, given, 'key', 'field'))
  const columns = key === undefined ? [] : key.split(',').map((one) => nameOf(one.trim(), spanOf(given)))
  return [{ ...constraint('foreign-key', [name], given), references: { table, columns } }]
}

export function constraint(kind: Constraint['kind'], columns: readonly Name[], node: Node, name?: string): Constraint {
  return {
    kind,
    ...(name !== undefined && { name: nameOf(name, spanOf(node)) }),
    columns,
    deferrable: false,
    place: spanOf(node),
  }
}

/** The names in a list, or the one that stands alone; `undefined` when one cannot be read. */
export function namesIn(code: CodeFile, given: Node | undefined): Name[] | undefined {
  const texts = given && textsIn(code.sourceCode, given)
  return texts?.map((text) => ({ name: text, quoted: true, place: spanOf(given as Node) }))
}

/** A key as an object: `{ type: 'foreign key', fields, references }`, `{ columnNames, referencedTableName }`. */
export function keyIn(code: CodeFile, kind: Constraint['kind'], given: Node): Constraint | undefined {
  const { sourceCode } = code
  const options = optionsIn(code, given)
  const option = (...names: readonly string[]) => propertyIn(sourceCode, options, ...names)
  const columns = namesIn(code, option('fields', 'columnNames', 'columns'))
  const name = textIn(sourceCode, option('name', 'constraintName'))
  if (kind === 'check' || kind === 'exclude') return constraint(kind, [], given, name)
  if (!columns) return undefined
  const key = constraint(kind, columns, given, name)
  if (kind !== 'foreign-key') return key
  const references = option('references')
  const target = option('referencedTableName') ?? propertyIn(sourceCode, references, 'table') ?? references
  const written = target && textIn(sourceCode, target)
  const [, tableText, columnText] =
    written === undefined ? [] : (/^\s*([^(\s]+)\s*(?:\(([^)]*)\))?/.exec(written) ?? [])
  const table = target && (tableText === undefined ? tableNameIn(code, target) : nameOf(tableText, spanOf(target)))
  const named = namesIn(code, option('referencedColumnNames') ?? propertyIn(sourceCode, references, 'field', 'fields'))
  const listed = columnText?.split(',').map((one) => nameOf(one.trim(), spanOf(given)))
  return table ? { ...key, references: { table, columns: named ?? listed ?? [] } } : undefined
}

/** An index as an object: `new TableIndex({ columnNames, isUnique })`, `{ fields, unique, where }`. */
export function indexIn(
  code: CodeFile,
  columns: Node | undefined,
  options: Node | undefined,
  place: Node,
): IndexDefinition | undefined {
  const { sourceCode } = code
  const option = (...names: readonly string[]) => propertyIn(sourceCode, options, ...names)
  const parts = partsIn(code, columns ?? option('columnNames', 'fields', 'columns'))
  const name = textIn(sourceCode, option('name', 'indexName'))
  const method = textIn(sourceCode, option('method', 'using', 'type'))?.toLowerCase()
  if (!parts) return undefined
  return {
    ...(name !== undefined && { name: nameOf(name, spanOf(place)) }),
    parts,
    unique: (flagIn(sourceCode, option('unique', 'isUnique')) ?? false) || method === 'unique',
    ...(option('where') && { where: { text: '', place: spanOf(option('where') as Node) } }),
    ...(method !== undefined && method !== 'unique' && { method }),
    concurrently: flagIn(sourceCode, option('concurrently')) ?? false,
    place: spanOf(place),
  }
}

/** `'a'`, `['a', { name: 'b', order: 'DESC' }, fn('lower', col('c'))]` */
export function partsIn(code: CodeFile, given: Node | undefined): IndexPart[] | undefined {
  if (!given) return undefined
  const alone = textIn(code.sourceCode, given)
  if (alone !== undefined) return [partIn(alone, given)]
  if (given.type !== 'ArrayExpression') {
    const names = namesIn(code, given)
    return names?.map((column) => ({ column, place: column.place }))
  }
  if (given.elements.some((element) => element?.type === 'SpreadElement')) return undefined
  return given.elements.flatMap((element) => {
    if (!element) return []
    const text =
      textIn(code.sourceCode, element) ??
      textIn(code.sourceCode, propertyIn(code.sourceCode, element, 'name', 'attribute'))
    return [text === undefined ? { place: spanOf(element) } : partIn(text, element)]
  })
}

/** `'name desc'` is a column with its order, `'lower(name)'` an expression. */
function partIn(text: string, node: TSESTree.Node): IndexPart {
  const [, column] = /^\s*"?(\w+)"?(?:\s+(?:asc|desc)\b.*)?\s*$/i.exec(text) ?? []
  return column === undefined ? { place: spanOf(node) } : { column: nameOf(column, spanOf(node)), place: spanOf(node) }
}
