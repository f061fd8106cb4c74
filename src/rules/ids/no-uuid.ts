import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { catalogFor } from '../../facts/acts.ts'
import { fileKind } from '../../facts/files.ts'
import { replaceGenerators, type Helper } from '../../facts/id-edits.ts'
import { onIdMakers, type IdMaker } from '../../facts/id-makers.ts'
import { joined } from '../../facts/listeners.ts'
import { onManifest } from '../../facts/manifest.ts'
import { onUuidsInSql } from '../../facts/sql-ids.ts'
import { isFrozen } from '../../schema/baseline.ts'
import { declarationsOf } from '../../schema/declared.ts'
import { onSchema, schemasAround } from '../../schema/here.ts'
import { uuidColumns } from '../../schema/uuids.ts'

type Message = 'package' | 'generator' | 'column' | 'extension' | 'dependency' | 'replace'

interface Options {
  readonly helper: Helper | undefined
  readonly allowPackages: readonly string[]
  readonly schema: boolean
}

export default defineRule<Message, Options>({
  description: 'Disallow making UUIDs',
  clauses: ['000/2.1a'],
  tier: 'recommended',
  presets: { 'best-practices': { options: { schema: true } } },
  files: ['server', 'cli', 'script', 'seed', 'migration'],
  languages: ['code', 'sql', 'prisma', 'text'],
  mentions: /uuid|uniqueidentifier|\bnew(?:sequential)?id\b/i,
  hasSuggestions: true,
  messages: {
    package:
      '`{{ package }}` makes UUIDs; beside KSUIDs, ids then have two formats and no common order. Make KSUIDs, by the helper of the project or the package `ksuid`.',
    generator:
      '`{{ call }}` makes a UUID; beside KSUIDs, ids then have two formats and no common order. Make a KSUID, by the helper of the project or the package `ksuid`.',
    column:
      '`{{ column }}` holds UUIDs; beside KSUIDs, ids then have two formats and no common order. Make it text of 27 characters, filled with a KSUID.',
    extension:
      '`{{ name }}` is there to make UUIDs; beside KSUIDs, ids then have two formats and no common order. Leave it out, and make KSUIDs in the service.',
    dependency:
      '`{{ package }}` is there to make UUIDs; beside KSUIDs, ids then have two formats and no common order. Depend on `ksuid` instead.',
    replace: 'Make the id with `{{ helper }}`.',
  },
  options: {
    helper: {
      schema: {
        type: 'object',
        description: 'The function of the project that makes ids: the module to import it from, and its name there.',
        properties: { module: { type: 'string' }, name: { type: 'string' } },
        required: ['module'],
        additionalProperties: false,
      },
      default: undefined,
    },
    allowPackages: {
      schema: { type: 'array', items: { type: 'string' }, description: 'Packages that may be imported all the same.' },
      default: [],
    },
    schema: {
      schema: {
        type: 'boolean',
        description: 'Also report columns, SQL and dependencies that are there for UUIDs.',
      },
      default: false,
    },
  },
  create(context, options) {
    // A migration that is run once makes the ids of rows that are there already.
    const inCode = fileKind(context) === 'migration' ? {} : inPrograms(context, options)
    return options.schema ? joined(inCode, inColumns(context), inSql(context), inManifest(context, options)) : inCode
  },
})

function inPrograms(context: Context<Message>, { helper, allowPackages }: Options): TSESLint.RuleListener {
  return onIdMakers(context, 'uuid', ({ kind, name, node, ids }: IdMaker) => {
    if (kind === 'package' && allowPackages.includes(name)) return
    const edit = replaceGenerators(context, ids, node, helper)
    context.report({
      node,
      ...(kind === 'package'
        ? { messageId: 'package', data: { package: name } }
        : { messageId: 'generator', data: { call: name } }),
      ...(edit && { suggest: [{ messageId: 'replace', data: { helper: edit.helper }, fix: edit.fix }] }),
    })
  })
}

function inColumns(context: Context<Message>): TSESLint.RuleListener {
  return onSchema(context, (schema) => {
    const here = uuidColumns(schema, schemasAround(context))
    if (here.length === 0) return
    const declarations = declarationsOf(context, schema)
    for (const { table, part: column, place } of here) {
      if (declarations.hasColumn(table, column)) continue
      const name = `${table.model ?? table.name}.${column.property ?? column.name}`
      context.report({ loc: schema.locate(place), messageId: 'column', data: { column: name } })
    }
  })
}

function inSql(context: Context<Message>): TSESLint.RuleListener {
  if (isFrozen(context)) return {}
  return onUuidsInSql(context, ({ kind, name, place }, text) => {
    const loc = text.locate(place)
    if (kind === 'extension') context.report({ loc, messageId: 'extension', data: { name } })
    else context.report({ loc, messageId: 'generator', data: { call: name } })
  })
}

function inManifest(context: Context<Message>, { allowPackages }: Options): TSESLint.RuleListener {
  const catalog = catalogFor(context)
  return onManifest(context, ({ name, place }, text) => {
    if (allowPackages.includes(name) || !catalog.makesIds(name, 'uuid')) return
    context.report({ loc: text.locate(place), messageId: 'dependency', data: { package: name } })
  })
}
