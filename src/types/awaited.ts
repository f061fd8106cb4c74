import { joined } from './joined.ts'
import type { Type } from './type.ts'

/**
 * What `await` gives of a type, put together of other answers as the language defines it
 * (https://github.com/microsoft/TypeScript/blob/v6.0.3/src/compiler/checker.ts, `getAwaitedType`), for a checker that
 * has no word for it: what is handed to the callback that `then` takes, as long as there is a `then`.
 */
export function awaitedOf(type: Type): Type {
  return unwrapped(type, [])
}

/** @param around the types that this one was unwrapped from: one that comes again has no end */
function unwrapped(type: Type, around: readonly Type[]): Type {
  if (around.includes(type)) return type
  const inner = [...around, type]
  if (type.kind === 'union') {
    const parts = type.parts.map((part) => unwrapped(part, inner))
    return parts.every((part, at) => part === type.parts[at]) ? type : joined(parts)
  }
  if (type.kind === 'parameter' || type.kind === 'open') {
    const promised = type.constraint && promisedBy(type.constraint)
    return promised ? unwrapped(promised, inner) : type
  }
  const promised = promisedBy(type)
  return promised ? unwrapped(promised, inner) : type
}

/** What a promise, or anything with a `then` that takes a callback, hands to the callback. */
function promisedBy(type: Type): Type | undefined {
  if (type.kind !== 'object' && type.kind !== 'intersection') return undefined
  const [argument] = type.typeArguments
  if (argument && isPromise(type)) return argument
  const callback = type.property('then')?.parameters[0]
  const handed = callback?.parts.filter((part) => part.returns.length > 0).flatMap((part) => part.parameters[0] ?? [])
  return handed && handed.length > 0 ? joined(handed) : undefined
}

function isPromise({ declaration }: Type): boolean {
  return declaration?.name === 'Promise' && declaration.places.some((place) => place.in === 'library')
}
