/** The longest name that PostgreSQL keeps, in bytes; longer ones lose their end. */
const longest = 63

/** What PostgreSQL calls a thing that is given no name: `orders_customer_id_fkey`. */
export function automaticName(
  table: string,
  columns: readonly string[],
  label: string,
  taken: ReadonlySet<string>,
): string {
  for (let number = 0; ; number += 1) {
    const name = shortened(table, columns.join('_'), number === 0 ? label : `${label}${number}`)
    if (!taken.has(name.toLowerCase())) return name
  }
}

/** The longer of both parts gives way, letter by letter. */
function shortened(table: string, columns: string, label: string): string {
  const room = longest - label.length - 1 - (columns === '' ? 0 : 1)
  let [first, second] = [table.length, columns.length]
  while (first + second > room) {
    if (first > second) first -= 1
    else second -= 1
  }
  return [table.slice(0, first), ...(columns === '' ? [] : [columns.slice(0, second)]), label].join('_')
}

/** Whether a name may be the one that MySQL gave to a key over these columns: `orders_ibfk_1`, the first column. */
export function isNameOfMysql(name: string, table: string, columns: readonly string[]): boolean {
  const pattern = name.toLowerCase().replace(/_\d+$/, '')
  return pattern === columns[0]?.toLowerCase() || pattern === `${table.toLowerCase()}_ibfk`
}

/** Names are the same whatever their case: databases fold it in different ways, and nobody has both. */
export function isSame(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && left.toLowerCase() === right.toLowerCase()
}

/** `teamId` is `team_id`. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
}
