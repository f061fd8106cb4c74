import { readFile } from 'node:fs/promises'
export interface Thenable<T> {
  then(onfulfilled?: ((value: T) => unknown) | null, onrejected?: (reason: unknown) => void): void
}
export class Query<T> implements PromiseLike<T[]> {
  then<A = T[], B = never>(
    done?: ((value: T[]) => A | PromiseLike<A>) | null,
    failed?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return Promise.reject(failed ?? done)
  }
  where() {
    return this
  }
}
export class Special<T> extends Promise<T> {
  extra = 1
}
export interface NotThenable {
  then: string
}
export interface Endless {
  then(done: (value: Endless) => void): void
}
declare const thenable: Thenable<{ id: string }>,
  query: Query<Date>,
  special: Special<number>,
  not: NotThenable,
  endless: Endless
declare const either: Promise<string> | number,
  many: Promise<'a'> | Promise<string> | null,
  anyPromise: Promise<any>,
  nested: Promise<Thenable<Promise<bigint>>>,
  both: Promise<string> & { extra: 1 },
  flags: Promise<true> | Promise<false>
export async function awaited<T, P extends Promise<string>>(t: T, p: P, tp: Promise<T>, u: T | Promise<T>) {
  const values = [
    await thenable,
    await query,
    await special,
    await not,
    await either,
    await many,
    await anyPromise,
    await nested,
    await both,
    await t,
    await p,
    await tp,
    await u,
    await flags,
  ] as const
  const all = await Promise.all([query.where(), special, 1]),
    race = await Promise.race([tp, special]),
    settled = await Promise.allSettled([tp])
  const text = await readFile('a', 'utf8'),
    buffer = await readFile('a'),
    json = JSON.parse(text),
    response = await (await fetch('x')).json()
  const { default: lazy } = await import('./values-default.ts'),
    module = await import('node:path')
  return [
    values,
    all,
    race,
    settled,
    text,
    buffer,
    json,
    response,
    lazy,
    module,
    endless,
    await Promise.resolve()
      .then(() => 1)
      .catch(() => 'a')
      .finally(),
  ]
}
export const results = awaited(1, Promise.resolve('a'), Promise.resolve(2), 3),
  timer = setTimeout(() => {}, 1),
  interval = new Promise<void>((resolve) => setTimeout(resolve, 1))
