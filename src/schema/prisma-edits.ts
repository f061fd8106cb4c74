import type { Column, Table } from './model.ts'

/** A change of a text, in offsets. */
export interface TextEdit {
  readonly range: [number, number]
  readonly text: string
}

/** Gives the table of a model another name, by its `@@map`. */
export function mapModel(text: string, { place }: Table, name: string): TextEdit | undefined {
  const model = text.slice(place.start, place.end)
  if (!model.endsWith('}')) return undefined
  const map = `@@map(${JSON.stringify(name)})`
  const given = /@@map\s*\([^()]*\)/.exec(model)
  if (given) return { range: at(place.start + given.index, given[0].length), text: map }
  return appendToModel(model, place.end - 1, map)
}

/** A line at the end of a model, apart from its fields when it is the first of its kind. */
function appendToModel(model: string, end: number, line: string): TextEdit {
  const lines = model.split('\n')
  if (lines.length === 1) return { range: [end, end], text: `\n  ${line}\n` }
  const indent = lines.find((one, index) => index > 0 && /^\s*[\w@]/.test(one))?.match(/^\s*/)?.[0] ?? '  '
  const isFirst = !/^\s*@@/m.test(model)
  return { range: [end, end], text: `${isFirst ? '\n' : ''}${indent}${line}\n` }
}

/** Lets a field of a model keep the zone of its time, with as many digits of a second as before. */
export function keepZone(text: string, { place }: Column): TextEdit {
  const field = text.slice(place.start, place.end)
  const native = /@(\w+)\.Timestamp\b/.exec(field)
  if (native) return { range: at(place.start + native.index, native[0].length), text: `@${native[1]}.Timestamptz` }
  // Without a native type, Prisma makes `timestamp(3)`.
  return { range: at(place.end, 0), text: ` @${datasourceOf(text)}.Timestamptz(3)` }
}

/** The name of the datasource, which native types are written with; nearly always `db`. */
function datasourceOf(text: string): string {
  return /^\s*datasource\s+(\w+)/m.exec(text)?.[1] ?? 'db'
}

/** Lets Prisma keep relations without constraints of the database; `undefined` where the datasource is in another file. */
export function relationsInPrisma(text: string): TextEdit | undefined {
  const block = /^[ \t]*datasource\s+\w+\s*\{[^}]*\}/m.exec(text)?.[0]
  if (block === undefined) return undefined
  const start = text.indexOf(block)
  const given = /\b(relationMode\s*=\s*)"[^"\n]*"/.exec(block)
  if (given) return { range: at(start + given.index, given[0].length), text: `${given[1] ?? ''}"prisma"` }
  const indent = /\n([ \t]+)\w/.exec(block)?.[1] ?? '  '
  const end = start + block.length - 1
  const isOpen = /\n[ \t]*\}$/.test(block)
  return { range: [end, end], text: `${isOpen ? '' : '\n'}${indent}relationMode = "prisma"\n` }
}

function at(start: number, length: number): [number, number] {
  return [start, start + length]
}
