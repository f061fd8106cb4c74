/** A part of a file as a program reads it, with the way back to where each character stands. */
export interface Passage {
  readonly value: string
  /** The offset into the file of an offset into the value. */
  at(offset: number): number
}

/** A part that is read as it is written. */
export function passageOf(text: string, start: number, end: number): Passage {
  return { value: text.slice(start, end), at: (offset) => start + offset }
}

export function partOf(passage: Passage, start: number, end: number): Passage {
  return { value: passage.value.slice(start, end), at: (offset) => passage.at(start + offset) }
}

const escaped = /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|\r\n|[^])/iy
const meanings: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\n': '' }

/** The inside of a string in double quotes, of JSON or of YAML, without its escapes. */
export function unescaped(text: string, start: number, end: number): Passage {
  if (!text.slice(start, end).includes('\\')) return passageOf(text, start, end)
  const offsets: number[] = []
  let value = ''
  for (let at = start; at < end;) {
    escaped.lastIndex = at
    const [written] = escaped.exec(text) ?? []
    const read = written === undefined ? text.charAt(at) : meaningOf(written)
    for (let index = 0; index < read.length; index += 1) offsets.push(at)
    value += read
    at += written?.length ?? 1
  }
  return { value, at: (offset) => offsets[offset] ?? end }
}

function meaningOf(written: string): string {
  const letter = written.charAt(1)
  if (/[ux]/.test(letter) && written.length > 2) return String.fromCharCode(Number.parseInt(written.slice(2), 16))
  return meanings[letter] ?? letter
}
