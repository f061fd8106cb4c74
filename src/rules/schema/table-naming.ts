import { defineRule, type Context } from '../../define-rule.ts'
import { hole } from '../../facts/strings.ts'
import { declarationsOf } from '../../schema/declared.ts'
import { onSchema, type SchemaHere } from '../../schema/here.ts'
import type { Table } from '../../schema/model.ts'
import { isOfLibrary } from '../../schema/library-tables.ts'
import { mapModel } from '../../schema/prisma-edits.ts'
import { isPluralName, isSnakeCase, singularOf, tableNameFor } from '../../schema/table-names.ts'

type Problem = 'casing' | 'singular'

export default defineRule<Problem | 'map', { plural: boolean; ignore: readonly string[] }>({
  description: 'Require names of tables in plural snake_case',
  clauses: ['002/6.6'],
  tier: 'strict',
  files: ['server', 'migration', 'script', 'cli', 'seed'],
  languages: ['code', 'sql', 'prisma'],
  hasSuggestions: true,
  messages: {
    casing:
      'Table `{{ name }}` is not named in snake_case, so SQL has to quote it and to remember its capitals. {{ todo }}.',
    singular:
      'Table `{{ name }}` is named in the singular; with two patterns in one database, each name has to be looked up. {{ todo }}.',
    map: 'Name the table `{{ better }}`, with a migration that renames it.',
  },
  options: {
    plural: {
      schema: { type: 'boolean', description: 'Whether names have to be plurals.' },
      default: true,
    },
    ignore: {
      schema: { type: 'array', items: { type: 'string' }, description: 'Tables that keep their names.' },
      default: [],
    },
  },
  create(context, { plural, ignore }) {
    return onSchema(context, (schema) => {
      // A collection of MongoDB is no table.
      if (schema.source === 'mongoose') return
      const here = schema.tables.filter((table) => schema.isHere(table.namePlace) && isNamedByUs(schema, table))
      if (here.length === 0) return
      const declarations = declarationsOf(context, schema)
      for (const table of here) {
        const problem = problemOf(context, schema, table, plural)
        if (problem && !ignore.includes(table.name) && !declarations.hasTable(table))
          report(context, schema, table, problem)
      }
    })
  },
})

function isNamedByUs(schema: SchemaHere, table: Table): boolean {
  if (table.kind !== 'table' || table.name.includes(hole) || isOfLibrary(table, schema.source)) return false
  // Sequelize makes plurals, in the letter case that its own options say; a migration may change what others made.
  return (table.named || (schema.source !== 'sequelize' && schema.source !== 'migrations')) && !isJoin(table)
}

/** Nothing but keys of others, apart from what is said of each pair, and when. */
function isJoin(table: Table): boolean {
  const { isJoin: isPlain, primaryKey, foreignKeys, columns, columnsOpen } = table
  if (isPlain || foreignKeys.length < 2) return isPlain
  const keys = new Set(foreignKeys.flatMap((key) => key.columns))
  const own = primaryKey?.columns ?? []
  const others = columns.filter(({ name }) => !keys.has(name))
  return (
    (own.length > 1 && own.every((name) => keys.has(name))) ||
    (!columnsOpen && others.every(({ name }) => /(?:_a|A)t$/.test(name))) ||
    isNamedAfterBoth(table)
  )
}

/** `role_user`, between roles and users. */
function isNamedAfterBoth({ name, foreignKeys }: Table): boolean {
  const others = foreignKeys
    .flatMap(({ references }) => references.table ?? [])
    .map((one) => singularOf(one.toLowerCase()))
  return others.some((left) => others.some((right) => left !== right && name.toLowerCase() === `${left}_${right}`))
}

function problemOf(context: Context<string>, schema: SchemaHere, table: Table, plural: boolean): Problem | undefined {
  const name = isFolded(context, schema, table) ? table.name.toLowerCase() : table.name
  if (!isSnakeCase(name)) return 'casing'
  return plural && !isPluralName(name) ? 'singular' : undefined
}

/** Whether the database takes a name without its capitals: one that SQL writes without quotes. */
function isFolded({ sourceCode: { text } }: Context<string>, schema: SchemaHere, { name, namePlace }: Table): boolean {
  const written = text.slice(Math.max(0, namePlace.start - 1), namePlace.end)
  if (schema.source !== 'migrations' || /["'`[]/.test(written)) return false
  // `UserRoles` would become `userroles`, which is no snake_case either; `Users` and `USER_ROLES` are names again.
  const folds = schema.dialect === 'postgresql' || schema.dialect === 'oracle'
  return name === name.toUpperCase() || (folds && /^\p{Lu}[\p{Ll}\p{N}_]*$/u.test(name))
}

function report(context: Context<Problem | 'map'>, schema: SchemaHere, table: Table, messageId: Problem) {
  const better = tableNameFor(table.name)
  const isTaken = schema.tables.some(({ name }) => name === better)
  const edit = schema.source === 'prisma' && !isTaken ? mapModel(context.sourceCode.text, table, better) : undefined
  context.report({
    loc: schema.locate(table.namePlace),
    messageId,
    data: {
      name: table.name,
      todo: schema.source === 'prisma' ? `Map the model with \`@@map("${better}")\`` : `Name it \`${better}\``,
    },
    ...(edit && {
      suggest: [{ messageId: 'map', data: { better }, fix: (fixer) => fixer.replaceTextRange(edit.range, edit.text) }],
    }),
  })
}
