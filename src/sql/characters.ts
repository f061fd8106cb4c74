/** What a character begins, where nothing else is known. */
export const symbol = 0
export const space = 1
export const word = 2
export const digit = 3
/** A symbol that is never a part of a longer one: `(`, `,`. */
export const punctuation = 4
export const quote = 5

const classes = classify()

function classify(): Uint8Array {
  const found = new Uint8Array(128)
  const set = (characters: string, value: number) => {
    for (const one of characters) found[one.charCodeAt(0)] = value
  }
  set(' \t\n\r\f\v', space)
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', word)
  set('0123456789', digit)
  set('(),;+/]}^', punctuation)
  set('\'"`', quote)
  return found
}

const foreignSpace = /[\s\u200B]/

/** Whether a character beyond ASCII is blank; all others are letters, as they are for PostgreSQL. */
function classOfForeign(code: number): number {
  return foreignSpace.test(String.fromCharCode(code)) ? space : word
}

/** The class of a character by its code. */
export function classOf(code: number): number {
  return code < 128 ? (classes[code] ?? symbol) : classOfForeign(code)
}

/** Whether a character goes on with a word. */
export function isWordCode(code: number): boolean {
  if (code < 128) {
    const found = classes[code]
    return found === word || found === digit || code === 36
  }
  return classOfForeign(code) === word
}

export function isLower(code: number): boolean {
  return code >= 97 && (code <= 122 || code >= 128)
}
