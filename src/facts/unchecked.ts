import { typesOf } from '../types/here.ts'
import type { ExternalAt } from '../roles.ts'
import { isBrandHere, isByAny, isDouble, isInTypePredicate, isOpen, isText, type Claim } from './claims.ts'
import { externalRead } from './external.ts'
import { isGivenToCheck, isLookedAt, isLookedAtLater, isOnCheckedRoute } from './inspected.ts'
import { fitOf, isProbe, isUsualNarrowing, narrows } from './narrowing.ts'
import type { Node, RuleContext } from './source.ts'
import { isOfRawRows } from './unchecked-rows.ts'

/** Why a cast says more than anything has shown. */
export type Unchecked =
  | { readonly why: 'external'; readonly external: ExternalAt }
  /** The value passes through a type that takes any; it may need no cast at all. */
  | { readonly why: 'double'; readonly isNeedless: boolean }
  | { readonly why: 'rows' }
  | { readonly why: 'narrowing' }

/** What is wrong with a claim, the worst first; `undefined` where something has looked, or nothing is claimed. */
export function uncheckedClaim(
  context: RuleContext,
  claim: Claim,
  { narrowing, allowBrand }: { readonly narrowing: boolean; readonly allowBrand: boolean },
): Unchecked | undefined {
  const { sourceCode } = context
  if (isByAny(claim) || isOpen(sourceCode, claim.target) || isInTypePredicate(claim.node)) return undefined
  if ((allowBrand && isBrandHere(sourceCode, claim.target)) || isGlobalObject(claim.value)) return undefined
  const external = externalRead(context, claim.value)
  if (external && saysTooMuch(context, claim, external)) {
    return isInspected(context, claim.node, claim.value, isText(claim.target))
      ? undefined
      : { why: 'external', external }
  }
  if (isProbe(claim)) return undefined
  const fit = () => fitOf(typesOf(context), claim)
  if (isDouble(claim)) return { why: 'double', isNeedless: fit() === 'fits' }
  if (!narrowing || external || isUsualNarrowing(sourceCode, claim)) return undefined
  if (isInspected(context, claim.node, claim.value, true)) return undefined
  if (isOfRawRows(context, claim.value)) return fit() === 'fits' ? undefined : { why: 'rows' }
  return narrows(sourceCode, typesOf(context), claim) ? { why: 'narrowing' } : undefined
}

/** `globalThis as unknown as { prisma?: PrismaClient }`: the way to keep something across reloads. */
function isGlobalObject(value: Node): boolean {
  return value.type === 'Identifier' && /^(?:globalThis|global|window|self)$/.test(value.name)
}

/** Whether a cast of a value from outside says more than the type that the value has. */
function saysTooMuch(context: RuleContext, claim: Claim, external: ExternalAt): boolean {
  if (isText(claim.target)) {
    if (external.text) return false
    // `process.env.PORT ?? '3000'` is a text, `process.env.PORT as string | undefined` what it is anyway.
    if (claim.value.type === 'LogicalExpression') return false
    if (external.from === 'environment' && claim.target.type !== 'TSStringKeyword') return false
  }
  // Where the caller names the type, the checker takes it from the cast itself.
  return external.claims !== undefined || fitOf(typesOf(context), claim) !== 'fits'
}

/** Whether a value from outside is looked at before it gets its type, right behind, or by what its route is given. */
export function isInspected(context: RuleContext, claim: Node, value: Node, wantsPrimitive: boolean): boolean {
  const { sourceCode } = context
  return (
    isGivenToCheck(claim) ||
    isLookedAt(sourceCode, value, wantsPrimitive) ||
    isLookedAtLater(sourceCode, claim) ||
    isOnCheckedRoute(sourceCode, claim)
  )
}
