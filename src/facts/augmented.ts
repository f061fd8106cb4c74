import { augmentsRequests, textAugments } from '../project/augmentations.ts'
import type { RuleContext } from './source.ts'

/** Whether the file, or one of its package, adds to the types of requests and contexts that a framework declares. */
export function isAugmented({ sourceCode, filename }: RuleContext): boolean {
  return textAugments(sourceCode.text) || augmentsRequests(filename)
}
