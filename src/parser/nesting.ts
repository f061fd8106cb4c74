/**
 * What one more level of nesting costs the native parser, in bytes of stack, at most: a bracket (functions in
 * functions), a statement without braces, `=>` and `=` and `?`, a word or a sign before a value,
 * an operator between two. Measured with
 * version 0.159 in a thread with 4 MiB.
 */
const cost = { bracket: 2_420, statement: 1_500, arrow: 1_020, prefix: 490, sign: 300, link: 130 }

/** The stack that a text may take. A thread of Node.js has 4 MiB, unless it is told otherwise. */
const available = 3_000_000

/**
 * Whether a text may be nested so deeply that the native parser would use up the stack. That ends the process, since
 * it descends without counting. So the levels are counted before, by the characters alone: too many rather than too
 * few, and far from what people write.
 */
export function isTooDeep(text: string): boolean {
  return inOneRow(text) >= available && new Nesting(text).isTooDeep()
}

/** What each character of ASCII costs when all that it can begin or end stands inside the last one. */
const costOfCode = Int32Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (char === '(') return cost.bracket + cost.statement
  if (char === '?') return cost.arrow + cost.statement
  if ('[{<`'.includes(char)) return cost.bracket
  if (char === '=') return cost.arrow
  if (char === ':') return cost.statement
  // Each word that can stand in a row before a value has one of these: new, await, yield, typeof, void, delete, keyof.
  if ('wydv'.includes(char)) return cost.prefix
  return '!~+-'.includes(char) ? cost.sign : '*/%&|^.)]'.includes(char) ? cost.link : 0
})

/** What a text can cost at most, if it never closed what it opens. Enough for most files, and quickly told. */
function inOneRow(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum += costOfCode[text.charCodeAt(at)] ?? 0
  return sum
}

/** Words behind which an expression or a statement goes on, so that they can stand in long rows. */
const costOfWord: ReadonlyMap<string, number> = new Map([
  ...rowOf('if else for while do with extends', cost.statement),
  ...rowOf('new await yield typeof void delete keyof readonly', cost.prefix),
  ...rowOf('in instanceof as satisfies is of case', cost.link),
])

const costOfSign: ReadonlyMap<string, number> = new Map([
  ...rowOf(':', cost.statement),
  ...rowOf('=> = ?', cost.arrow),
  ...rowOf('! ~ + -', cost.sign),
])

function rowOf(words: string, each: number): (readonly [string, number])[] {
  return words.split(' ').map((word) => [word, each])
}

const anyToken =
  /[^\S\n]+|\n|\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|[\w$]+|=>|[=!]==?|[<>]=|\?[.?]|[^]/y
/** The text of a template, to its end or to its next hole. */
const templateText = /(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{|$)/y
const regularExpression = /(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])*\/\w*/y

/** What closes a bracket. A hole of a template is one that a backtick stands for, and `<` may be no bracket at all. */
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '`': '}', '<': '>' }

/** Reads a text token by token, and adds up what is open. */
class Nesting {
  private readonly text: string
  private at = 0
  private stack = 0
  private readonly open: string[] = []
  /** What stands in a row in each of them, behind what stands outside of all. */
  private readonly rows: number[] = [0]
  /** Whether the last token can end a value. Then a slash divides, and a word behind a line end begins a statement. */
  private isBehindValue = false
  private isBehindLine = false

  constructor(text: string) {
    this.text = text
  }

  isTooDeep(): boolean {
    while (this.at < this.text.length && this.stack < available) this.read(this.skip(anyToken))
    return this.stack >= available
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const [found = ''] = pattern.exec(this.text) ?? []
    this.at += found.length
    return found
  }

  private read(token: string): void {
    if (token === '\n') this.isBehindLine = true
    else if (/^[\w$]/.test(token)) this.readWord(token)
    else if (/^["']/.test(token)) this.isBehindValue = true
    else if (token === '`') this.readTemplate()
    else if (token in closers) this.enter(token)
    else if (/^[)\]}>]$/.test(token)) this.leave(token)
    else if (token === ',' || token === ';') this.endRow(token)
    else if (token === '/' && !this.isBehindValue) this.readRegularExpression()
    else if (!/^(?:\s|\/[/*])/.test(token)) this.readSign(token)
  }

  private readWord(word: string): void {
    const price = costOfWord.get(word)
    if (price === undefined && this.isBehindValue && this.isBehindLine) this.endRow()
    this.add(price ?? 0)
    this.isBehindValue = price === undefined
    this.isBehindLine = false
  }

  private readSign(sign: string): void {
    this.add(costOfSign.get(sign) ?? cost.link)
    this.isBehindValue = false
  }

  private readRegularExpression(): void {
    this.skip(regularExpression)
    this.isBehindValue = true
  }

  private readTemplate(): void {
    this.isBehindValue = true
    if (this.skip(templateText).endsWith('{')) this.enter('`')
  }

  private enter(bracket: string): void {
    // The end of an element: `</a>`.
    if (bracket === '<' && this.text[this.at] === '/') this.add(-cost.statement)
    this.open.push(bracket)
    this.rows.push(0)
    this.stack += cost.bracket
    this.isBehindValue = false
  }

  private leave(closer: string): void {
    const place = this.open.findLastIndex((bracket) => closers[bracket] === closer)
    if (place === -1 || (closer === '>' && place < this.open.length - 1)) return
    const bracket = this.open[place]
    while (this.open.length > place) this.drop()
    const isTag = closer === '>' && this.text[this.at - 2] !== '/'
    this.add(isTag ? cost.statement : cost.link)
    this.isBehindValue = true
    this.isBehindLine = closer === '}'
    if (bracket === '`') this.readTemplate()
  }

  private drop(): void {
    this.open.pop()
    this.stack -= cost.bracket + (this.rows.pop() ?? 0)
  }

  private endRow(sign?: string): void {
    while (sign === ';' && this.open.at(-1) === '<') this.drop()
    this.add(-(this.rows.at(-1) ?? 0))
    this.isBehindValue = false
  }

  private add(price: number): void {
    this.rows[this.rows.length - 1] = (this.rows.at(-1) ?? 0) + price
    this.stack += price
  }
}
