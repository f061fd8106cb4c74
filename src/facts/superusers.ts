import path from 'node:path'
import type { Place } from '../sql/scan.ts'

/** A superuser of a database that something connects as, in a text. */
export interface Superuser extends Place {
  readonly name: string
}

const names = 'postgres|root|sa|admin|administrator'
/** `postgres://postgres:secret@db.acme.io/shop` */
const addresses = new RegExp(
  `\\b(?:postgres(?:ql)?|mysql2?|mariadb|mssql|sqlserver|mongodb)(?:\\+\\w+)?:\\/\\/(?<user>${names})(?=[:@])(?::[^@\\s'"\`]{0,200})?@(?<host>[^\\s/:?'"\`,;]*)`,
  'gi',
)
/** `DB_USER=root`, `DATABASE_USERNAME: postgres`, `User Id=sa;` */
const variables = new RegExp(
  `(?:^|[\\s"'-])(?:\\w*_)?(?:db|database|pg|postgres(?:ql)?|mysql|mariadb|mssql|sql|typeorm|sequelize|knex|prisma|jdbc|datasource)_?(?:\\w+_)?user(?:_?name)?["']?\\s*[:=]\\s*["']?(?<user>${names})["']?(?=\\s*(?:$|#|,))`,
  'gim',
)
const dotNet = /\b(?:user(?: id)?|uid)\s*=\s*(?<user>sa|root|postgres)\s*(?=;)/gi

/** What people write for a host that is none, and hosts of the machine itself. */
const away =
  /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|(?:^|[.-])(?:example|your|my|host|hostname|server|placeholder|foo|bar|xxx+|test|dev|local|localhost|staging)(?=[.-]|$)|[<>${}[\]%*()]|\.(?:local|test|example|invalid|localhost|svc)$|^[^.]*$/i

/** Whether a value is the name that a superuser has where nobody has chosen another. */
export function isSuperuser(value: unknown): boolean {
  return typeof value === 'string' && names.split('|').includes(value)
}

/** The superusers that a text connects as on a machine elsewhere. */
export function superusersElsewhere(text: string): Superuser[] {
  return found(text, addresses).filter(
    ({ host }) => host !== undefined && (!away.test(host) || (production.test(host) && !host.includes('.'))),
  )
}

/** The superusers that a file for production connects as: in addresses, and in variables that name the user. */
export function superusersIn(text: string): Superuser[] {
  const inVariables = found(text, variables).filter(
    ({ start }) => !hasRoleOfItsOwn.test(text) || !isFirstUser(text, start),
  )
  return [...found(text, addresses), ...inVariables, ...found(text, dotNet)].toSorted(
    (left, right) => left.start - right.start,
  )
}

/** An address with another user. */
const hasRoleOfItsOwn = new RegExp(
  `\\b(?:postgres(?:ql)?|mysql2?|mariadb|mssql|sqlserver)(?:\\+\\w+)?:\\/\\/(?!(?:${names})[:@])[\\w$-]+[:@]`,
  'i',
)

/** `POSTGRES_USER`: the first user that the container of a database gets, who makes the others. */
function isFirstUser(text: string, at: number): boolean {
  return /\bPOSTGRES_USER["']?\s*[:=]\s*["']?$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
}

function found(text: string, pattern: RegExp): (Superuser & { readonly host?: string })[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: match, index, groups = {} }) => {
    const { user, host } = groups
    if (user === undefined || isCommentedOut(text, index)) return []
    const start = index + match.indexOf(user, host === undefined ? match.search(/[:=]/) : match.indexOf('//'))
    return [{ name: user, start, end: start + user.length, ...(host !== undefined && { host }) }]
  })
}

function isCommentedOut(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return /(?:^|\s)(?:#|\/\/)/.test(line)
}

const production = /(?:^|[._/-])(?:prod|production|prd|live)(?=[._/-]|$)/i
const sample = /(?:^|[._-])(?:example|sample|template|dist|defaults?)(?:[._-]|$)/i

/** Whether the name of a file, or of its folders, says that it is what production runs with. */
export function isForProduction(file: string): boolean {
  return production.test(file) && !sample.test(path.basename(file))
}
