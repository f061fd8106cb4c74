import type { TSESLint } from '@typescript-eslint/utils'
import { joined } from './listeners.ts'
import type { RuleContext, Source } from './source.ts'

/** Finds facts of one kind while a file is walked, and tells of each. */
export type Finder<Fact> = (context: RuleContext, tell: (fact: Fact) => void) => TSESLint.RuleListener

/** A walk that is being prepared or made, with all that wait for what it finds. */
interface Walk {
  readonly waiting: ((fact: never) => void)[]
  begun: boolean
}

const walks = new WeakMap<Source, Map<Finder<unknown>, Walk>>()

/**
 * Subscribes to a kind of fact. Whoever is first looks for them while the file is walked; all others are told what it
 * finds, so that a fact costs the same for one rule and for twenty.
 */
export function onFact<Fact>(
  context: RuleContext,
  find: Finder<Fact>,
  listener: (fact: Fact) => void,
): TSESLint.RuleListener {
  const { sourceCode } = context
  let ofSource = walks.get(sourceCode)
  if (!ofSource) walks.set(sourceCode, (ofSource = new Map()))
  const known = ofSource.get(find)
  // One that has begun is of an earlier run over the same source, and had no end.
  if (known && !known.begun) {
    known.waiting.push(listener)
    return {}
  }
  const waiting: ((fact: Fact) => void)[] = [listener]
  const walk: Walk = { waiting, begun: false }
  const ofFile = ofSource
  ofFile.set(find, walk)
  return joined(
    {
      Program() {
        walk.begun = true
      },
    },
    find(context, (fact) => {
      for (const tell of waiting) tell(fact)
    }),
    {
      'Program:exit'() {
        ofFile.delete(find)
      },
    },
  )
}
