import { hole, scan, type Place, type Token } from './scan.ts'

/**
 * What stands in for a hole of a SQL text:
 * - `value`: a value where a bind placeholder may stand;
 * - `operand`: a column or a value, and the text does not say which: `${a} = ${b}`;
 * - `literal`: a value where no placeholder may stand, as in DDL and `SET`;
 * - `identifier`: the name of a table, column, schema, alias or type;
 * - `fragment`: anything longer or other than that: a clause, a list, a condition, an operator, a keyword;
 * - `placeholder`: the number or the name of a placeholder: `$${index}`;
 * - `text`: a part of a quoted text, a quoted name or a comment.
 */
export type HoleRole = 'value' | 'operand' | 'literal' | 'identifier' | 'fragment' | 'placeholder' | 'text'

export interface Hole {
  /** The offset of the stand-in character. */
  readonly at: number
  readonly role: HoleRole
  /** What quotes it, when its role is `text`. */
  readonly within?: 'string' | 'name' | 'comment'
  /** The quoted text around it, quotes included. */
  readonly quotes?: Place
}

/** The role of each hole of a SQL text, in order. The text may be a part of a statement, such as a condition. */
export function holeRoles(text: string): Hole[] {
  if (!text.includes(hole)) return []
  const holes: Hole[] = []
  const reader = new HoleReader(scan(text))
  let from = 0
  const between = (end: number) => {
    for (let at = text.indexOf(hole, from); at !== -1 && at < end; at = text.indexOf(hole, at + 1))
      holes.push({ at, role: 'text', within: 'comment' })
  }
  for (const [index, token] of reader.tokens.entries()) {
    between(token.start)
    from = token.end
    const found = reader.read(index)
    let at = text.indexOf(hole, token.start)
    for (; at !== -1 && at < token.end; at = text.indexOf(hole, at + 1)) holes.push({ at, ...roleIn(token, found) })
  }
  between(text.length)
  return holes
}

function roleIn({ kind, start, end }: Token, role: HoleRole): Omit<Hole, 'at'> {
  if (kind === 'string') return { role: 'text', within: 'string', quotes: { start, end } }
  if (kind === 'quoted') return { role: 'text', within: 'name', quotes: { start, end } }
  return { role }
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}

const bindingVerbs = words(
  'SELECT INSERT UPDATE DELETE REPLACE MERGE UPSERT WITH VALUES CALL EXEC EXPLAIN DECLARE KILL TABLE',
)
const utilityVerbs = words(
  `CREATE ALTER DROP TRUNCATE GRANT REVOKE COMMENT SET RESET SHOW PRAGMA NOTIFY LISTEN UNLISTEN VACUUM ANALYZE ANALYSE
   REINDEX COPY DO LOCK USE REFRESH ATTACH DETACH CLUSTER SECURITY REASSIGN PREPARE BEGIN START ROLLBACK SAVEPOINT RELEASE
   COMMIT DISCARD OPTIMIZE RENAME EXCHANGE LOAD IMPORT EXECUTE DEALLOCATE DESCRIBE DESC CHECKPOINT BACKUP RESTORE`,
)
/** Words that a name follows. */
const namesFollow = words(
  `FROM JOIN INTO UPDATE TABLE ONLY VIEW INDEX SCHEMA DATABASE ROLE USER SEQUENCE TYPE EXTENSION COLUMN CONSTRAINT
   REFERENCES COLLATE OVER WINDOW USE LISTEN UNLISTEN NOTIFY CALL EXEC TRUNCATE DESCRIBE RENAME CONCURRENTLY APPLY BY
   STRAIGHT_JOIN OF SAVEPOINT PRAGMA LATERAL COPY FUNCTION PROCEDURE TRIGGER POLICY DOMAIN PUBLICATION SHOW ANALYZE VACUUM
   REINDEX LOCK KEY TABLES DEFINER OWNER`,
)
/** Words that a name follows in statements that define something. */
const definitionNames = words('EXISTS ON TO ADD DROP ALTER AFTER MODIFY CHANGE UNIQUE FULLTEXT SPATIAL')
const valuesFollow = words(
  `LIMIT OFFSET TOP LIKE ILIKE RLIKE REGEXP GLOB MATCH ESCAPE BETWEEN SYMMETRIC THEN ELSE WHEN CASE ZONE FIRST NEXT DIV MOD
   SEPARATOR KILL SIMILAR BINARY`,
)
const conditionsFollow = words('WHERE AND OR XOR ON HAVING NOT QUALIFY PREWHERE CHECK')
const selectItemsFollow = words('SELECT DISTINCT ALL DISTINCTROW')
/** Other words that are no operand: what stands behind them is no operator. */
const otherWords = words(
  `IN IS AS SET VALUES VALUE WITH RECURSIVE UNION INTERSECT EXCEPT MINUS RETURNING OUTPUT USING GROUP ORDER PARTITION EXISTS
   ANY SOME DEFAULT TO INTERVAL LEFT RIGHT INNER OUTER CROSS FULL NATURAL DO NOTHING NULLS MATERIALIZED CONFLICT DUPLICATE
   FILTER WITHIN PASSWORD`,
)
const clauseWords = words(
  'SELECT FROM WHERE HAVING ON SET VALUES INTO JOIN USING BY LIMIT OFFSET RETURNING OUTPUT WITH QUALIFY PREWHERE OVER CONFLICT',
)
const comparisons = words('= <> != < > <= >= <=> ~ !~ ~* !~* == := @> <@ && -> ->> #> #>> ? ?| ?& @@ <->')
const comparisonWords = words('LIKE ILIKE RLIKE REGEXP IN IS BETWEEN SIMILAR GLOB MATCH NOT')
const aggregates = words(
  'COUNT SUM AVG MIN MAX ARRAY_AGG STRING_AGG JSON_AGG JSONB_AGG GROUP_CONCAT BOOL_OR BOOL_AND DATE_TRUNC',
)

/** A parenthesis, or the statement itself. */
interface Frame {
  readonly kind: 'group' | 'call' | 'names' | 'values' | 'definition' | 'rows'
  /** The word that opened the clause where the reader is. */
  clause: string
  /** The function that is called. */
  readonly called?: string
}

class HoleReader {
  readonly tokens: readonly Token[]
  private frames: Frame[] = []
  private frame: Frame = { kind: 'group', clause: '' }
  private verb = ''
  private index = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  /** The role of the holes in a token; tokens are to be read in order. */
  read(index: number): HoleRole {
    this.index = index
    const token = this.tokens[index]
    if (token?.kind === 'symbol') this.readSymbol(token.value)
    else if (token?.kind === 'placeholder') return 'placeholder'
    else if (token?.kind === 'hole') return this.settled(this.roleHere())
    else if (token?.kind === 'word') return this.readWord(token)
    else if (this.verb === '') this.verb = '?'
    return 'fragment'
  }

  private readSymbol(value: string) {
    if (value === '(') this.open(this.kindOfParenthesis())
    else if (value === '[') this.open('values')
    else if (value === ')' || value === ']') this.frame = this.frames.pop() ?? this.frame
    else if (value === ';' && this.frames.length === 0) {
      this.verb = ''
      this.frame = { kind: 'group', clause: '' }
    }
  }

  private readWord({ value }: Token): HoleRole {
    if (value.includes(hole)) return this.settled(this.roleOfWord(value))
    if (this.verb === '') this.verb = value
    if (this.before()?.value === '.') return 'fragment'
    if (clauseWords.has(value)) this.frame.clause = value
    return 'fragment'
  }

  /** A word with holes in it is a name; one of nothing but holes is whatever one hole would be, unless it is a value. */
  private roleOfWord(value: string): HoleRole {
    if (value.replaceAll(hole, '') !== '') return 'identifier'
    const role = this.roleHere()
    return role === 'identifier' ? role : 'fragment'
  }

  private settled(role: HoleRole): HoleRole {
    if (this.verb === '') this.verb = '?'
    return role === 'value' || role === 'operand' ? (utilityVerbs.has(this.verb) ? 'literal' : role) : role
  }

  private open(kind: Frame['kind']) {
    const before = this.before()
    this.frames.push(this.frame)
    this.frame = { kind, clause: '', ...(before?.kind === 'word' && { called: before.value }) }
  }

  private kindOfParenthesis(): Frame['kind'] {
    const { kind, clause } = this.frame
    const before = this.before()
    const word = before?.kind === 'word' ? before.value : ''
    if (listWords.has(word)) return 'values'
    if (clause === 'VALUES' && kind === 'group' && before?.value === ',') return 'values'
    if (nameListWords.has(word) || (word === 'ON' && this.word(-2) === 'DISTINCT')) return 'names'
    const isName = isNameToken(before)
    if (isName && clause === 'INTO') return 'names'
    if (this.verb === 'CREATE' || this.verb === 'ALTER') return kind === 'definition' ? 'call' : 'definition'
    if (word === 'FROM' || word === 'JOIN' || word === 'EXISTS' || word === 'AS') return 'rows'
    return isName || callWords.has(word) ? 'call' : 'group'
  }

  private roleHere(): HoleRole {
    const before = this.before()
    if (this.isAt('.', 1) || before?.value === '.') return 'identifier'
    switch (before?.kind) {
      case undefined:
        return this.leftOperand()
      case 'word':
        return this.afterWord(before.value)
      case 'symbol':
        return this.afterSymbol(before.value)
      default:
        return this.afterOperand()
    }
  }

  private afterWord(word: string): HoleRole {
    if (this.tokens[this.index - 2]?.value === '.') return this.afterOperand()
    if (word === 'FROM') return this.afterFrom()
    if (word === 'AS') return this.afterAs()
    if (word === 'SET') return this.isAt('=', 1) || this.word(1) === 'TO' ? 'identifier' : 'fragment'
    if (word === 'AND' && this.frame.kind !== 'definition' && this.closesBetween()) return 'value'
    if (word === 'TO' && this.frame.clause === 'SET') return 'literal'
    if (definitionNames.has(word) && utilityVerbs.has(this.verb)) return 'identifier'
    if (word === 'UPDATE' && this.word(-2) === 'KEY') return this.isAt('=', 1) ? 'identifier' : 'fragment'
    if (namesFollow.has(word)) return 'identifier'
    if (valuesFollow.has(word)) return 'value'
    if (word === 'DEFAULT' || word === 'PASSWORD') return 'literal'
    if (word === 'INTERVAL') return this.tokens[this.index + 1]?.kind === 'word' ? 'value' : 'literal'
    if (conditionsFollow.has(word)) return this.leftOperand()
    if (selectItemsFollow.has(word)) return this.selectItem()
    if (word === 'WITH' || word === 'RECURSIVE') return this.word(1) === 'AS' ? 'identifier' : 'fragment'
    return isKeyword(word) ? 'fragment' : this.afterOperand()
  }

  /** `FROM ${table}`, and not `EXTRACT(year FROM ${day})` or `a IS DISTINCT FROM ${b}`. */
  private afterFrom(): HoleRole {
    return this.word(-2) === 'DISTINCT' || (this.frame.kind === 'call' && this.verb !== '') ? 'value' : 'identifier'
  }

  /** `AS ${alias}`, `CAST(a AS ${type})`, and not `WITH a AS ${query}`. */
  private afterAs(): HoleRole {
    if (this.frame.clause === 'WITH' || (this.verb === 'CREATE' && this.frame.kind !== 'call')) return 'fragment'
    return 'identifier'
  }

  private afterSymbol(symbol: string): HoleRole {
    switch (symbol) {
      case '(':
      case ',':
        return this.item(symbol === '(')
      case ')':
      case ']':
        return this.afterOperand()
      case ';':
        return 'fragment'
      case '::':
        return 'identifier'
      case '*':
        return this.isStar() ? 'fragment' : 'value'
      case '$':
      case ':':
      case '@':
        return this.before()?.end === this.tokens[this.index]?.start ? 'placeholder' : 'value'
      default:
        return 'value'
    }
  }

  /** One of several things between commas, or the first of them. */
  private item(isFirst: boolean): HoleRole {
    const { kind, clause, called } = this.frame
    if (this.verb === 'NOTIFY') return 'literal'
    if (clause === 'SELECT') return this.selectItem()
    if (clause === 'SET') return this.isAt('=', 1) ? 'identifier' : 'fragment'
    if (clause === 'LIMIT' || clause === 'OFFSET') return 'value'
    if (clause === 'FROM' || clause === 'BY' || clause === 'INTO' || clause === 'JOIN' || clause === 'USING')
      return 'identifier'
    if (clause === 'WITH') return this.word(1) === 'AS' ? 'identifier' : 'fragment'
    if (kind === 'names') return 'identifier'
    if (kind === 'values') return 'value'
    if (kind === 'call') return called && aggregates.has(called) ? 'operand' : 'value'
    if (kind === 'rows') return 'fragment'
    if (kind === 'definition') return this.isOnlyItem(isFirst) ? 'fragment' : 'identifier'
    return isFirst && clause === '' ? this.leftOperand() : 'fragment'
  }

  private isOnlyItem(isFirst: boolean): boolean {
    return isFirst && this.isAt(')', 1)
  }

  /** `SELECT ${columns} FROM`, `SELECT ${id}::text`, `SELECT ${a}, ${b}`. */
  private selectItem(): HoleRole {
    if (this.isAt('::', 1)) return 'value'
    const next = this.tokens[this.index + 1]
    if (this.word(1) === 'AS' || this.isAt(',', 1) || this.isAt(',', -1)) return 'operand'
    return next?.kind === 'symbol' && next.value !== ')' && next.value !== ';' ? 'operand' : 'fragment'
  }

  /** What begins a condition, or a text that is a part of one: the left side of a comparison, or all of it. */
  private leftOperand(): HoleRole {
    const next = this.tokens[this.index + 1]
    if (next?.kind === 'word' && comparisonWords.has(next.value)) return 'operand'
    if (next?.kind !== 'symbol' || next.value === ')' || next.value === ';' || next.value === ',') return 'fragment'
    if (next.value === '(') return 'identifier'
    if (next.value === '::') return 'value'
    if (!comparisons.has(next.value)) return 'operand'
    const right = this.tokens[this.index + 2]
    return right?.kind === 'quoted' ||
      (right?.kind === 'word' && !callWords.has(right.value) && !constants.has(right.value))
      ? 'value'
      : 'operand'
  }

  /** What follows a whole operand is an operator, a keyword or a clause; what follows an operator of that kind a value. */
  private afterOperand(): HoleRole {
    const before = this.before()
    if (before?.kind !== 'hole' || this.frame.kind === 'definition') return 'fragment'
    const operand = this.tokens[this.index - 2]
    const start = this.startOfName(this.index - 2)
    const opener = this.tokens[start - 1]
    const opens = opener === undefined ? start === 0 : opener.kind === 'word' && conditionsFollow.has(opener.value)
    return isNameToken(operand) && opens ? 'value' : 'fragment'
  }

  private startOfName(last: number): number {
    let start = last
    while (this.tokens[start - 1]?.value === '.' && start >= 2) start -= 2
    return start
  }

  private closesBetween(): boolean {
    for (let at = this.index - 2, depth = 0; at >= 0 && at > this.index - 40; at -= 1) {
      const { kind, value } = this.tokens[at] ?? { kind: 'string', value: '' }
      if (kind === 'symbol' && value === ')') depth += 1
      else if (kind === 'symbol' && value === '(') depth -= 1
      if (depth < 0) return false
      if (depth === 0 && kind === 'word') {
        if (value === 'BETWEEN') return true
        if (value === 'AND' || value === 'OR' || clauseWords.has(value)) return false
      }
    }
    return false
  }

  /** `*` of a select list or of `count(*)`, and not a product. */
  private isStar(): boolean {
    const before = this.tokens[this.index - 2]
    return (
      before === undefined ||
      (before.kind === 'symbol' && before.value !== ')' && before.value !== ']') ||
      (before.kind === 'word' && isKeyword(before.value))
    )
  }

  private before(): Token | undefined {
    const before = this.tokens[this.index - 1]
    return before?.kind === 'symbol' && before.value === ';' && this.frames.length === 0 ? undefined : before
  }

  private isAt(symbol: string, ahead: number): boolean {
    const token = this.tokens[this.index + ahead]
    return token?.kind === 'symbol' && token.value === symbol
  }

  private word(ahead: number): string {
    const token = this.tokens[this.index + ahead]
    return token?.kind === 'word' ? token.value : ''
  }
}

/** Words that look like calls when a parenthesis follows. */
const callWords = words('CAST EXTRACT SUBSTRING TRIM POSITION OVERLAY COALESCE NULLIF LEFT RIGHT FILTER ARRAY ROW')
const constants = words('TRUE FALSE NULL ANY ALL SOME')
const keywordSets = [
  bindingVerbs,
  utilityVerbs,
  namesFollow,
  valuesFollow,
  conditionsFollow,
  selectItemsFollow,
  otherWords,
  comparisonWords,
]

/** Words whose parenthesis holds values. */
const listWords = words('VALUES IN ANY SOME ALL TOP')
/** Words whose parenthesis holds the names of columns. */
const nameListWords = words('USING CONFLICT KEY')

function isNameToken(token: Token | undefined): boolean {
  return token?.kind === 'quoted' || token?.kind === 'hole' || (token?.kind === 'word' && !isKeyword(token.value))
}

function isKeyword(word: string): boolean {
  return keywordSets.some((one) => one.has(word))
}
