import type { Dialect } from '../sql/dialect.ts'

/** Words that name no column without quotes in one database or another. */
const reserved = new Set(
  `add all alter analyse analyze and any array as asc asymmetric before between both by call cascade case cast change check
   collate column condition constraint continue convert create cross current_date current_role current_time
   current_timestamp current_user cursor database databases dec default deferrable delayed delete desc describe distinct
   div do drop dual each else elseif empty enclosed end escaped except exists exit explain false fetch for force foreign
   from fulltext function generated get grant group grouping groups having if ignore in index initially inner inout
   insert intersect interval into is iterate join key keys kill lateral lead leading leave left like limit linear lines
   load localtime localtimestamp lock loop match maxvalue minus mod natural no not null of offset on only optimize option
   or order out outer over partition placing plan primary procedure purge range rank read references regexp release
   rename repeat replace require restrict return returning revoke right rlike row row_number rows schema schemas select
   sensitive separator session_user set show signal some sql ssl starting symmetric system table terminated then to top
   trailing trigger true undo union unique unlock unsigned update usage use user using values varying view when where
   while window with write xor`.split(/\s+/),
)

/** A column as a statement writes it: in quotes where it has to be; `undefined` where the database decides which. */
export function quoted(name: string, dialect: Dialect | undefined): string | undefined {
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name)) return name
  // Only PostgreSQL and Oracle fold names that stand without quotes.
  const isPlain = /^[A-Za-z_]\w*$/.test(name) && !reserved.has(name.toLowerCase())
  switch (dialect) {
    case 'postgresql':
    case 'oracle':
      return `"${name.replaceAll('"', '""')}"`
    case 'sqlite':
    case 'clickhouse':
      return isPlain ? name : `"${name.replaceAll('"', '""')}"`
    case 'mysql':
      return isPlain ? name : `\`${name.replaceAll('`', '``')}\``
    case 'mssql':
      return isPlain ? name : `[${name.replaceAll(']', ']]')}]`
    default:
      return undefined
  }
}
