/** Numbers that look random and are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed * 2654435761 + 1
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296
  }
}

const tables = ['users', 'orders', '"Items"', 'shop.tags', '"user"', '"order-lines"', 'payments']
const inPublic = tables.filter((name) => !name.includes('.'))
const columns = ['id', 'user_id', '"orderId"', 'name', 'created_at', '"Key"', 'amount', 'tag_id']
const types = [
  'int',
  'integer',
  'bigint',
  'text',
  'uuid',
  'varchar(20)',
  'character varying (30)',
  'numeric(10, 2)',
  'timestamp',
  'timestamptz',
  'timestamp(3) without time zone',
  'timestamp with time zone',
  'double precision',
  'jsonb',
  'text[]',
  'boolean',
  'serial',
]
const names = [
  'by_name',
  '"By Key"',
  'users_pkey',
  'orders_user_id_fkey',
  'unique_name',
  'users_name_key',
  'orders_user_id_idx',
]

/** Statements that change a schema, possible or not, in an order that nobody would write. */
export function randomHistory(seed: number): string[] {
  const random = randomFrom(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const some = (list: readonly string[]) => list.filter(() => random() < 0.3).join(', ') || one(list)
  const maybe = (text: string, chance = 0.3) => (random() < chance ? text : '')
  const references = () => `REFERENCES ${one(tables)}${maybe(` (${one(columns)})`, 0.6)}${maybe(' ON DELETE CASCADE')}`
  const inColumn = () =>
    [
      maybe(' NOT NULL'),
      maybe(' DEFAULT null'),
      maybe(maybe(` CONSTRAINT ${one(names)}`) + one([' UNIQUE', ' PRIMARY KEY', ` ${references()}`]), 0.5),
    ].join('')
  const column = (name = one(columns)) => `${name} ${one(types)}${inColumn()}`
  const constraint = () =>
    maybe(`CONSTRAINT ${one(names)} `, 0.5) +
    one([
      `UNIQUE (${some(columns)})`,
      `PRIMARY KEY (${some(columns)})`,
      `FOREIGN KEY (${one(columns)}) ${references()}`,
      `CHECK (${one(columns)} IS NOT NULL)`,
    ])
  const create = () =>
    `CREATE TABLE ${maybe('IF NOT EXISTS ')}${one(tables)} (\n  ${[
      ...columns.filter(() => random() < 0.6).map((name) => column(name)),
      ...(random() < 0.4 ? [constraint()] : []),
    ].join(',\n  ')}\n)`
  const alter = () =>
    one([
      () => `ADD ${maybe('COLUMN ', 0.7)}${maybe('IF NOT EXISTS ')}${column()}`,
      () => `DROP ${maybe('COLUMN ', 0.7)}${maybe('IF EXISTS ')}${one(columns)}${maybe(' CASCADE')}`,
      () => `ALTER COLUMN ${one(columns)} SET NOT NULL`,
      () => `ALTER ${one(columns)} DROP NOT NULL`,
      () => `ALTER COLUMN ${one(columns)} TYPE ${one(types)}`,
      () => `ALTER COLUMN ${one(columns)} SET DATA TYPE text USING 'x'::text`,
      () => `ALTER COLUMN ${one(columns)} SET DEFAULT null`,
      () => `ADD ${constraint()}`,
      () => `ADD ${constraint()}`,
      () => `DROP CONSTRAINT ${maybe('IF EXISTS ')}${one(names)}${maybe(' CASCADE')}`,
    ])()
  const statement = () =>
    one([
      create,
      create,
      () => `ALTER TABLE ${maybe('ONLY ')}${one(tables)} ${alter()}`,
      () => `ALTER TABLE ${one(tables)} ${alter()}`,
      () => `ALTER TABLE ${one(tables)} ${alter()}, ADD CHECK (${one(columns)} IS NOT NULL)`,
      () => `ALTER TABLE ${one(tables)} RENAME ${maybe('COLUMN ')}${one(columns)} TO ${one(columns)}`,
      () => `ALTER TABLE ${one(tables)} RENAME CONSTRAINT ${one(names)} TO ${one(names)}`,
      () => `ALTER TABLE ${one(inPublic)} RENAME TO ${one(inPublic)}`,
      () => maybe(`DROP TABLE ${maybe('IF EXISTS ')}${one(tables)}${maybe(' CASCADE', 0.7)}`, 0.4) || create(),
      () =>
        `CREATE ${maybe('UNIQUE ')}INDEX ${maybe(one(names), 0.5)} ON ${one(tables)} ${maybe('USING btree ')}(${some(columns)})${maybe(` WHERE ${one(columns)} IS NOT NULL`)}`,
      () => `CREATE INDEX ON ${one(tables)} (lower(name), ${one(columns)} DESC)`,
      () => `DROP INDEX ${maybe('IF EXISTS ')}${one(names)}`,
      () => `ALTER INDEX ${one(names)} RENAME TO ${one(names)}`,
    ])()
  return ['CREATE SCHEMA shop', ...Array.from({ length: 250 }, statement)]
}
