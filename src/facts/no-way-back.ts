const irreversible =
  /\b(?:ir-?revers\w*|non-?revers\w*|un-?revert\w*|irrevert\w*|one[- ]way|forward[- ]only|(?:no|without(?: a)?|not? need\w*(?: a)?) (?:down|rollback|roll-back|way back)|nothing to (?:undo|revert|reverse|roll ?back)|(?:can ?not|can't|could not|impossible to|no way to|not possible to|never|not) (?:be )?(?:\w+ly )?(?:undo\w*|undone|revert\w*|reverse\w*|roll(?:ed)?[ -]?back|restor\w*|recover\w*|reconstruct\w*|go(?:ne)? back|bring\w* back|get \w+ back)|not (?:revers|revert)ible)\b/i

/** What tools write into a new migration, and what only puts it off. */
const placeholder =
  /\b(?:todo|fixme|xxx|tbd)\b|\b(?:add|put|write|replace|insert|implement|your)\b.{0,40}\b(?:here|migration|sql|commands?|code|logic|statements?)\b|\bshould undo\b|\b(?:is executed when|goes here|are optional|reverting commands|for more info)\b|\bnot (?:yet )?implemented\b|\+goose|eslint-/i

/** Whether a comment in a way back that does nothing says why, in three words or more. */
export function isReasonForNoWayBack(comment: string): boolean {
  if (irreversible.test(comment)) return true
  // A statement that is commented out is none.
  if (/[;{}]\s*(?:\*\/)?\s*$/.test(comment)) return false
  return !placeholder.test(comment) && (comment.match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)?.length ?? 0) >= 3
}

/** Whether a comment says, wherever it stands, that there can be no way back. */
export function saysIrreversible(comment: string): boolean {
  return irreversible.test(comment)
}
