import { classOf, digit, isLower, isWordCode, punctuation, quote, space, word } from './characters.ts'

/** A stand-in for what a text leaves open, such as `${table}`: one character, so that places stay true. */
export const hole = '\uFFFC'

/** Offsets into the text. */
export interface Place {
  readonly start: number
  readonly end: number
}

export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'placeholder' | 'hole' | 'symbol'

export interface Token extends Place {
  readonly kind: TokenKind
  /**
   * A word in capitals, a quoted name without its quotes, a symbol as it is, the number or the name of a placeholder;
   * empty for strings, numbers and holes.
   */
  readonly value: string
}

export interface Comment extends Place {
  /** What stands between its marks. */
  readonly value: string
}

/**
 * Splits SQL of any common dialect into tokens, comments left out. Accepts every text, in time linear in its length:
 * a quote that never closes ends with the text.
 */
export function scan(text: string, from = 0, to = text.length): Token[] {
  const scanner = new Scanner(to === text.length ? text : text.slice(0, to), from)
  scanner.scan()
  return scanner.tokens
}

/** The comments of a SQL text, in order, and the lines that speak to a client and not to the database. */
export function commentsOf(text: string): Comment[] {
  const scanner = new Scanner(text, 0)
  scanner.scan()
  return scanner.comments.map(({ start, end }) => ({ value: insideOf(text.slice(start, end)), start, end }))
}

function insideOf(comment: string): string {
  if (comment.startsWith('/*')) return comment.slice(2, comment.endsWith('*/') && comment.length > 3 ? -2 : undefined)
  return comment.slice(comment.startsWith('--') ? 2 : 1)
}

const number = /(?:0x[0-9a-f]+|\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)/iy
const dollarQuote = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy
const placeholder =
  /\$\d+|\?\d*|[:@][\p{L}_][\p{L}\p{N}_]*|:\d+|@@[\p{L}_][\p{L}\p{N}_.]*|%[sL](?![\p{L}\p{N}_])|%\(\w+\)s/uy
const typedPlaceholder = /\{[\p{L}_][\p{L}\p{N}_]*\s*:[^{}]*\}/uy
const bracketName = /\[[\p{L}_@#\uFFFC][^[\]\n;'",()]*\]/uy
const operator = /<=>|->>|#>>|<->|!~~?\*?|~~?\*|\|\|\/?|::|->|#>|#-|<=|>=|<>|!=|==|=>|&&|@>|<@|@@|:=|\?[|&]|[^]/y
const temporary = /##?[\p{L}_][\p{L}\p{N}_$]*/uy
const stringPrefix = /^(?:[enxb]|_\w+)$/i
/** The rows that `COPY … FROM stdin` is fed with, up to a line of `\.`. */
const copyData = /[^\n]*\n[^]*?(?:^\\\.[^\n]*$|$(?![^]))/my

class Scanner {
  readonly tokens: Token[] = []
  readonly comments: Place[] = []
  private readonly text: string
  private at: number
  private readonly lastQuotes = new Map<string, number>()
  /** Comments do not nest in this text: one that would does not close. */
  private flatComments = false
  /** Where a statement that copies its rows from what follows it was begun. */
  private copying: 'no' | 'copy' | 'stdin' = 'no'

  constructor(text: string, from: number) {
    this.text = text
    this.at = from
  }

  scan() {
    const { text } = this
    for (this.skipBlank(); this.at < text.length; this.skipBlank()) this.readToken()
  }

  private push(kind: TokenKind, end: number, value: string) {
    this.tokens.push({ kind, start: this.at, end, value })
    this.at = end
  }

  private readToken() {
    const { text, at } = this
    const code = text.charCodeAt(at)
    switch (classOf(code)) {
      case word:
        return this.readWord()
      case punctuation:
        return this.readPunctuation(text.charAt(at))
      case digit:
        return this.push('number', endOf(number, text, at), '')
      case quote:
        return code === 39
          ? this.push('string', this.endOfString(at, false), '')
          : this.readName(this.endOfString(at, false))
      default:
        return this.readSymbol(text.charAt(at))
    }
  }

  /** A word, a hole, or a string behind its prefix: `E'…'`, `N'…'`, `_utf8'…'`. */
  private readWord() {
    const { text, at } = this
    let end = at + 1
    let hasLower = isLower(text.charCodeAt(at))
    let isAscii = text.charCodeAt(at) < 128
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end)
      if (!isWordCode(code)) break
      if (isLower(code)) hasLower = true
      if (code >= 128) isAscii = false
    }
    const written = text.slice(at, end)
    if (written === hole) this.push('hole', end, '')
    else if (text.charCodeAt(end) === 39 && stringPrefix.test(written))
      this.push('string', this.endOfString(end, written === 'e' || written === 'E'), '')
    else this.pushWord(end, hasLower ? capitals(written, isAscii) : written)
  }

  private pushWord(end: number, value: string) {
    if (value === 'COPY' && this.isStart()) this.copying = 'copy'
    else if (value === 'STDIN' && this.copying === 'copy') this.copying = 'stdin'
    this.push('word', end, value)
  }

  private isStart(): boolean {
    const before = this.tokens.at(-1)
    return before === undefined || (before.kind === 'symbol' && before.value === ';')
  }

  private readPunctuation(value: string) {
    this.push('symbol', this.at + 1, value)
    if (value !== ';') return
    if (this.copying === 'stdin') {
      const end = endOf(copyData, this.text, this.at)
      if (end > this.at) this.comments.push({ start: this.at, end })
      this.at = end
    }
    this.copying = 'no'
  }

  private readName(end: number) {
    const inner = this.text.slice(this.at + 1, Math.max(end - 1, this.at + 1))
    const mark = this.text.charAt(this.at)
    this.push('quoted', end, inner.includes(mark) ? inner.replaceAll(mark + mark, mark) : inner)
  }

  private readSymbol(char: string) {
    const { text, at } = this
    switch (char) {
      case '$':
        if (endOf(dollarQuote, text, at) > at) return this.push('string', this.endOfDollarQuote(), '')
        break
      case '[': {
        const end = this.opensName() ? endOf(bracketName, text, at) : at
        return end > at ? this.readName(end) : this.push('symbol', at + 1, char)
      }
      case '{':
        return this.readPlaceholder(endOf(typedPlaceholder, text, at))
      case '.':
        return this.push(...this.dot())
      case '#':
        if (endOf(temporary, text, at) > at)
          return this.pushWord(endOf(temporary, text, at), text.slice(at, endOf(temporary, text, at)).toUpperCase())
        break
      case '%':
        // `%I` of PostgreSQL's format(): the name of a table or a column.
        if (/^%I(?!\w)/.test(text.slice(at, at + 3))) return this.push('word', at + 2, '%I')
    }
    return this.readPlaceholder(text.startsWith('::', at) ? at : endOf(placeholder, text, at))
  }

  /** `.5`, and not `t.5`. */
  private dot(): [TokenKind, number, string] {
    const { text, at } = this
    const before = this.tokens.at(-1)
    const isNumber = before === undefined || before.end < at || before.kind === 'symbol'
    const end = isNumber ? endOf(number, text, at) : at
    return end > at ? ['number', end, ''] : ['symbol', at + 1, '.']
  }

  private readPlaceholder(end: number) {
    const { text, at } = this
    if (end > at) return this.push('placeholder', end, text.slice(at + 1, end).replace(/[:}].*|^\(|\)s$/g, ''))
    const symbolEnd = endOf(operator, text, at)
    return this.push('symbol', symbolEnd, text.slice(at, symbolEnd))
  }

  private endOfDollarQuote(): number {
    const { text, at } = this
    const mark = text.slice(at, endOf(dollarQuote, text, at))
    const close = text.indexOf(mark, at + mark.length)
    return close === -1 ? text.length : close + mark.length
  }

  /** `[name]` of T-SQL, and not the subscript of an array, which follows a value at once. */
  private opensName(): boolean {
    const before = this.tokens.at(-1)
    return (
      before === undefined ||
      before.end < this.at ||
      (before.kind === 'symbol' && before.value !== ')' && before.value !== ']')
    )
  }

  /** To behind white space and comments. */
  private skipBlank() {
    const { text } = this
    for (;;) {
      while (this.at < text.length && classOf(text.charCodeAt(this.at)) === space) this.at += 1
      const end = this.endOfComment()
      if (end === this.at) return
      this.comments.push({ start: this.at, end })
      this.at = end
    }
  }

  private endOfComment(): number {
    const { text, at } = this
    switch (text.charCodeAt(at)) {
      case 45:
        return text.charCodeAt(at + 1) === 45 ? endOfLine(text, at) : at
      case 47:
        return text.charCodeAt(at + 1) === 42 ? this.endOfBlock() : at
      case 35:
        return this.isHashComment() ? endOfLine(text, at) : at
      // `\connect shop` of psql.
      case 92:
        return this.startsLine() && /\\[a-z.]/i.test(text.slice(at, at + 2)) ? endOfLine(text, at) : at
      default:
        return at
    }
  }

  /** A comment in marks. It nests in some databases: where nothing closes it then, it does not. */
  private endOfBlock(): number {
    const { text, at } = this
    if (!this.flatComments) {
      let depth = 0
      for (let next = at; next < text.length;) {
        const code = text.charCodeAt(next)
        const after = text.charCodeAt(next + 1)
        if (code === 47 && after === 42) depth += 1
        else if (code === 42 && after === 47) depth -= 1
        else {
          next += 1
          continue
        }
        next += 2
        if (depth === 0) return next
      }
      this.flatComments = true
    }
    const close = text.indexOf('*/', at + 2)
    return close === -1 ? text.length : close + 2
  }

  /** MySQL's `#`; PostgreSQL's `#>`, `#-` and `#` between operands are operators, T-SQL's `#name` is a table. */
  private isHashComment(): boolean {
    const { text, at } = this
    if (!this.startsLine()) return false
    if (/^#(?:\s|!|$)/.test(text.slice(at, at + 2))) return true
    const before = this.tokens.at(-1)
    const isTable =
      before?.kind === 'word' ? beforeTable.has(before.value) : before?.value === ',' || before?.value === '.'
    return !isTable && /^#[\p{L}\p{N}*]/u.test(text.slice(at, at + 3))
  }

  private startsLine(): boolean {
    let before = this.at - 1
    while (before >= 0 && (this.text.charAt(before) === ' ' || this.text.charAt(before) === '\t')) before -= 1
    return before < 0 || this.text.charAt(before) === '\n'
  }

  /**
   * The end of a quoted text. A doubled quote stays inside. A backslash before a quote escapes it in `E''`; elsewhere
   * (MySQL) only when nothing stands behind it that may follow a text: in `ESCAPE '\'` it is an ordinary character.
   */
  private endOfString(start: number, escapes: boolean): number {
    const { text } = this
    const mark = text.charCodeAt(start)
    for (let next = start + 1; next < text.length; next += 1) {
      const code = text.charCodeAt(next)
      if (code === mark) {
        if (text.charCodeAt(next + 1) !== mark) return next + 1
        next += 1
      } else if (code === 92 && this.isEscape(next, mark, start, escapes)) next += 1
    }
    return text.length
  }

  private isEscape(at: number, mark: number, start: number, escapes: boolean): boolean {
    const { text } = this
    const escaped = text.charCodeAt(at + 1)
    if (escapes || escaped === 92) return true
    if (escaped !== mark) return false
    const after = text.charAt(at + 2)
    if (after === '' || /[\s,;:)|=<>+*/&~%\]-]/.test(after))
      return after === ' ' && at > start + 1 && this.isFollowed(at, mark)
    return this.isFollowed(at, mark)
  }

  /** Whether the same quote stands further on, to end what the backslash goes on with. */
  private isFollowed(at: number, mark: number): boolean {
    return at + 2 <= this.lastOf(String.fromCharCode(mark))
  }

  /** Where a character stands last. */
  private lastOf(char: string): number {
    let last = this.lastQuotes.get(char)
    if (last === undefined) this.lastQuotes.set(char, (last = this.text.lastIndexOf(char)))
    return last
  }
}

/** Words that have been met, in capitals: most of a text are a few keywords, over and over. */
const met = new Map<string, string>()
const mostMet = 4000

/** In capitals; letters beyond ASCII stay, since they are no part of a keyword and may not come back from capitals. */
function capitals(written: string, isAscii: boolean): string {
  let found = met.get(written)
  if (found === undefined) {
    found = isAscii ? written.toUpperCase() : written.replace(/[a-z]+/g, (part) => part.toUpperCase())
    if (met.size < mostMet) met.set(written, found)
  }
  return found
}

/** Words that the name of a table follows. */
const beforeTable = new Set(['FROM', 'JOIN', 'INTO', 'TABLE', 'UPDATE', 'EXISTS', 'APPLY'])

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
