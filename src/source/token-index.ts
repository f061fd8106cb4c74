import type { TSESTree } from '@typescript-eslint/utils'

type Token = TSESTree.Token
type Place = Pick<Token, 'range'>
type Filter = (token: Token) => boolean

/** Which token of those in question is meant, as ESLint takes it: a filter, how many to skip, or both. */
export type TokenChoice =
  Filter | number | { readonly filter?: Filter; readonly skip?: number; readonly includeComments?: boolean } | undefined

/** The tokens of a file, to be asked for by their places. */
export class TokenIndex {
  private readonly tokens: readonly Token[]
  private readonly comments: () => readonly Token[]
  private both: readonly Token[] | undefined

  /**
   * @param tokens in the order of the text
   * @param comments likewise, asked for when a choice includes them
   */
  constructor(tokens: readonly Token[], comments: () => readonly Token[]) {
    this.tokens = tokens
    this.comments = comments
  }

  first({ range: [start, end] }: Place, choice: TokenChoice): Token | null {
    const tokens = this.among(choice)
    return pick(tokens, from(tokens, start), 1, choice, (token) => token.range[1] <= end)
  }

  last({ range: [start, end] }: Place, choice: TokenChoice): Token | null {
    const tokens = this.among(choice)
    return pick(tokens, from(tokens, end) - 1, -1, choice, (token) => token.range[0] >= start)
  }

  before({ range: [start] }: Place, choice: TokenChoice): Token | null {
    const tokens = this.among(choice)
    return pick(tokens, from(tokens, start) - 1, -1, choice, () => true)
  }

  after({ range: [, end] }: Place, choice: TokenChoice): Token | null {
    const tokens = this.among(choice)
    return pick(tokens, from(tokens, end), 1, choice, () => true)
  }

  private among(choice: TokenChoice): readonly Token[] {
    if (typeof choice !== 'object' || !choice.includeComments) return this.tokens
    this.both ??= [...this.tokens, ...this.comments()].sort((a, b) => a.range[0] - b.range[0])
    return this.both
  }
}

function pick(
  tokens: readonly Token[],
  start: number,
  step: 1 | -1,
  choice: TokenChoice,
  isInside: (token: Token) => boolean,
): Token | null {
  const { filter, skip = 0 } =
    typeof choice === 'function' ? { filter: choice } : typeof choice === 'number' ? { skip: choice } : (choice ?? {})
  let left = skip
  for (let index = start; ; index += step) {
    const token = tokens[index]
    if (!token || !isInside(token)) return null
    if (filter && !filter(token)) continue
    if (left === 0) return token
    left -= 1
  }
}

/** The index of the first token that begins at a place or behind it. */
function from(tokens: readonly Token[], place: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.range[0] ?? Infinity) < place) low = middle + 1
    else high = middle
  }
  return low
}
