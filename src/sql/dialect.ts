/** The databases whose SQL differs where rules look. */
export const dialects = ['postgresql', 'mysql', 'sqlite', 'mssql', 'oracle', 'clickhouse'] as const

export type Dialect = (typeof dialects)[number]
