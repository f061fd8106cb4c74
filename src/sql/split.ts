import { scan, type Token } from './scan.ts'

/** The tokens of one statement: from the first to before the last. */
export interface Stretch {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
}

/** Where the statements of a text begin and end. */
export function splitStatements(text: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const tokens of scanParts(text)) new Splitter(text, tokens, stretches).split()
  return stretches
}

/** The tokens of a text; of each part by itself where MySQL's client is told another end of statements. */
function scanParts(text: string): Token[][] {
  const tokens = scan(text)
  if (!tokens.some(isDelimiter)) return [tokens]
  const parts: Token[][] = []
  let delimiter = ';'
  let from = 0
  for (const line of text.matchAll(/^[ \t]*delimiter[ \t]+(\S+)[^\n]*$/gim)) {
    addParts(text, from, line.index, delimiter, parts)
    delimiter = line[1] ?? ';'
    from = line.index + line[0].length
  }
  addParts(text, from, text.length, delimiter, parts)
  return parts
}

function isDelimiter({ kind, value }: Token): boolean {
  return value === 'DELIMITER' && kind === 'word'
}

function addParts(text: string, from: number, to: number, delimiter: string, parts: Token[][]) {
  if (delimiter === ';') {
    parts.push(scan(text, from, to))
    return
  }
  for (let at = from; at < to;) {
    const close = text.indexOf(delimiter, at)
    const end = close === -1 || close > to ? to : close
    parts.push(scan(text, at, end))
    at = end + delimiter.length
  }
}

/** Statements whose body has semicolons of its own. */
const bodies = new Set(['FUNCTION', 'PROCEDURE', 'PROC', 'TRIGGER', 'EVENT', 'PACKAGE'])
/** What `END` closes that `BEGIN` did not open. */
const otherEnds = new Set(['IF', 'LOOP', 'WHILE', 'REPEAT', 'FOR'])
const notBlocks = new Set(['TRAN', 'TRANSACTION', 'WORK', 'ISOLATION', 'DEFERRED', 'IMMEDIATE', 'EXCLUSIVE', 'READ'])

class Splitter {
  private readonly text: string
  private readonly tokens: readonly Token[]
  private readonly stretches: Stretch[]
  private from = 0
  /** No block of this text closes: none is looked for again. */
  private blocksOpen = false

  constructor(text: string, tokens: readonly Token[], stretches: Stretch[]) {
    this.text = text
    this.tokens = tokens
    this.stretches = stretches
  }

  split() {
    const { tokens } = this
    let depth = 0
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]
      if (token?.kind === 'symbol') {
        if (token.value === '(') depth += 1
        else if (token.value === ')') depth -= 1
        else if (token.value === ';' && depth <= 0) {
          this.end(at, at + 1)
          depth = 0
        }
      } else if (token?.kind === 'word') {
        if (token.value === 'BEGIN' && this.hasBody(at)) at = this.endOfBlock(at) ?? at
        else if (token.value === 'GO' && this.isAlone(at)) {
          // `GO 5`
          const hasCount = tokens[at + 1]?.kind === 'number' && this.isOnLineOf(at + 1, at)
          this.end(at, hasCount ? at + 2 : at + 1)
          depth = 0
        } else if (depth <= 0 && this.beginsAnew(at)) this.end(at, at)
      }
    }
    this.end(tokens.length, tokens.length)
  }

  private end(to: number, next: number) {
    if (to > this.from) this.stretches.push({ tokens: this.tokens, from: this.from, to })
    this.from = next
  }

  /** Whether the statement is one of those that hold others: `CREATE TRIGGER … BEGIN … END`. */
  private hasBody(at: number): boolean {
    if (this.blocksOpen || !isWord(this.tokens[this.from], 'CREATE', 'ALTER', 'IF', 'WHILE')) return false
    if (!isWord(this.tokens[this.from], 'CREATE', 'ALTER')) return true
    for (let next = this.from + 1; next < at && next < this.from + 16; next += 1) {
      const token = this.tokens[next]
      if (token?.kind === 'word' && bodies.has(token.value)) return true
    }
    return false
  }

  /** The place of the `END` that closes a block; undefined when none does. */
  private endOfBlock(start: number): number | undefined {
    let open = 0
    for (let at = start; at < this.tokens.length; at += 1) {
      const token = this.tokens[at]
      if (token?.kind !== 'word') continue
      const next = this.tokens[at + 1]
      if (token.value === 'CASE') open += 1
      else if (token.value === 'BEGIN' && !(next?.kind === 'word' && notBlocks.has(next.value))) open += 1
      else if (token.value === 'END' && !(next?.kind === 'word' && otherEnds.has(next.value))) {
        open -= 1
        if (open <= 0 && !isWord(next, 'CATCH', 'TRY')) return at
        if (isWord(next, 'CASE', 'TRY', 'CATCH')) at += 1
      }
    }
    this.blocksOpen = true
    return undefined
  }

  /** T-SQL's `GO`, alone on its line. */
  private isAlone(at: number): boolean {
    const { start, end } = this.tokens[at] ?? { start: 0, end: 0 }
    const before = this.text.lastIndexOf('\n', start - 1)
    const after = this.text.indexOf('\n', end)
    return /^[ \t]*go[ \t]*\d*[ \t\r]*$/i.test(this.text.slice(before + 1, after === -1 ? undefined : after))
  }

  /** T-SQL needs no semicolons: a table is created on a line of its own behind a statement about another one. */
  private beginsAnew(at: number): boolean {
    if (at === this.from || !isWord(this.tokens[at], 'CREATE', 'ALTER', 'DROP')) return false
    if (!isWord(this.tokens[at + 1], 'TABLE')) return false
    if (
      !isWord(this.tokens[this.from], 'CREATE', 'ALTER', 'DROP', 'EXEC') ||
      !isWord(this.tokens[this.from + 1], 'TABLE', 'INDEX', 'UNIQUE', 'NONCLUSTERED', 'CLUSTERED', 'SP_RENAME')
    )
      return false
    return !this.isOnLineOf(at, at - 1)
  }

  private isOnLineOf(at: number, before: number): boolean {
    return !this.text.slice(this.tokens[before]?.end, this.tokens[at]?.start).includes('\n')
  }
}

function isWord(token: Token | undefined, ...values: readonly string[]): boolean {
  return token?.kind === 'word' && values.includes(token.value)
}
