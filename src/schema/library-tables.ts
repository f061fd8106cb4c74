import type { SchemaSource, Table } from './model.ts'

/** Tables that tools and libraries make and name themselves. */
const names = new Set(
  `alembic_version ar_internal_metadata casbin_rule databasechangelog databasechangeloglock dbmate_migrations
   doctrine_migration_versions flyway_schema_history geography_columns geometry_columns goose_db_version
   knex_migrations knex_migrations_lock kysely_migration kysely_migration_lock migrations mikro_orm_migrations pgmigrations
   query-result-cache raster_columns schema_info schema_migration schema_migrations schema_version sequelizedata
   sequelizemeta spatial_ref_sys typeorm_metadata umzug_migrations umzugmeta`.split(/\s+/),
)

/** Whether a table is a library's own, so that its name is the library's to choose. */
export function isOfLibrary(table: Table, source: SchemaSource): boolean {
  return isOfTool(table) || isOfAuth(table, source)
}

/** Whether a tool makes a table, columns and all. */
export function isOfTool(table: Table): boolean {
  const name = table.name.toLowerCase()
  // `_prisma_migrations`, `_CategoryToPost`, `__drizzle_migrations`, `sqlite_sequence`
  return /^(?:_|sqlite_|pg_)/.test(name) || names.has(name) || isOfSessionStore(table)
}

/** `session` of `connect-pg-simple`. */
function isOfSessionStore(table: Table): boolean {
  return has(table, 'sid', 'sess')
}

/** What libraries for signing in keep, in tables that they look for by their own names. */
function isOfAuth(table: Table, source: SchemaSource): boolean {
  // A model that is mapped has a name that somebody chose.
  if (source === 'prisma' && table.named) return false
  switch (table.name.replaceAll('_', '').toLowerCase()) {
    case 'account':
      return has(table, 'provideraccountid') || has(table, 'accountid', 'providerid')
    case 'session':
      return has(table, 'sessiontoken') || has(table, 'token', 'expiresat')
    case 'verificationtoken':
    case 'verificationrequest':
      return has(table, 'identifier', 'token')
    case 'verification':
      return has(table, 'identifier', 'value')
    case 'authenticator':
    case 'passkey':
      return has(table, 'credentialid')
    default:
      return false
  }
}

/** Whether a table has columns of these names, however their words are joined. */
function has({ columns }: Table, ...wanted: readonly string[]): boolean {
  const own = new Set(
    columns.flatMap(({ name, property = name }) =>
      [name, property].map((one) => one.replaceAll('_', '').toLowerCase()),
    ),
  )
  return wanted.every((name) => own.has(name))
}
