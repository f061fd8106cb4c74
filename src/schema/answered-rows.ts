import { calledName } from '../facts/calls.ts'
import { contentsOf, meaningsOf, type Content } from '../facts/contents.ts'
import { textOfFunction } from '../facts/method-texts.ts'
import { rowsReadBy, type RowsRead } from '../facts/row-reads.ts'
import { unwrapped, type Node, type RuleContext } from '../facts/source.ts'
import { wordsOf } from '../facts/words.ts'
import { packageAround } from '../project/package.ts'
import { someFile } from '../project/files.ts'
import { typesOf } from '../types/here.ts'
import type { Type } from '../types/type.ts'
import { isSame } from './names.ts'
import { rowShapes, type RowShape } from './row-shapes.ts'
import { rowsIn } from './rows-in-types.ts'

/** Rows of a table that a value holds as the database has them. */
export interface WholeRows {
  readonly shape: RowShape
  /** The secrets among their columns. */
  readonly secrets: readonly string[]
  /** No property of them is left out. */
  readonly whole: boolean
  /** What brings them: a call, or the name of what another function was given. */
  readonly root: Node
  /** The query, where it stands in this file. */
  readonly read: RowsRead | undefined
}

/** The rows that a value holds, by the queries of its file and by its type. */
export function rowsHeldBy(context: RuleContext, content: Content): readonly WholeRows[] {
  const isTyped = typesOf(context) !== undefined
  // Without types, only a query of the file can tell; then the tables of the project need not be read for the others.
  const roots = rootsOf(context, content).filter(({ node }) => isTyped || rowsReadBy(context, node).length > 0)
  const shapes = roots.length === 0 ? [] : rowShapes(context)
  return shapes.length === 0 ? [] : roots.flatMap((root) => rowsOf(context, root, shapes))
}

/** Where a value comes from, as far back as its file shows. */
interface Root {
  readonly node: Node
  readonly without: readonly string[]
  readonly reduced: boolean
}

const deepest = 6

function rootsOf(context: RuleContext, { node: given, replaced }: Content, depth = 0): Root[] {
  const node = unwrapped(given)
  if (node.type === 'CallExpression')
    return isMapped(context, node) ? [] : [{ node, without: replaced, reduced: false }]
  const meanings = depth > deepest ? [] : meaningsOf(context.sourceCode, node)
  if (meanings.length === 0) return [{ node, without: replaced, reduced: false }]
  return meanings.flatMap(({ value, without, reduced }) =>
    contentsOf(value).flatMap((content) =>
      rootsOf(context, content, depth + 1).map((root) => ({
        ...root,
        without: [...root.without, ...without, ...replaced],
        reduced: root.reduced || reduced,
      })),
    ),
  )
}

const mappers = new Set(
  `to as from map mapped mapper mappers serialize serialized serializer present presenter format formatted formatter sanitize
   sanitized sanitizer strip omit pick exclude without transform transformed transformer plain instance parse parsed decode encode
   render hide remove redact mask masked clean cleaned safe public dto dtos view resource convert build reduce filtered schema
   normalize normalized project token sign`.split(/\s+/),
)

/** Whether a call makes another value of what it is given, by its name: `toDto(user)`, `UserSchema.parse(user)`. */
function isMapped(context: RuleContext, node: Extract<Node, { type: 'CallExpression' }>): boolean {
  // `db.select().from(users)`
  if (rowsReadBy(context, node).length > 0) return false
  return wordsOf(calledName(node)).some((word) => mappers.has(word))
}

function rowsOf(context: RuleContext, root: Root, shapes: readonly RowShape[]): readonly WholeRows[] {
  const { read, shape: meant } = readAt(context, root.node, shapes)
  if (read?.narrowed) return []
  // The types of most libraries do not say which columns were asked for; the query does.
  if (read && meant && !follows(meant)) return ofRead(context, root, read, meant)
  const type = typesOf(context)?.of(root.node)
  const held = type ? rowsIn(type, shapes) : []
  if (held.length === 0) return read && meant && (!type || isOpen(type)) ? ofRead(context, root, read, meant) : []
  return held.flatMap(({ shape, secrets }) => {
    if (shape.shaped === 'rows' || (!read && isNarrowedElsewhere(context, root.node, shape))) return []
    return madeOf(root, shape, secrets, read)
  })
}

function isOpen({ awaited }: Type): boolean {
  return /^(?:any|unknown|open|parameter)$/.test(awaited.kind)
}

function madeOf({ node, without, reduced }: Root, shape: RowShape, has: readonly string[], read: RowsRead | undefined) {
  const secrets = reduced ? [] : has.filter((one) => !without.includes(one))
  const whole = !reduced && without.every((one) => !shape.properties.includes(one)) && shape.shaped === undefined
  return [{ shape, secrets, whole, root: node, read }]
}

/** The query that a call is, and the table that is read: of several that it may be, the one whose table is declared. */
function readAt(context: RuleContext, node: Node, shapes: readonly RowShape[]) {
  const reads = rowsReadBy(context, node)
  for (const read of reads) {
    const shape = shapes.find((one) => isMeant(one, read))
    if (shape) return { read, shape }
  }
  const [read] = reads
  return { read: read?.guessed === true ? undefined : read, shape: undefined }
}

/** The rows that a query of the file reads, where no checker knows better. */
function ofRead(context: RuleContext, root: Root, read: RowsRead, shape: RowShape): readonly WholeRows[] {
  if (shape.shaped === 'rows' || (shape.types?.payload !== undefined && omitsEverywhere(context))) return []
  return madeOf(root, shape, shape.secrets, read)
}

/** Whether a query is on a table that its own library declares. */
function isMeant({ schema, table, names }: RowShape, { package: owner, table: given }: RowsRead): boolean {
  if (!owner.includes(schema.source)) return false
  if ('name' in given) return isSame(table.name, given.name)
  // Prisma's client calls `BlogPost` `blogPost`.
  const isDelegate = schema.source === 'prisma'
  return names.some((name) => given.model === (isDelegate ? name.charAt(0).toLowerCase() + name.slice(1) : name))
}

/** Whether a client of Prisma is made that leaves columns out of every query. */
function omitsEverywhere({ filename }: RuleContext): boolean {
  const around = packageAround(filename)
  if (!around) return false
  return someFile(
    around.folder,
    'omits columns',
    (file, text) => /\.[cm]?[jt]s$/.test(file) && /\bPrismaClient\s*\([^]*\bomit\s*:/.test(text()),
  )
}

const removes = /\bdelete\s+[\w(]|=\s*(?:undefined|null|'')\s*;?\s*$|\b(?:omit|exclude|sanitize|strip|redact)\w*/im
const chooses = /\b(?:select|attributes|fields|projection|columns|addSelect|raw)\b/

/** Whether the types of a library have only what a query asked for. */
function follows({ types }: RowShape): boolean {
  return types?.payload !== undefined || types?.computed === true
}

/** Whether the function that gives the rows, in another file, leaves columns out in a way that its type does not say. */
function isNarrowedElsewhere(context: RuleContext, node: Node, shape: RowShape): boolean {
  if (node.type !== 'CallExpression') return false
  const called = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee
  const declared = typesOf(context)?.declarationOf(called)
  const text = declared && textOfFunction(declared)
  if (text === undefined) return false
  return removes.test(text) || (!follows(shape) && chooses.test(text))
}

/** What people call rows of people, and what they call the rows of any query. */
const rowNames = new Set(
  `user users account accounts customer customers member members admin admins owner author employee patient student
   person people profile record records row rows result results found existing created updated entity`.split(/\s+/),
)

/** The secrets of rows that stand whole in a value that is logged, asked only of what is called like rows. */
export function secretsInRows(
  context: RuleContext,
  { node, name, replaced }: Content & { readonly name: string },
): readonly string[] {
  if (unwrapped(node).type !== 'Identifier' || !wordsOf(name).some((word) => rowNames.has(word))) return []
  return rowsHeldBy(context, { node, replaced }).flatMap(({ secrets }) => secrets)
}
