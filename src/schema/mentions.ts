/** What the text of a file of code must match for each reader to look at it: a cheap gate before anything is parsed or loaded. */
export const mentions = {
  drizzle: /drizzle-orm/,
  // Most files that name TypeORM or Mongoose ask repositories and models; few declare what is in them.
  typeorm:
    /^(?=[^]*typeorm)[^]*(?:\b(?:Child|View)?Entity\s*(?:\(|as\b)|EntitySchema|Column\s*(?:\(|as\b)|(?:One|Many)To(?:One|Many)\s*(?:\(|as\b))/,
  sequelize: /sequelize/i,
  'mikro-orm': /@mikro-orm\//,
  mongoose: /^(?=[^]*mongoose)[^]*\b(?:new\s+[\w.$]*Schema\b|Schema\s*(?:as\b|:|\())/,
  /** Calls of builders in a migration. */
  calls: /\bup\b\s*(?:[(:=]|<)|\.up\b|(?:create|alter|drop)Table|[aA]ddColumn/,
  /** SQL that defines tables. */
  sql: /\b(?:create|alter|drop)\s+(?:\w+\s+){0,2}(?:table|index)\b/i,
} as const

const all = Object.values(mentions)

const answers = new WeakMap<object, boolean>()

/** Whether a file of code may say anything about tables: asked by many rules, answered once. */
export function maySpeakOfTables(source: { readonly text: string }): boolean {
  let answer = answers.get(source)
  if (answer === undefined) {
    answer = all.some((mention) => mention.test(source.text))
    answers.set(source, answer)
  }
  return answer
}
