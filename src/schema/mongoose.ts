import type { TSESTree } from '@typescript-eslint/utils'
import { factOf } from '../facts/acts.ts'
import { calledName } from '../facts/calls.ts'
import { nodesIn } from '../facts/nodes.ts'
import { variableOf, type Node } from '../facts/source.ts'
import { Draft } from './draft.ts'
import { mentions } from './mentions.ts'
import type { Table } from './model.ts'
import type { CodeFile, Declared, TableReader } from './readers.ts'
import { pluralOfModel } from './table-names.ts'
import { entriesOf, flagIn, placeOf, placeOfText, propertyIn, settled, textIn } from './written.ts'

/** Reads the schemas of documents: `new Schema({ … })`, and the models that are made of them. */
export const mongooseReader: TableReader = { source: 'mongoose', mentions: mentions.mongoose, read }

function read(code: CodeFile): Declared | undefined {
  const tables: Table[] = []
  for (const node of nodesIn(code.sourceCode)) {
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') continue
    const table = factOf(code, node, ['schema.table'])?.row.like === 'mongoose' ? tableOfSchema(code, node) : undefined
    if (table) tables.push(table)
  }
  return tables.length > 0 ? { tables, open: false } : undefined
}

type SchemaNode = TSESTree.NewExpression | TSESTree.CallExpression

/** A schema without a model has no name: it is a part of another one, or its model stands elsewhere. */
function tableOfSchema(code: CodeFile, node: SchemaNode): Table | undefined {
  const { sourceCode } = code
  const [fields, options] = node.arguments
  const model = modelOf(code, node)
  const nameNode = propertyIn(sourceCode, options, 'collection') ?? model?.collection
  const written = textIn(sourceCode, nameNode)
  const name = written ?? (model && pluralOfModel(model.name.toLowerCase()))
  if (name === undefined || !model) return undefined
  const draft = new Draft()
  readFields(code, draft, fields)
  const times = propertyIn(sourceCode, options, 'timestamps')
  if (times && flagIn(sourceCode, times) !== false) {
    const place = placeOf(code, times)
    for (const time of ['createdAt', 'updatedAt'])
      draft.addColumn({
        name: time,
        type: { name: 'date', array: false, place },
        nullable: false,
        generated: false,
        place,
      })
  }
  return draft.table({
    name,
    model: model.name,
    named: written !== undefined,
    place: placeOf(code, node),
    namePlace: nameNode ? placeOfText(code, nameNode) : placeOfText(code, model.node),
  })
}

interface Named {
  readonly name: string
  readonly node: Node
  readonly collection: Node | undefined
}

/** `model('User', userSchema)`, `model('User', new Schema({ … }), 'people')` */
function modelOf({ sourceCode }: CodeFile, schema: SchemaNode): Named | undefined {
  const { parent } = schema
  const declared = parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined
  const uses = declared ? (variableOf(sourceCode, declared)?.references ?? []).map(({ identifier }) => identifier) : []
  for (const use of [schema, ...uses]) {
    const call = use.parent
    if (call?.type !== 'CallExpression' || calledName(call) !== 'model' || call.arguments[1] !== use) continue
    const [node, , collection] = call.arguments
    const name = textIn(sourceCode, node)
    if (node && name !== undefined) return { name, node, collection }
  }
  return undefined
}

function readFields(code: CodeFile, draft: Draft, fields: Node | undefined) {
  const { sourceCode } = code
  const written = entriesOf(sourceCode, fields)
  draft.columnsOpen = written?.open ?? true
  for (const { name, value, node } of written?.entries ?? []) {
    const place = placeOf(code, node)
    const stated = propertyIn(sourceCode, value, 'type') ?? value
    const type = typeOf(code, stated)
    draft.addColumn({
      name,
      property: name,
      ...(type !== undefined && { type: { name: type, array: false, place } }),
      nullable: flagIn(sourceCode, propertyIn(sourceCode, value, 'required')) !== true,
      generated: false,
      place,
    })
    if (flagIn(sourceCode, propertyIn(sourceCode, value, 'unique'))) draft.uniques.push({ columns: [name], place })
    if (flagIn(sourceCode, propertyIn(sourceCode, value, 'index')))
      draft.indexes.push({ columns: [name], unique: false, partial: false, place })
  }
}

const typesOfNames = new Map([
  ['String', 'string'],
  ['Number', 'number'],
  ['Boolean', 'boolean'],
  ['Date', 'date'],
])

/** `String`, `'UUID'`, `Schema.Types.UUID` */
function typeOf(code: CodeFile, given: Node): string | undefined {
  const node = settled(code.sourceCode, given)
  if (node.type === 'Identifier') return typesOfNames.get(node.name)
  if (node.type !== 'MemberExpression') return textIn(code.sourceCode, node)?.toLowerCase()
  return factOf(code, node, ['schema.column'])?.row.type
}
