/** What both compilers have in common about symbols: a name, and what it is a member of. */
export interface Named {
  readonly name: string
}

/** By which the compiler means something without a name, such as what stands in `declare global`. */
const anonymous = new Set(['__type', '__object', '__function', '__class', '__jsxAttributes', '__global'])

/** Whether the program gave it a name. */
export function isNamed({ name }: Named): boolean {
  return !anonymous.has(name)
}

/** Whether it stands for any key, and declares none by name. */
export function isIndex({ name }: Named): boolean {
  return name === '__index'
}

/** A name as it is written: without the numbers that the compiler tells private names and symbols apart by. */
export function writtenName(name: string): string {
  if (!name.startsWith('__')) return name
  const hidden = /^__#\d+@(#.*)$/.exec(name)
  if (hidden?.[1] !== undefined) return hidden[1]
  const symbol = /^__@(.*)@\d+$/.exec(name)
  return symbol?.[1] === undefined ? name : `[Symbol.${symbol[1]}]`
}

/** The name with those around it, up to the module. */
export function fullName<S extends Named>(symbol: S, parentOf: (symbol: S) => S | undefined): string {
  const outer = parentOf(symbol)
  const name = writtenName(symbol.name)
  return outer && isNamed(outer) && !isModule(outer) ? `${fullName(outer, parentOf)}.${name}` : name
}

/** `fs`, of what `declare module 'fs'` declares. */
export function ambientModuleOf<S extends Named>(
  symbol: S,
  parentOf: (symbol: S) => S | undefined,
): string | undefined {
  const outer = parentOf(symbol)
  if (!outer) return undefined
  if (!isModule(outer)) return ambientModuleOf(outer, parentOf)
  const name = outer.name.slice(1, -1)
  // The module of a file has its path for a name.
  return /^(?:[A-Za-z]:)?[\\/]/.test(name) ? undefined : name
}

function isModule({ name }: Named): boolean {
  return name.startsWith('"')
}
