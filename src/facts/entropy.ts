/** What a text is written with; `text` for everything else. */
export type Alphabet = 'hex' | 'base64' | 'text'

export function alphabetOf(value: string): Alphabet {
  if (/^[0-9a-f]+$/i.test(value)) return 'hex'
  return /^[\w+/-]+={0,2}$/.test(value) ? 'base64' : 'text'
}

/** The entropy of a text by its own characters, in bits for each: 0 of `aaaa`, 4 at most of hexadecimal digits. */
export function entropyOf(value: string): number {
  const counts = new Map<string, number>()
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1)
  const shares = [...counts.values()].map((count) => count / value.length)
  return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0)
}
