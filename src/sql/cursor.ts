import type { Name } from './changes.ts'
import { hole, type Place, type Token } from './scan.ts'

/** No query that a person reads nests deeper; below it, parentheses are stepped over, which keeps time linear. */
const deepest = 64

/** The tokens of one statement, and how far they have been read. */
export class Cursor {
  readonly text: string
  private readonly tokens: readonly Token[]
  private at: number
  private readonly end: number
  /** How many queries are being read, each in another one. */
  depth = 0
  /** Whether every word so far stood where SQL allows it. */
  wellFormed = true

  constructor(text: string, tokens: readonly Token[], start: number, end: number) {
    this.text = text
    this.tokens = tokens
    this.at = start
    this.end = end
  }

  peek(ahead = 0): Token | undefined {
    const at = this.at + ahead
    return at < this.end ? this.tokens[at] : undefined
  }

  next(): Token | undefined {
    if (this.at >= this.end) return undefined
    this.at += 1
    return this.tokens[this.at - 1]
  }

  skip(count: number) {
    this.at = Math.min(this.at + count, this.end)
  }

  /** One token, or a whole parenthesis; hands back its last token. */
  step(): Token | undefined {
    let token = this.next()
    if (!isSymbol(token, '(')) return token
    for (let depth = 1; depth > 0 && token;) {
      token = this.next()
      if (isSymbol(token, '(')) depth += 1
      else if (isSymbol(token, ')')) depth -= 1
    }
    return token ?? this.tokens[this.end - 1]
  }

  /** Whether the tokens nest too deep to go on. */
  get isTooDeep(): boolean {
    return this.depth > deepest
  }

  /** Where the next token stands; at the end, where the last one ends. */
  get start(): number {
    return this.peek()?.start ?? this.last
  }

  /** Where the token that was read last ends. */
  get last(): number {
    return this.tokens[this.at - 1]?.end ?? 0
  }

  /** From there to the end of what has been read. */
  placeFrom(start: number): Place {
    return { start, end: Math.max(this.last, start) }
  }

  isWord(value: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token?.kind === 'word' && token.value === value
  }

  isWordOf(values: ReadonlySet<string>, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token?.kind === 'word' && values.has(token.value)
  }

  isSymbol(value: string, ahead = 0): boolean {
    return isSymbol(this.peek(ahead), value)
  }

  isName(ahead = 0): boolean {
    return isName(this.peek(ahead))
  }

  /** Whether these words come next, one after the other. */
  isWords(first: string, second: string, third?: string, fourth?: string): boolean {
    return (
      this.isWord(first) &&
      this.isWord(second, 1) &&
      (third === undefined || this.isWord(third, 2)) &&
      (fourth === undefined || this.isWord(fourth, 3))
    )
  }

  takeWord(value: string): boolean {
    if (!this.isWord(value)) return false
    this.at += 1
    return true
  }

  /** Takes these words when all of them come next. */
  takeWords(first: string, second: string, third?: string, fourth?: string): boolean {
    if (!this.isWords(first, second, third, fourth)) return false
    this.at += fourth === undefined ? (third === undefined ? 2 : 3) : 4
    return true
  }

  /** Takes the next word when it is one of these, and says which. */
  takeWordOf(values: ReadonlySet<string>): string | undefined {
    if (!this.isWordOf(values)) return undefined
    return this.next()?.value
  }

  takeSymbol(value: string): boolean {
    if (!this.isSymbol(value)) return false
    this.at += 1
    return true
  }

  /** `users`, `public.users`, `db.public."Users"` */
  takeName(): Name | undefined {
    let token = this.peek()
    if (!token || !isName(token)) return undefined
    const { start } = token
    let schema: string | undefined
    this.at += 1
    while (this.isSymbol('.') && this.isName(1)) {
      schema = this.written(token)
      token = this.peek(1) ?? token
      this.at += 2
    }
    const place = { start, end: token.end }
    return {
      name: this.written(token),
      quoted: token.kind === 'quoted',
      place,
      ...(schema !== undefined && { schema }),
    }
  }

  /** `(a, b)`: the names of the columns, whatever stands behind each. */
  takeNames(): Name[] {
    const names: Name[] = []
    if (!this.takeSymbol('(')) return names
    while (this.peek() && !this.isSymbol(')')) {
      const name = this.takeName()
      if (name) names.push(name)
      this.skipItem()
      if (!this.takeSymbol(',')) break
    }
    this.takeSymbol(')')
    return names
  }

  /** To the next comma, or the parenthesis around it. */
  skipItem() {
    while (this.peek() && !this.isSymbol(',') && !this.isSymbol(')')) this.step()
  }

  /** To behind the parenthesis that closes around here. */
  closeParenthesis(): Token | undefined {
    while (this.peek() && !this.isSymbol(')')) this.step()
    return this.next()
  }

  /** A name as it is written, without its quotes. */
  private written({ kind, value, start, end }: Token): string {
    return kind === 'quoted' ? value : this.text.slice(start, end)
  }
}

export function isSymbol(token: Token | undefined, value: string): boolean {
  return token?.kind === 'symbol' && token.value === value
}

export function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quoted' || token?.kind === 'hole'
}

/** A name for comparisons: in lower case, a hole as the stand-in character. */
export function nameOf(token: Token): string {
  return token.kind === 'hole' ? hole : token.value.toLowerCase()
}

export function placeOf(token: Token | undefined): Place {
  return { start: token?.start ?? 0, end: token?.end ?? 0 }
}

/** The words of a list, as a set. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
