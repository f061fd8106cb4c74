import type { Declaration, Type } from '../types/type.ts'

/** Types of the platform that hand out what they hold. */
const containers = new Set(
  `Promise PromiseLike Array ReadonlyArray Map ReadonlyMap WeakMap Set ReadonlySet Iterable Iterator IterableIterator
   AsyncIterable AsyncIterableIterator Generator AsyncGenerator ArrayIterator MapIterator SetIterator`.split(/\s+/),
)

/** Deeper than any `Promise<Map<string, any[]>>` that people write. */
const deepest = 4

/**
 * Whether a type is `any`, or a container of the platform with `any` in it: `any[]`, `Promise<any>`,
 * `Map<string, any>`, `Record<string, any>`. What a package has behind its own names does not count.
 */
export function holdsAny(type: Type | undefined, depth = 0): boolean {
  if (!type || depth > deepest) return false
  if (type.kind === 'any') return true
  if (type.kind === 'union') return type.parts.some((part) => holdsAny(part, depth + 1))
  if (type.kind !== 'object') return false
  const { declaration, alias } = type
  if (declaration && !(containers.has(declaration.name) && isOfPlatform(declaration))) return false
  if (type.typeArguments.some((argument) => holdsAny(argument, depth + 1))) return true
  const isPlain = !alias || isOfPlatform(alias)
  return isPlain && type.indexed?.kind === 'any'
}

/** `any[]` */
export function isListOfAny(type: Type | undefined): boolean {
  const { declaration, typeArguments = [] } = type ?? {}
  return declaration?.name === 'Array' && isOfPlatform(declaration) && typeArguments[0]?.kind === 'any'
}

/** Whether the platform declares something; packages such as `@types/node` may add to it. */
export function isOfPlatform({ places }: Declaration): boolean {
  return places.some((place) => place.in === 'library')
}

/** Whether something is declared outside the project's own TypeScript: by the platform, a package or a script. */
export function isForeign({ places }: Declaration): boolean {
  return places.length > 0 && places.every((place) => place.in !== 'project' || /\.[cm]?jsx?$/.test(place.file))
}
