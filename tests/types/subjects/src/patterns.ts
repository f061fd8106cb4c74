interface Options {
  readonly name: string
  age?: number
  nested: { list: [string, number?, ...boolean[]]; flag: boolean }
  [other: string]: unknown
}
export function taken(
  {
    name,
    age = 1,
    nested: {
      list: [head, tail, ...others],
      flag,
    },
    ...rest
  }: Options,
  [one, , three]: readonly [1, 2, 3],
  ...many: Date[]
) {
  return [name, age, head, tail, others, flag, rest, one, three, many] as const
}
export const arrow = (
  { name }: Options,
  { age } = { age: 1 },
  [a, b]: string[] = [],
  optional?: number,
  withDefault: string = 'x',
) => ({ name, age, a, b, optional, withDefault })
let name: string,
  age: number | undefined,
  target: { deep: { name: string; list: number[] } } = { deep: { name: '', list: [] } }
export let assigned: unknown
;({ name, age = 2 } = { name: 'x', age: undefined })
;({
  name: target.deep.name,
  list: [target.deep.list[0], assigned],
} = { name: 'y', list: [1, 'z'] } as { name: string; list: [number, string] })
;[name, [age]] = ['a', [1]]
;[target.deep.name = 'default', ...target.deep.list] = ['a', 1] as any
for ({ name } of [{ name: 'z' }]) void name
for (const { length, [0]: letter } of ['a', 'b']) void [length, letter]
export const nestedDefaults = ({ a: { b: { c = 1 } = {} } = {} }: { a?: { b?: { c?: number } } }) => c
const key = 'dynamic'
export const { [key]: dynamic, ...remaining } = { dynamic: 1, static: 2 }
export const shorthand = {
  name,
  age,
  key,
  method() {
    return this.name
  },
  get got() {
    return key
  },
  set got(value) {
    void value
  },
  async *stream() {
    yield name
  },
  [`computed-${key}`]: 1,
  arrow,
}
export const iife = (function named(this: void, x: number) {
    return x
  })(1),
  second = (() => {
    return { x: 1 }
  })()
export function overloaded(value: string): number
export function overloaded(value: number, extra?: boolean): string
export function overloaded(value: string | number): number | string {
  return value
}
export const picked = overloaded('a'),
  other = overloaded(1, true)
export function* generated(): Generator<number, string, boolean> {
  const given = yield 1
  yield* [2, 3]
  return String(given)
}
export async function* streamed() {
  for await (const one of [Promise.resolve(1)]) yield one
}
export function assertsIt(value: unknown): asserts value is string {}
export function isIt(value: unknown): value is Date {
  return value instanceof Date
}
export function Constructed(this: any) {
  return new.target
}
function declared(this: Options, callback: (error: Error | null, rows?: { id: bigint }[]) => void) {
  callback(null, [])
  return this.nested
}
declared.property = 1
export { declared as exported, type Options as Renamed }
