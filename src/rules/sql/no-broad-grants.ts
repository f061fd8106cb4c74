import path from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { broadAccessIn, type BroadAccess } from '../../facts/access.ts'
import { fileLanguage } from '../../facts/files.ts'
import { joined } from '../../facts/listeners.ts'
import { isPlacedAway } from '../../facts/production.ts'
import { onSql } from '../../facts/queries.ts'
import { ancestor, nameOfKey, type Node } from '../../facts/source.ts'
import type { Text } from '../../facts/strings.ts'
import {
  isForProduction,
  isSuperuser,
  superusersElsewhere,
  superusersIn,
  type Superuser,
} from '../../facts/superusers.ts'
import { onFile } from '../../facts/text-files.ts'
import { isFrozen } from '../../schema/baseline.ts'
import { isGeneratedSql } from '../../schema/migrations.ts'

type Messages = BroadAccess['why'] | 'user'

export default defineRule<Messages>({
  description: 'Disallow rights and users of a database that can do more than an application needs',
  clauses: ['002/5.6'],
  tier: 'strict',
  files: ['server', 'migration', 'script', 'cli', 'seed', 'config'],
  languages: ['code', 'sql', 'text'],
  mentions: /\b(?:grant|superuser|createrole|bypassrls|definer|postgres|root|sa|admin|administrator)\b/i,
  messages: {
    all: '`{{ text }}` hands over everything, so whoever gets into the application owns the data. Grant the privileges that it uses, on the tables that it uses.',
    public: '`PUBLIC` is every role, those of tomorrow included. Grant this to the role that needs it.',
    attribute:
      '`{{ text }}` lets this role step over the rights that others set. Leave it out, and grant the privileges that are needed.',
    superuser:
      '`{{ text }}` makes a superuser of the role, to whom no right applies. Grant the privileges that are needed.',
    definer:
      '`DEFINER = {{ text }}` runs this with all rights, whoever calls it. Name a role that has only those it needs.',
    user: 'Production connects as `{{ text }}`, who may do everything, so whoever gets into the application owns the database. Connect as a role of its own, with the rights that it needs.',
  },
  create(context) {
    const place = path.relative(context.cwd, context.filename)
    if (isFrozen(context) || isPlacedAway(place) || isOfContainer(place)) return {}
    if (fileLanguage(context.sourceCode) === 'text') return onFile(context, (text) => reportUsers(context, text, place))
    if (fileLanguage(context.sourceCode) === 'sql' && isGeneratedSql(context)) return {}
    return joined(onGrant(context), onAddress(context, place))
  },
})

/** What a container of a database runs when it is made: on the machine of a developer, unless its name says otherwise. */
function isOfContainer(place: string): boolean {
  const isMade =
    /(?:^|[/\\])(?:\.?docker[\w.-]*|\.devcontainer|initdb[\w.-]*|compose)[/\\]/i.test(place) ||
    // `migrations/001_init.sql` is the first migration, which production runs as well.
    /^(?!.*migrations?[/\\]).*(?:^|[/\\])\d*[_-]?init(?:[_-][\w-]*)?\.sql$/i.test(place)
  return isMade && !isForProduction(place)
}

function onGrant(context: Context<Messages>) {
  const seen = new Set<string>()
  return onSql(context, ({ text, statements }) => {
    for (const statement of statements) {
      const broad = broadAccessIn(statement)
      const loc = broad && text.locate(broad.place)
      // A text that is handed over by its name is met twice.
      if (!loc || seen.has(`${loc.start.line}:${loc.start.column}`)) continue
      seen.add(`${loc.start.line}:${loc.start.column}`)
      context.report({ loc, messageId: broad.why, data: { text: text.shown(broad.place).replace(/\s+/g, ' ') } })
    }
  })
}

/** Addresses in code, and objects that say how production connects. */
function onAddress(context: Context<Messages>, place: string): TSESLint.RuleListener {
  const { sourceCode } = context
  const visit = (node: Node) => {
    for (const user of superusersElsewhere(sourceCode.getText(node))) {
      const at = (offset: number) => sourceCode.getLocFromIndex(node.range[0] + offset)
      report(context, { start: at(user.start), end: at(user.end) }, user.name)
    }
  }
  return {
    Literal: (node) => typeof node.value === 'string' && visit(node),
    TemplateLiteral: visit,
    Property(node) {
      const name = superuserOf(node)
      if (name && isOfProduction(node, place)) report(context, node.value.loc, name)
    },
  }
}

/** `{ user: 'postgres', host: … }` */
function superuserOf(property: TSESTree.Property): string | undefined {
  const { value, parent } = property
  if (value.type !== 'Literal' || !isSuperuser(value.value) || !/^user(?:name)?$/i.test(nameOfKey(property) ?? ''))
    return undefined
  const isConnection =
    parent.type === 'ObjectExpression' &&
    parent.properties.some((one) => {
      return one.type === 'Property' && /^(?:host|hostname|server|database|dialect)$/.test(nameOfKey(one) ?? '')
    })
  return isConnection ? String(value.value) : undefined
}

function isOfProduction(node: TSESTree.Property, place: string): boolean {
  return (
    isForProduction(place) ||
    ancestor(node, (outer) => outer.type === 'Property' && /^prod(?:uction)?$/i.test(nameOfKey(outer) ?? '')) !==
      undefined
  )
}

/** The users that a file of settings connects as; once each. */
function reportUsers(context: Context<Messages>, text: Text, place: string) {
  const isSetting = /(?:^|[/\\])(?:\.env[^/\\]*|[^/\\]*compose[^/\\]*)$/.test(place)
  const all = isSetting && isForProduction(place) ? superusersIn(text.value) : superusersElsewhere(text.value)
  const once = new Map<string, Superuser>()
  for (const user of all) if (!once.has(user.name)) once.set(user.name, user)
  for (const user of once.values()) report(context, text.locate(user), user.name)
}

function report(context: Context<Messages>, loc: TSESTree.SourceLocation, text: string) {
  context.report({ loc, messageId: 'user', data: { text } })
}
