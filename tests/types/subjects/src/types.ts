import type { EventEmitter } from 'node:events'
import fs, { type Stats } from 'node:fs'
export type Text = string
export type Alias<T = unknown> = { value: T; next?: Alias<T> }
export type Union = 'a' | 'b' | 3 | 4n | null | undefined | true | Date | Text[]
export type Both = { a: 1 } & { b: 2 } & Partial<Options>
export interface Options extends Base<string>, Pick<Other, 'x'> {
  (): void
  new (x: number): Date
  method<T>(x: T): T
  readonly prop: number
  opt?: symbol
  get got(): string
  set got(value: string | number)
  [key: `data-${string}`]: unknown
}
export interface Base<T, U extends keyof any = string> {
  base: T
  key: U
  self: this
}
export interface Other {
  x: number
  y: string
}
export type Conditional<T> = T extends (infer Item)[]
  ? Item
  : T extends Promise<infer Value>
    ? Conditional<Value>
    : never
export type Mapped<T> = { readonly [K in keyof T as `get${Capitalize<string & K>}`]?: () => T[K] }
export type Tuple = [a: string, b?: number, ...rest: boolean[]]
export type Plain = readonly [string, Date] | []
export type Fn = (this: Window, a: string, ...rest: number[]) => asserts a is 'x'
export type Ctor = abstract new (...args: any[]) => object
export type Key = keyof Other | keyof typeof fs
export type Indexed = Other['x'] | Options['base'] | Tuple[number]
export type Template = `${Uppercase<Text>}-${number}`
export type Imported = import('node:http').IncomingMessage | typeof import('node:path')
export type Query = typeof fs.promises.readFile
export type Applied = Alias<Map<string, Set<Conditional<Promise<string[]>>>>>
export type Awaits = Awaited<Promise<Promise<number>>>
export type Made = Mapped<Other>
export type Ext = EventEmitter | Stats | NodeJS.Timeout | globalThis.Error
export type Nothing = never | void | unknown | any
export type Brand = string & { readonly __brand: 'Brand' }
export type Recursive = { [key: string]: Recursive } | Recursive[]
export declare const options: Options,
  brand: Brand,
  applied: Applied,
  made: Made,
  template: Template,
  recursive: Recursive
export declare function generic<T extends { id: string }, K extends keyof T = keyof T>(value: T, key: K): T[K]
export function body<T extends { id: string }, P extends Promise<T>, K extends keyof T>(
  value: T,
  promise: P,
  key: K,
  list: T[],
  rest: Omit<T, 'id'>,
) {
  const id = value.id,
    picked = value[key],
    first = list[0],
    { id: same, ...others } = value
  return { id, picked, first, same, others, rest, promise, cast: value as unknown as Both, old: <Text>id }
}
export const used = generic({ id: 'a', n: 1 }, 'n'),
  instance = new options(1),
  nothing: Nothing = used
export const inst = Promise.resolve<Text>,
  ctor: Ctor = Date
export let unresolved: DoesNotExist,
  misspelt = options.misspelt,
  wrong = notThere(1)
