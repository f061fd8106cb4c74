/** Literals, operators and what narrows them. */
export const text = 'a'
export let word = 'a'
export const number = 1,
  big = 10n,
  minus = -5,
  negative = -7n,
  yes = true,
  no = false
export const nothing = null,
  missing = undefined
export const pattern = /a+/g
export const template = `a${number}b${text}c`,
  plain = `plain`
export const constant = { a: 1, b: ['x', 2], c: { d: 'deep' } } as const
export const satisfied = { a: 1, 'quoted-name': 2, 3: 'three', ['computed']: 4 } satisfies Record<string, unknown>
export const holes = [1, , 3],
  mixed = [1, 'a', null],
  empty = [],
  emptyObject = {}
export const spread = [...mixed, ...holes],
  merged = { ...constant, e: 5 }
export const conditional = number > 0 ? text : number
export const sequence = (number, text, yes)
export const negated = !yes,
  typed = typeof text,
  voided = void 0,
  positive = +text,
  inverted = ~number
export const sum = number + 1,
  joined = text + number,
  product = 2 ** 3 * number,
  comparison = text === plain
export const either = word || number,
  both = word && number,
  other = word ?? number
export const isIn = 'a' in constant,
  isInstance = pattern instanceof RegExp
export const unique: unique symbol = Symbol('unique')
export const keyed = { [unique]: 1, [Symbol.iterator]: null }

declare const maybe: { a?: { b?: () => { c: string[] } | null }; list?: number[]; call?(): string } | undefined
export const chained = maybe?.a?.b?.()?.c[0]?.length
export const element = maybe?.list?.[0],
  called = maybe?.call?.(),
  asserted = maybe!.a!.b!()!.c
export const parenthesized = maybe?.a?.b,
  whole = maybe?.a?.b

export function narrowed(value: string | number | boolean | null | undefined | Date | string[]) {
  if (value == null) return value
  if (typeof value === 'string') return value.length
  if (typeof value === 'boolean') {
    return value ? value : !value
  }
  if (value instanceof Date) return value.getTime()
  if (Array.isArray(value)) return value[0]
  switch (value) {
    case 1:
      return value
    default:
      return [value]
  }
}

export function loops(list: readonly string[], record: Record<string, Date>, map: Map<string, Set<number>>) {
  let count = 0
  for (const one of list) count += one.length
  for (const key in record) count -= record[key].getTime()
  for (const [key, values] of map) for (const value of values) count *= value + key.length
  for (let at = 0, end = list.length; at < end; at++, --count) if (list[at]) continue
  outer: while (count) {
    do {
      break outer
    } while (true)
  }
  try {
    count ||= 1
    count &&= 2
    word ??= 'b'
    count >>>= 1
  } catch (error) {
    throw error
  } finally {
    delete record.key
  }
  try {
    count++
  } catch {
    count--
  }
  try {
    count++
  } catch (failure: any) {
    return failure.message
  }
  return count
}

export enum Plain {
  A,
  B,
  C = 10,
}
export enum Words {
  A = 'a',
  B = 'b',
}
export const enum Inlined {
  Yes = 'yes',
  No = 'no',
}
export enum Single {
  Only,
}
export enum Computed {
  Length = 'abc'.length,
  Shifted = 1 << 2,
}
export const member = Plain.A,
  words: Words = Words.B,
  inlined = Inlined.Yes,
  single = Single.Only,
  computed = Computed.Length
export const reverse = Plain[0],
  names = Object.keys(Words)
export let flag: boolean = Math.random() > 0.5,
  flags: boolean | 'x' | 2 = flag,
  truth: true = true,
  tri: boolean | null = null
export const { length } = text,
  { length: size = 3, ...others } = text,
  [first, second = 'b', ...rest] = text
