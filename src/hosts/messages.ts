import type { Report } from './lint-file.ts'

/** The text of a report, its placeholders filled as ESLint fills them: one that has no value stays as it is. */
export function messageOf({ message, messageId, data }: Report, messages: Readonly<Record<string, string>>): string {
  const text = messageId === undefined ? message : messages[messageId]
  if (text === undefined) throw new TypeError(`A report names no message: ${messageId ?? 'none'}.`)
  if (!data) return text
  return text.replaceAll(/\{\{([^{}]+)\}\}/gu, (whole, term: string) => {
    const name = term.trim()
    return name in data ? String(data[name]) : whole
  })
}
