/** A node as the native parser tells it: offsets alone, and `null` for all that is not there. */
export interface RawNode {
  type: string
  readonly start: number
  readonly end: number
  [key: string]: unknown
}

export function isRawNode(value: unknown): value is RawNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** What only the tree knows of the token that begins at an offset. Everything else is told by its characters. */
export const tokenKind = {
  /** Nothing that its characters do not tell. */
  told: 0,
  /** A word that is reserved elsewhere: `a.delete`. */
  name: 1,
  /** A name of JSX, which can have hyphens. */
  jsxName: 2,
  /** The same, of a name with a namespace, which is no name of JSX among tokens: `xlink:href`. */
  jsxNamespaced: 3,
  /** A quoted text, and the text between elements. */
  jsxText: 4,
  template: 5,
  regularExpression: 6,
  /** `<` or `>` by itself, whatever stands behind it: `Array<Array<string>>`. */
  single: 7,
} as const

/** The words that are keywords among tokens, unless they are used as names. */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if import in instanceof new null return super switch this throw true try typeof var void while with ' +
    'implements interface let package private protected public static yield'
  ).split(' '),
)

/** Notes of a tree for the tokens of its text. */
export class Marks {
  /** The kind of the token that begins at each offset, where its characters do not tell it. */
  readonly kinds: Uint8Array
  private readonly ends = new Map<number, number>()

  constructor(text: string) {
    this.kinds = new Uint8Array(text.length + 1)
  }

  /** Where the token ends that begins there, when its characters do not tell that either. */
  endOf(start: number): number {
    return this.ends.get(start) ?? start + 1
  }

  /** Notes the kind of the token that begins where a node does, when it is a node of that type. */
  word(node: unknown, type: string, kind: number): void {
    if (isRawNode(node) && node.type === type) this.kinds[node.start] = kind
  }

  /** Notes that a whole node is one token. */
  whole(node: unknown, kind: number): void {
    if (!isRawNode(node)) return
    this.kinds[node.start] = kind
    this.ends.set(node.start, node.end)
  }

  /** Notes that the last character of a node, at least, is a token by itself. */
  last(node: RawNode): void {
    this.kinds[node.end - 1] = tokenKind.single
  }
}

/**
 * Notes what a node says of tokens, behind its children, of which it may know better.
 * @param start Where the node begins.
 * @param inElement Whether it stands somewhere in an element.
 */
export type Marker = (marks: Marks, node: RawNode, start: number, inElement: boolean) => void

const lists: Marker = (marks, node, start) => {
  marks.kinds[start] = tokenKind.single
  marks.last(node)
}
const tags: Marker = (marks, node) => marks.last(node)

/** The types of nodes that know of tokens what their characters do not tell. */
export const markers: Readonly<Record<string, Marker>> = {
  Identifier(marks, { name }, start) {
    if (typeof name === 'string' && reservedWords.has(name)) marks.kinds[start] = tokenKind.name
  },
  Literal(marks, node) {
    if ('regex' in node) marks.whole(node, tokenKind.regularExpression)
  },
  TemplateElement: (marks, node) => marks.whole(node, tokenKind.template),
  TSTypeParameterInstantiation: lists,
  TSTypeParameterDeclaration: lists,
  TSTypeAssertion(marks, { start }) {
    marks.kinds[start] = tokenKind.single
  },
  MetaProperty: (marks, { meta }) => marks.word(meta, 'Identifier', tokenKind.told),
  TSTypeQuery: (marks, { exprName }) => marks.word(exprName, 'ThisExpression', tokenKind.name),
  TSQualifiedName: (marks, { left }) => marks.word(left, 'ThisExpression', tokenKind.name),
  // The `with` of `import('./data.json', { with: { type: 'json' } })` as a type is the name of a property to the tree.
  TSImportType(marks, { options }) {
    if (!isRawNode(options) || !Array.isArray(options['properties'])) return
    for (const property of options['properties']) {
      if (isRawNode(property)) marks.word(property['key'], 'Identifier', tokenKind.told)
    }
  },
  // A property that is asked for somewhere in an element is a name of JSX to typescript-eslint.
  MemberExpression(marks, { computed, object, property }, _, inElement) {
    if (!inElement || computed === true) return
    marks.word(object, 'Identifier', tokenKind.jsxName)
    marks.word(property, 'Identifier', tokenKind.jsxName)
  },
  JSXIdentifier(marks, { name, start }) {
    // The `this` of `<this.name>` is a keyword.
    if (name !== 'this') marks.kinds[start] = tokenKind.jsxName
  },
  JSXMemberExpression: (marks, { property }) => marks.word(property, 'JSXIdentifier', tokenKind.jsxName),
  JSXNamespacedName(marks, { namespace, name }) {
    marks.word(namespace, 'JSXIdentifier', tokenKind.jsxNamespaced)
    marks.word(name, 'JSXIdentifier', tokenKind.jsxNamespaced)
  },
  JSXText: (marks, node) => marks.whole(node, tokenKind.jsxText),
  JSXAttribute(marks, { value }) {
    if (isRawNode(value) && value.type === 'Literal') marks.whole(value, tokenKind.jsxText)
  },
  JSXOpeningElement: tags,
  JSXClosingElement: tags,
  JSXOpeningFragment: tags,
  JSXClosingFragment: tags,
}
