import { scan, type Place, type Token } from './scan.ts'

/** Where SQL makes UUIDs, or gets what makes them. */
export interface UuidCall {
  readonly kind: 'function' | 'extension'
  readonly name: string
  readonly place: Place
}

const makers =
  /^(?:GEN_RANDOM_UUID|UUID_GENERATE_V\d\w*|UUIDV[1-8]|GENERATEUUIDV[1-8]|NEWID|NEWSEQUENTIALID|RANDOM_UUID)$/

/** The calls of a text that make UUIDs, apart from those that define a table: its columns are looked at by themselves. */
export function uuidCalls(text: string): UuidCall[] {
  const found: UuidCall[] = []
  const tokens = scan(text)
  let statement: Token[] = []
  for (const token of [...tokens, undefined]) {
    if (token && token.value !== ';') statement.push(token)
    else {
      found.push(...callsIn(text, statement))
      statement = []
    }
  }
  return found
}

function callsIn(text: string, tokens: readonly Token[]): UuidCall[] {
  const head = tokens.slice(0, 8).map(({ kind, value }) => (kind === 'word' ? value : ''))
  if (/^(?:CREATE|ALTER)\b.*\bTABLE\b/.test(head.join(' '))) return []
  if (head[0] === 'CREATE' && head[1] === 'EXTENSION') return extensionIn(text, tokens)
  return tokens.flatMap((token, at) => {
    const isCall = token.kind === 'word' && tokens[at + 1]?.value === '(' && isMaker(token, tokens[at + 2])
    // A random order is no identifier.
    if (!isCall || (tokens[at - 1]?.value === 'BY' && tokens[at - 2]?.value === 'ORDER')) return []
    return [call('function', text, token, tokens[at + 2])]
  })
}

/** `uuid()` makes one; `uuid('…')` reads one. */
function isMaker({ value }: Token, next: Token | undefined): boolean {
  return makers.test(value) || (value === 'UUID' && next?.value === ')')
}

function extensionIn(text: string, tokens: readonly Token[]): UuidCall[] {
  const name = tokens.find(({ kind, value }) => kind === 'quoted' && value.toLowerCase() === 'uuid-ossp')
  return name ? [call('extension', text, name)] : []
}

function call(kind: UuidCall['kind'], text: string, { start, end }: Token, last?: Token): UuidCall {
  const close = last?.value === ')' ? last.end : end
  return { kind, name: text.slice(start, close), place: { start, end: close } }
}
