import type { Column, ForeignKey, Index, Key, Table } from './model.ts'
import { tableOf } from './tables.ts'

type Named = Pick<Table, 'name' | 'named' | 'place' | 'namePlace'> & Partial<Pick<Table, 'model' | 'schema' | 'kind'>>

/** A table while it is read: entities name columns and relations by their properties, the database by their columns. */
export class Draft {
  columnsOpen = false
  open = false
  primaryKey: Key | undefined
  softDelete: Column | undefined
  readonly uniques: Key[] = []
  readonly foreignKeys: ForeignKey[] = []
  readonly indexes: Index[] = []
  private readonly columns = new Map<string, Column>()
  /** The columns that hold a relation, by its property. */
  private readonly joins = new Map<string, readonly string[]>()

  /** A column may be declared twice: by itself, and as what holds a relation. */
  addColumn(column: Column) {
    const before = this.columns.get(column.name)
    this.columns.set(column.name, before ? { ...column, ...before } : column)
  }

  /** Says more of a column that is there. */
  setColumn(column: Column) {
    this.columns.set(column.name, column)
  }

  addPrimary(column: string, place: Key['place']) {
    const before = this.primaryKey
    if (before?.columns.includes(column)) return
    this.primaryKey = before ? { ...before, columns: [...before.columns, column] } : { columns: [column], place }
  }

  addJoin(property: string, columns: readonly string[]) {
    this.joins.set(property, columns)
  }

  /** The columns of a property: its own, or those that hold its relation. */
  columnsOf(property: string): readonly string[] {
    const [first = property, ...path] = property.split('.')
    const join = this.joins.get(path.length > 0 && path.at(-1) === 'id' ? first : property)
    if (join) return join
    return [[...this.columns.values()].find((column) => column.property === property)?.name ?? property]
  }

  column(name: string): Column | undefined {
    return this.columns.get(name)
  }

  table(named: Named): Table {
    const { columnsOpen, open, primaryKey, softDelete, uniques, foreignKeys, indexes } = this
    return tableOf({
      kind: 'table',
      ...named,
      columns: [...this.columns.values()],
      columnsOpen,
      open,
      ...(primaryKey && { primaryKey }),
      ...(softDelete && { softDelete }),
      uniques,
      foreignKeys,
      indexes,
    })
  }
}
