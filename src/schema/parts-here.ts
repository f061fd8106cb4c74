import type { SchemaHere } from './here.ts'
import type { Column, FilePlace, ForeignKey, Table } from './model.ts'

/** A part of a table that the file being linted declares. */
export interface PartHere<Part> {
  readonly table: Table
  readonly part: Part
  /** Where it came to be as it is. */
  readonly place: FilePlace
}

/** The columns that this file declares, each once: one that is shared stands in many tables. */
export function columnsHere(schema: SchemaHere): PartHere<Column>[] {
  return partsHere(
    schema,
    ({ columns }) => columns,
    ({ place, typePlace = place }) => typePlace,
  )
}

/** The foreign keys that this file declares, each once. */
export function foreignKeysHere(schema: SchemaHere): PartHere<ForeignKey>[] {
  return partsHere(
    schema,
    ({ foreignKeys }) => foreignKeys,
    ({ place }) => place,
  )
}

function partsHere<Part>(
  schema: SchemaHere,
  partsOf: (table: Table) => readonly Part[],
  placeOf: (part: Part) => FilePlace,
): PartHere<Part>[] {
  const found = new Map<number, PartHere<Part>>()
  for (const table of schema.tables) {
    for (const part of partsOf(table)) {
      const place = placeOf(part)
      // A base class tells its own columns; what inherits them comes later.
      if (schema.isHere(place) && (!found.has(place.start) || table.kind === 'base'))
        found.set(place.start, { table, part, place })
    }
  }
  return [...found.values()].sort((left, right) => left.place.start - right.place.start)
}
