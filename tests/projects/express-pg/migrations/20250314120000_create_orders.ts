import type { PoolClient } from 'pg'

export async function up(client: PoolClient): Promise<void> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pgcrypto')
  await client.query(`
    CREATE TABLE customers (
      id text PRIMARY KEY,
      legacy_id uuid DEFAULT gen_random_uuid(),
      name text NOT NULL,
      email text NOT NULL UNIQUE,
      country char(2) NOT NULL,
      deleted_at timestamptz
    )
  `)
  await client.query(`
    CREATE TABLE orders (
      id text PRIMARY KEY,
      customer_id text NOT NULL REFERENCES customers (id),
      status text NOT NULL,
      currency char(3) NOT NULL,
      total numeric(12, 2) NOT NULL,
      metadata jsonb NOT NULL DEFAULT '{}',
      created_at timestamptz NOT NULL DEFAULT now()
    )
  `)
  await client.query('CREATE INDEX orders_customer_id ON orders (customer_id)')
  // The shop of before: its columns were renamed to fit, so all of them can be copied as they are.
  await client.query('INSERT INTO customers SELECT * FROM legacy_customers')
  const { rowCount } = await client.query('INSERT INTO orders SELECT * FROM legacy_orders')
  console.log(`Copied ${rowCount} orders`)
}

export async function down(client: PoolClient): Promise<void> {
  await client.query('DROP TABLE orders')
  await client.query('DROP TABLE customers')
}
