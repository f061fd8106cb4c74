/** The words of a name, in lower case: `userIDs`, `user_ids` and `USER-IDS` are all `user`, `ids`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

/** Whether one of the words is a whole word of the name. */
export function hasWord(name: string, words: ReadonlySet<string>): boolean {
  return wordsOf(name).some((word) => words.has(word))
}

/** Whether a name ends with the words of another: `employeeBadge` for `badge`. */
export function endsWithWords(name: string, wanted: string): boolean {
  const [words, end] = [wordsOf(name), wordsOf(wanted)]
  return end.length > 0 && words.slice(-end.length).join(' ') === end.join(' ')
}
