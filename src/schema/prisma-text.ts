import type { Place } from '../sql/scan.ts'

/** The text of a Prisma schema as blocks, whatever they mean. */
export interface PrismaText {
  readonly blocks: readonly Block[]
  /** Something was no Prisma schema, and was stepped over. */
  readonly open: boolean
}

/** `model User { … }` */
export interface Block {
  readonly keyword: string
  readonly name: Word
  readonly members: readonly Member[]
  readonly open: boolean
  readonly place: Place
}

export interface Word {
  readonly value: string
  readonly place: Place
}

/** A line of a block: a field, an attribute of the block (`@@index([a])`), or a setting (`provider = "mysql"`). */
export interface Member {
  readonly name?: Word
  readonly type?: FieldType
  readonly value?: Value
  readonly attributes: readonly Attribute[]
  readonly place: Place
}

export interface FieldType extends Word {
  readonly list: boolean
  readonly optional: boolean
}

export interface Attribute {
  /** With its dots, without its `@`: `db.Uuid`. */
  readonly name: string
  readonly arguments: readonly Argument[]
  readonly place: Place
}

export interface Argument {
  readonly name?: string
  readonly value: Value
}

export type Value =
  | { readonly kind: 'text' | 'name' | 'number'; readonly value: string; readonly place: Place }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly place: Place }
  | {
      readonly kind: 'call'
      readonly value: string
      readonly arguments: readonly Argument[]
      readonly place: Place
    }

interface Token extends Place {
  readonly kind: 'word' | 'text' | 'number' | 'symbol' | 'line'
  readonly value: string
}

const pattern =
  /(?<blank>[^\S\n]+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<line>\n)|(?<word>[\p{L}_][\p{L}\p{N}_-]*)|(?<text>"(?:[^"\\\n]|\\[^\n])*"?)|(?<number>-?\d[\d.]*)|(?<symbol>@@|[^])/uy

function scan(text: string): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { word, text: quoted, number, symbol, line } = match.groups ?? {}
    const start = match.index
    const end = pattern.lastIndex
    if (line !== undefined) tokens.push({ kind: 'line', value: '', start, end })
    else if (word !== undefined) tokens.push({ kind: 'word', value: word, start, end })
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: unquoted(quoted), start, end })
    else if (number !== undefined) tokens.push({ kind: 'number', value: number, start, end })
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', value: symbol, start, end })
  }
  return tokens
}

function unquoted(text: string): string {
  return text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined).replace(/\\(["\\])/g, '$1')
}

/** Reads any text; what is no Prisma schema is stepped over, to the end of its line. */
export function readPrismaText(text: string): PrismaText {
  return new Reader(scan(text)).file()
}

/** Deeper than any value that people write, and shallow enough for the stack. */
const deepest = 32

class Reader {
  private at = 0
  private depth = 0
  private open = false
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  file(): PrismaText {
    const blocks: Block[] = []
    let open = false
    while (this.skipLines()) {
      this.open = false
      const block = this.block()
      if (block) blocks.push(block)
      else {
        this.at += 1
        this.skipRestOfLine()
      }
      open ||= this.open || block === undefined
    }
    return { blocks, open }
  }

  private block(): Block | undefined {
    const [keyword, name, brace] = [this.peek(), this.peek(1), this.peek(2)]
    if (keyword?.kind !== 'word' || name?.kind !== 'word' || brace?.value !== '{') return undefined
    this.at += 3
    const members: Member[] = []
    while (this.skipLines() && !this.isSymbol('}')) {
      const member = this.member()
      if (member) members.push(member)
      else this.open = true
      if (this.peek()?.kind !== 'line' && !this.isSymbol('}')) {
        this.open = true
        this.skipRestOfLine()
      }
    }
    if (!this.isSymbol('}')) this.open = true
    else this.at += 1
    return {
      keyword: keyword.value,
      name: { value: name.value, place: placeOf(name) },
      members,
      open: this.open,
      place: { start: keyword.start, end: this.tokens[this.at - 1]?.end ?? brace.end },
    }
  }

  private member(): Member | undefined {
    const start = this.peek()?.start ?? 0
    const done = (member: Omit<Member, 'place'>): Member => ({
      ...member,
      place: { start, end: this.tokens[this.at - 1]?.end ?? start },
    })
    if (this.isSymbol('@@')) {
      const attribute = this.attribute()
      return attribute && done({ attributes: [attribute] })
    }
    const name = this.word()
    if (!name) return undefined
    if (this.isSymbol('=')) {
      this.at += 1
      const value = this.value()
      return value && done({ name, value, attributes: [] })
    }
    const type = this.fieldType()
    const attributes: Attribute[] = []
    while (this.startsAttribute()) {
      const attribute = this.attribute()
      if (!attribute) return undefined
      attributes.push(attribute)
    }
    return done({ name, ...(type && { type }), attributes })
  }

  /** `@id` on this line, or at the beginning of the next: it still belongs to the field. */
  private startsAttribute(): boolean {
    let next = this.at
    while (this.tokens[next]?.kind === 'line') next += 1
    if (this.tokens[next]?.value !== '@' || this.tokens[next]?.kind !== 'symbol') return false
    this.at = next
    return true
  }

  private fieldType(): FieldType | undefined {
    const word = this.word()
    if (!word) return undefined
    if (this.isSymbol('(')) this.arguments()
    let list = false
    let optional = false
    for (;;) {
      if (this.isSymbol('[') && this.peek(1)?.value === ']') {
        list = true
        this.at += 2
      } else if (this.isSymbol('?')) {
        optional = true
        this.at += 1
      } else break
    }
    return { ...word, list, optional }
  }

  private attribute(): Attribute | undefined {
    const start = this.next()?.start ?? 0
    const name = this.path()
    if (name === undefined) return undefined
    const given = this.isSymbol('(') ? this.arguments() : []
    return { name, arguments: given, place: { start, end: this.tokens[this.at - 1]?.end ?? start } }
  }

  private path(): string | undefined {
    const first = this.word()
    if (!first) return undefined
    let name = first.value
    while (this.isSymbol('.') && this.peek(1)?.kind === 'word') {
      name += `.${this.peek(1)?.value ?? ''}`
      this.at += 2
    }
    return name
  }

  private arguments(): Argument[] {
    return this.listOf(')', () => {
      const name = this.peek()?.kind === 'word' && this.peek(1)?.value === ':' ? this.next()?.value : undefined
      if (name !== undefined) this.at += 1
      const value = this.value()
      return value && { ...(name !== undefined && { name }), value }
    })
  }

  private value(): Value | undefined {
    const token = this.peek()
    if (!token || this.depth > deepest) return undefined
    const place = () => ({ start: token.start, end: this.tokens[this.at - 1]?.end ?? token.end })
    if (token.kind === 'text' || token.kind === 'number') {
      this.at += 1
      return { kind: token.kind, value: token.value, place: place() }
    }
    if (this.isSymbol('[')) {
      const items = this.listOf(']', () => this.value())
      return { kind: 'list', items, place: place() }
    }
    const value = this.path()
    if (value === undefined) return undefined
    if (!this.isSymbol('(')) return { kind: 'name', value, place: place() }
    const given = this.arguments()
    return { kind: 'call', value, arguments: given, place: place() }
  }

  /** What stands between a bracket and its end, over as many lines as it takes; what is not understood is stepped over. */
  private listOf<Item>(close: string, read: () => Item | undefined): Item[] {
    const items: Item[] = []
    this.at += 1
    this.depth += 1
    while (this.skipLines() && !this.isSymbol(close) && !this.isSymbol('}')) {
      const item = read()
      if (item === undefined) {
        this.open = true
        this.at += 1
      } else items.push(item)
      this.skipLines()
      if (this.isSymbol(',')) this.at += 1
    }
    this.depth -= 1
    if (this.isSymbol(close)) this.at += 1
    else this.open = true
    return items
  }

  private word(): Word | undefined {
    const token = this.peek()
    if (token?.kind !== 'word') return undefined
    this.at += 1
    return { value: token.value, place: placeOf(token) }
  }

  private peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead]
  }

  private next(): Token | undefined {
    const token = this.tokens[this.at]
    this.at += 1
    return token
  }

  private isSymbol(value: string): boolean {
    const token = this.peek()
    return token?.kind === 'symbol' && token.value === value
  }

  private skipLines(): boolean {
    while (this.peek()?.kind === 'line') this.at += 1
    return this.peek() !== undefined
  }

  private skipRestOfLine() {
    while (this.peek() && this.peek()?.kind !== 'line' && !this.isSymbol('}')) this.at += 1
  }
}

function placeOf({ start, end }: Token): Place {
  return { start, end }
}
