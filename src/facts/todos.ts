import type { TSESTree } from '@typescript-eslint/utils'

/** What a comment leaves for later. */
export interface Todo {
  readonly comment: TSESTree.Comment
  /** Its first line behind the mark, for a message. */
  readonly text: string
  /** Whether it says of itself that it is about an error that is not handled yet. */
  readonly isAboutErrors: boolean
}

/** Marks in capitals stand anywhere; in small letters, and where other things look alike, only at the beginning of a line. */
const mark =
  /(?<!['"`\w])(?:TODO|FIXME|HACK)\b|^[ \t*]*(?:[Tt]odo|[Ff]ixme|[Hh]ack|XXX|xxx)\b(?=\s*(?:[:([@-]|$)|\s+\w)/m
const isMissing =
  /^[ \t*]*(?:(?:this|it) is )?(?:a |just a |only a )?placeholder\b|^[ \t*]*(?:this is )?(?:not (?:yet )?implemented|unimplemented)\b|\berror[- ]handling (?:is )?(?:not (?:yet )?implemented|missing)|^[ \t*]*[\w' -]{1,40} not (?:yet )?implemented(?: yet)?[\s.!]*$/im

/** Comments that speak to a tool, whatever reason they give. */
const directive = /^[\s*]*(?:eslint|oxlint|biome|@ts-|prettier-|istanbul|c8|v8)/

/** A comment that leaves something for later; `undefined` for any other. */
export function todoOf(comment: TSESTree.Comment): Todo | undefined {
  const { value } = comment
  if (directive.test(value)) return undefined
  const found = mark.exec(value) ?? isMissing.exec(value)
  if (!found) return undefined
  const rest = value.slice(found.index).replace(/\n\s*\*?\s*/g, ' ')
  return { comment, text: rest.replace(/^[\s*]+/, '').trim(), isAboutErrors: aboutErrors.test(rest) }
}

const thing = '(?:errors?|exceptions?|failures?|rejections?)'
/** What is called after an error and is none: `error messages`, `failure rate`. */
const otherThing =
  '(?![- ]?(?:messages?|codes?|pages?|types?|class(?:es)?|formats?|logs?|texts?|names?|strings?|states?|styles?|boundar\\w*|reports?|rates?|budgets?|translations?|tests?|cases? tests?)\\b)'
/**
 * Words between a verb and its object; a preposition would begin another object. A word has no dash at its end, so that a
 * row of dashes can be read in one way only.
 */
const between =
  "(?:(?!(?:with|of|for|in|on|from|to|and|without|that|which|about|when|if|non|no|not)\\b)[\\w'’]+(?:-[\\w'’]+){0,3}[ -]+){0,3}"
const verbs = '(?:handle|catch|process|treat|manage|deal with|cope with|take care of|recover from|propagate|swallow)'
const makers =
  '(?:add|implement|improve|write|do|need|needs|missing|introduce|support|better|more|some|figure out|finish)'
const lead =
  '^(?:[\\s*]*)(?:TODO|FIXME|HACK|XXX)\\b(?:\\s*[([][^)\\]]*[)\\]]|\\s+@[\\w-]+)*[^\\w]*(?:(?:we|i|you|should|must|need|needs|have|to|please|maybe|also|still|probably|later)\\s+)*'

/** `TODO(ana): properly handle the upload errors`, `FIXME: error handling`, `TODO: exceptions should be caught` */
const aboutErrors = new RegExp(
  `${lead}(?:` +
    [
      `(?:\\w+ly\\s+)?${verbs}\\s+${between}${thing}\\b${otherThing}`,
      `${makers}\\s+${between}(?:error|exception|failure)s?[- ]?(?:handl\\w*|recovery|processing|checks?|checking|paths?|branch(?:es)?|cases?|flows?|logic|middlewares?)\\b`,
      `(?:proper(?:ly)?|correct|real|graceful|robust)\\s+${between}${thing}\\b${otherThing}`,
      `(?:error|exception|failure)s?[- ]?(?:handl\\w+|recovery)\\b`,
      `${between}${thing}\\s+(?:is|are|should|must|needs?|has|have)\\b[^.]*\\b(?:handled|caught|dealt)\\b`,
    ].join('|') +
    ')',
  'i',
)
