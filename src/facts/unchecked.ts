import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { ExternalAt } from '../roles.ts'
import { typesOf } from '../types/here.ts'
import type { Types } from '../types/type.ts'
import { isCheckedBefore } from './checked-elsewhere.ts'
import { claimOf, isBrandHere, isByAny, isDouble, isInTypePredicate, isOpen, isText, type Claim } from './claims.ts'
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

/** Which casts are meant beside double ones and those of values from outside, and which are not. */
export interface Wanted {
  readonly narrowing: boolean
  readonly allowBrand: boolean
}

/** Calls the listener for each cast that says more than anything has shown; the types of a file are asked for at once. */
export function onUncheckedCast(
  context: RuleContext,
  wanted: Wanted,
  listener: (claim: Claim, found: Unchecked) => void,
): TSESLint.RuleListener {
  const suspects: (readonly [Claim, Unchecked])[] = []
  const collect = (node: TSESTree.TSAsExpression | TSESTree.TSTypeAssertion) => {
    const claim = claimOf(node)
    const suspicion = claim && suspicionOf(context, claim, wanted)
    if (claim && suspicion) suspects.push([claim, suspicion])
  }
  return {
    TSAsExpression: collect,
    TSTypeAssertion: collect,
    'Program:exit'() {
      const types = suspects.length > 0 ? typesOf(context) : undefined
      types?.expect(suspects.flatMap(([{ value, target }]) => [value, target]))
      for (const [claim, suspicion] of suspects) {
        const found = confirmed(context, types, claim, suspicion)
        if (found) listener(claim, found)
      }
    },
  }
}

/** What may be wrong with a claim by what is written, the worst first. */
function suspicionOf(context: RuleContext, claim: Claim, { narrowing, allowBrand }: Wanted): Unchecked | undefined {
  const { sourceCode } = context
  if (isByAny(claim) || isOpen(sourceCode, claim.target) || isInTypePredicate(claim.node)) return undefined
  if ((allowBrand && isBrandHere(sourceCode, claim.target)) || isGlobalObject(claim.value)) return undefined
  const external = externalRead(context, claim.value)
  if (external && !isNothingNew(claim, external)) {
    if (isInspected(context, claim.node, claim.value, isText(claim.target))) return undefined
    return isCheckedBefore(context, claim.node, external) ? undefined : { why: 'external', external }
  }
  if (isProbe(claim)) return undefined
  if (isDouble(claim)) return { why: 'double', isNeedless: false }
  if (!narrowing || external || isUsualNarrowing(sourceCode, claim)) return undefined
  if (isInspected(context, claim.node, claim.value, true)) return undefined
  return { why: isOfRawRows(context, claim.value) ? 'rows' : 'narrowing' }
}

/** What is left of a suspicion when the checker has been asked. */
function confirmed(
  { sourceCode }: RuleContext,
  types: Types | undefined,
  claim: Claim,
  suspicion: Unchecked,
): Unchecked | undefined {
  if (suspicion.why === 'narrowing') return narrows(sourceCode, types, claim) ? suspicion : undefined
  // Where the caller names the type, the checker takes it from the cast itself.
  const isNamed = suspicion.why === 'external' && suspicion.external.claims !== undefined
  if (isNamed || fitOf(types, claim) !== 'fits') return suspicion
  return isDouble(claim) ? { why: 'double', isNeedless: true } : undefined
}

/** `globalThis as unknown as { prisma?: PrismaClient }`: the way to keep something across reloads. */
function isGlobalObject(value: Node): boolean {
  return value.type === 'Identifier' && /^(?:globalThis|global|window|self)$/.test(value.name)
}

/** Whether a cast of a value from outside only says that it is text, where it is. */
function isNothingNew({ target, value }: Claim, external: ExternalAt): boolean {
  if (!isText(target)) return false
  // `process.env.PORT ?? '3000'` is a text, `process.env.PORT as string | undefined` what it is anyway.
  const isFallback = value.type === 'LogicalExpression'
  const isOptional = external.from === 'environment' && target.type !== 'TSStringKeyword'
  return external.text === true || isFallback || isOptional
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
