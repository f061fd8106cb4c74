import { partOf, type Passage } from './passage.ts'

/** A word of a command, without its quotes. */
export interface Word {
  readonly value: string
  /** What stands between its quotes, or the word itself. */
  readonly inside: Passage
}

export interface ShellCommand {
  readonly words: readonly [Word, ...Word[]]
  /** What is set for it alone: `NODE_ENV=test` in front of it. */
  readonly sets: readonly string[]
  /** A condition decides whether it runs: an `if`, a `case`, a test before `&&`. */
  readonly conditional: boolean
}

type Token =
  | { readonly kind: 'word'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'operator'; readonly value: string }

const blank = /(?:[ \t]|\\\r?\n|(?<=^|[\s;&|(])#[^\n]*)+/y
const operator = /\r?\n|&&|\|\||;;|[;|&()]/y
/** `2>&1`, `> log`, `<<< text`, `<<EOF` */
const redirection = /\d*(?:>>|>&|<&|<<<|<>|>|<|&>)[ \t]*&?(?:[^\s;&|()<>]+)?/y
const heredoc = /<<-?[ \t]*(['"]?)([A-Za-z_]\w*)\1[^\n]*\n(?:[^\n]*\n)*?[ \t]*\2(?=\r?\n|$)/y
const wordPart = /(?:\\[^]|'[^']*'?|"(?:[^"\\]|\\[^])*"?|\$\((?:[^()]|\([^()]*\))*\)?|`[^`]*`?|[^\s;&|()<>'"`\\])+/y

/** Deeper than people put a shell into a shell. */
const deepest = 3

/** The commands of a shell script, in order, those that `sh -c '…'` is given behind it. */
export function readShell(passage: Passage, depth = 0): ShellCommand[] {
  return new Script(passage).read().flatMap((command) => [command, ...innerCommands(command, depth)])
}

/** A command whose words stand apart: `["sh", "-c", "node ."]` */
export function readWords(passages: readonly Passage[]): ShellCommand[] {
  const [first, ...rest] = passages.map((inside) => ({ value: inside.value, inside }))
  if (!first) return []
  const command: ShellCommand = { words: [first, ...rest], sets: [], conditional: false }
  return [command, ...innerCommands(command, 0)]
}

/** Programs that only say what they are given. */
const talk = new Set(['echo', 'printf', 'grep', 'log', 'cat'])

export function onlyTalks({ words }: ShellCommand): boolean {
  return talk.has(words[0].value)
}

function innerCommands(command: ShellCommand, depth: number): ShellCommand[] {
  const { words, sets, conditional } = command
  if (depth >= deepest || onlyTalks(command)) return []
  const inner = words.slice(1).filter(({ value }) => /\S\s+\S/.test(value))
  return inner.flatMap(({ inside }) =>
    readShell(inside, depth + 1).map((one) => ({
      ...one,
      sets: [...sets, ...one.sets],
      conditional: conditional || one.conditional,
    })),
  )
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = endOf(blank, text, 0); at < text.length; at = endOf(blank, text, at)) {
    const from = at
    const here = endOf(heredoc, text, at)
    if ((at = here) > from) continue
    if ((at = endOf(redirection, text, at)) > from) continue
    if ((at = endOf(operator, text, at)) > from) {
      const value = text.slice(from, at).trim()
      tokens.push({ kind: 'operator', value: value === '' ? ';' : value })
      continue
    }
    at = Math.max(endOf(wordPart, text, at), from + 1)
    tokens.push({ kind: 'word', value: text.slice(from, at), start: from, end: at })
  }
  return tokens
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

/** Words that may begin a command and are none. */
const openers = new Set(['then', 'else', 'do', '!', '{', 'time', 'exec', 'if', 'elif', 'while', 'until'])
const tests = new Set(['[', '[[', 'test'])
const environment = /env\b|environment|prod|stag/i

class Script {
  private readonly passage: Passage
  private readonly commands: ShellCommand[] = []
  /** Each `if` and `case` that is open: whether what follows depends on it, and what it asks. */
  private readonly open: { depends: boolean; asks: string }[] = []
  private words: Word[] = []
  private sets: string[] = []
  /** The command before, in a chain of `&&` and `||`, is a test. */
  private tested = false
  /** The script may have ended before, in one environment or another. */
  private ended = false

  constructor(passage: Passage) {
    this.passage = passage
  }

  read(): ShellCommand[] {
    for (const token of tokensOf(this.passage.value)) {
      if (token.kind === 'operator') this.close(token.value)
      else if (this.words.length > 0 || !this.reserved(token.value)) this.words.push(this.wordOf(token))
    }
    this.close(';')
    return this.commands
  }

  /** Whether a word that begins a command is a word of the shell itself. */
  private reserved(value: string): boolean {
    const inner = this.open.at(-1)
    if (value === 'if') this.open.push({ depends: false, asks: '' })
    else if (value === 'case') this.open.push({ depends: true, asks: '' })
    else if (value === 'fi' || value === 'esac') this.open.pop()
    else if ((value === 'then' || value === 'elif' || value === 'else') && inner) inner.depends = true
    const isSet = /^\w+=/.test(value)
    if (isSet) this.sets.push(value)
    return isSet || openers.has(value) || value === 'fi' || value === 'esac'
  }

  private close(by: string) {
    const [first, ...rest] = this.words
    if (first) this.add([first, ...rest])
    this.tested = (by === '&&' || by === '||') && (this.tested || tests.has(first?.value ?? ''))
    this.words = []
    this.sets = []
  }

  private add(words: [Word, ...Word[]]) {
    const inner = this.open.at(-1)
    const depends = this.open.some((one) => one.depends)
    if (inner && !inner.depends) inner.asks += words.map(({ value }) => value).join(' ')
    if (/^(?:exit|return)$/.test(words[0].value) && this.open.some((one) => one.depends && environment.test(one.asks)))
      this.ended = true
    this.commands.push({ words, sets: this.sets, conditional: depends || this.tested || this.ended })
  }

  private wordOf({ value, start, end }: { value: string; start: number; end: number }): Word {
    const isQuoted = /^(?:'[^']*'|"(?:[^"\\]|\\[^])*")$/.test(value)
    const inside = isQuoted ? partOf(this.passage, start + 1, end - 1) : partOf(this.passage, start, end)
    return { value: isQuoted ? inside.value : value.replace(/["'\\]/g, ''), inside }
  }
}
