import { testRule, type Case, type InvalidCase } from '../../support/test-rule.ts'

const sql = (code: string, filename = 'db/migrations/0007_orders.sql'): Case & InvalidCase => ({ code, filename })
const inCode = (statement: string): Case & InvalidCase => ({
  code: `
import type { MigrationInterface, QueryRunner } from 'typeorm'
export class Orders1706702400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    ${statement}
  }
}`,
  filename: 'src/migrations/1706702400000-Orders.ts',
})

const rule = 'CHECK (paid_at IS NULL OR total > 0 AND currency IS NOT NULL)'

testRule('require-constraint-comment', {
  valid: [
    // Explained
    sql(`ALTER TABLE orders\n  -- What is paid has an amount.\n  ADD CONSTRAINT paid ${rule};`),
    sql(`-- What is paid has an amount.\nALTER TABLE orders\n  ADD CONSTRAINT paid\n  ${rule};`),
    sql(`ALTER TABLE orders ADD CONSTRAINT paid ${rule}; -- What is paid has an amount.`),
    sql(`ALTER TABLE orders ADD CONSTRAINT paid /* What is paid has an amount. */ ${rule};`),
    sql(`CREATE TABLE orders (\n  id int,\n  -- What is paid has an amount.\n  ${rule}\n);`),
    sql(`CREATE TABLE orders (\n  id int,\n  ${rule}, -- What is paid has an amount.\n  total int\n);`),
    sql(`CREATE TABLE orders (\n  id int,\n  /*\n   * What is paid\n   * has an amount.\n   */\n  ${rule}\n);`),
    sql(
      `ALTER TABLE orders ADD CONSTRAINT paid ${rule};\nCOMMENT ON CONSTRAINT paid ON orders IS 'What is paid has an amount.';`,
    ),
    sql(`ALTER TABLE orders ADD CONSTRAINT "Paid" ${rule};\n\nCOMMENT ON CONSTRAINT "Paid" ON orders IS 'x';`),
    sql(
      "CREATE UNIQUE INDEX one_open ON orders (user_id) WHERE paid_at IS NULL;\nCOMMENT ON INDEX one_open IS 'One cart at a time.';",
    ),
    sql('-- One cart at a time.\nCREATE UNIQUE INDEX one_open ON orders (user_id) WHERE paid_at IS NULL;'),
    sql('CREATE UNIQUE INDEX one_open ON orders (user_id)\n  WHERE paid_at IS NULL; -- One cart at a time.'),
    sql(
      '-- Search follows what is written.\nCREATE TRIGGER search BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION index_order();',
    ),
    inCode(`await queryRunner.query(\`ALTER TABLE orders
      -- What is paid has an amount.
      ADD CONSTRAINT paid ${rule}\`)`),
    inCode(
      `// What is paid has an amount.\n    await queryRunner.query('ALTER TABLE orders ADD CONSTRAINT paid ${rule}')`,
    ),

    // Plain
    sql('CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users (id), number text UNIQUE);'),
    sql('ALTER TABLE orders ADD CHECK (total > 0);'),
    sql('ALTER TABLE orders ADD CHECK ((total >= (0)::numeric));'),
    sql('ALTER TABLE orders ADD CHECK (ends_at > starts_at);'),
    sql('ALTER TABLE orders ADD CHECK (char_length(note) <= 500);'),
    sql("ALTER TABLE orders ADD CHECK (trim(note) <> '');"),
    sql('ALTER TABLE orders ADD CHECK (rating BETWEEN 1 AND 5);'),
    sql('ALTER TABLE orders ADD CHECK (rating >= 1 AND rating <= 5);'),
    sql('ALTER TABLE orders ADD CHECK (length(note) > 0 AND length(note) <= 500);'),
    sql('ALTER TABLE orders ADD CHECK (note IS NOT NULL);'),
    sql('ALTER TABLE orders ADD COLUMN quantity int NOT NULL DEFAULT 1 CHECK (quantity > 0);'),
    sql('CREATE INDEX open ON orders (user_id) WHERE paid_at IS NULL;'),
    sql('CREATE UNIQUE INDEX by_number ON orders (shop_id, number);'),
    sql('CREATE UNIQUE INDEX by_number ON orders (number DESC NULLS LAST) INCLUDE (total);'),
    sql('ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id) NOT DEFERRABLE;'),
    sql('ALTER TABLE orders DROP CONSTRAINT paid;'),
    // A text above the step, and what is first taken away
    sql(
      `-- Orders are paid or free:\n-- the shop gives nothing on credit.\n\nALTER TABLE orders ADD CONSTRAINT paid ${rule};`,
    ),
    sql(
      `-- Free orders have no date of payment.\nALTER TABLE orders DROP CONSTRAINT paid;\nALTER TABLE orders ADD CONSTRAINT paid ${rule};`,
    ),
    // What the function of a trigger is for is what the trigger is for.
    sql(
      '-- Search follows what is written.\nCREATE FUNCTION index_order() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;\n\nCREATE TRIGGER search BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION index_order();',
    ),
    sql('DROP TRIGGER search ON orders;'),
    // A list of values
    sql("ALTER TABLE orders ADD CHECK (status IN ('open', 'paid'));"),
    sql("ALTER TABLE orders ADD CHECK (status = ANY (ARRAY['open'::text, 'paid'::text]));"),
    sql("ALTER TABLE orders ADD CHECK (status = 'open' OR status = 'paid' OR status = 'gone');"),
    sql("ALTER TABLE orders ADD CHECK (status IS NULL OR status IN ('open', 'paid'));"),
    // Nobody can know.
    inCode('await queryRunner.query(`ALTER TABLE orders ADD CHECK (${condition})`)'),
    // No constraint of the application's tables
    sql(`CREATE TEMP TABLE work (id int, ${rule});`),
    sql(`SELECT 1; -- CHECK (a > 0 AND b > 0)`),
    // The way back to what has been explained
    sql(
      `-- migrate:up\nALTER TABLE orders DROP CONSTRAINT paid;\n-- migrate:down\nALTER TABLE orders ADD CONSTRAINT paid ${rule};`,
    ),
    {
      ...inCode(''),
      code: `exports.up = (knex) => knex.raw('ALTER TABLE orders DROP CONSTRAINT paid')
exports.down = (knex) => knex.raw('ALTER TABLE orders ADD CONSTRAINT paid ${rule}')`,
    },
    // What tools have made
    sql(`-- CreateTable\nCREATE TABLE "Order" (\n  id int,\n  ${rule}\n);`),
    sql('-- CreateIndex\nCREATE UNIQUE INDEX "Order_number" ON "Order" (number) WHERE paid_at IS NULL;'),
    sql(
      `CREATE TABLE orders (\n  id int,\n  CONSTRAINT "paid" ${rule}\n);\n--> statement-breakpoint\nCREATE TABLE users (id int);`,
    ),
    sql(`--\n-- PostgreSQL database dump\n--\n\nCREATE TABLE orders (id int, ${rule});`, 'db/structure.sql'),
    inCode(`await queryRunner.query('ALTER TABLE orders ADD CONSTRAINT "CHK_0123456789abcdef0123456789" ${rule}')`),
    // No migration
    { code: `await pool.query('ALTER TABLE orders ADD CONSTRAINT paid ${rule}')`, filename: 'src/tables.ts' },
    sql(`ALTER TABLE orders ADD CONSTRAINT paid ${rule};`, 'test/tables.sql'),
    // History
    {
      ...sql(`ALTER TABLE orders ADD CONSTRAINT paid ${rule};`),
      settings: { baseline: '0007_orders' },
    },
  ],
  invalid: [
    sql(`-- Orders\n\nALTER TABLE orders ADD «CONSTRAINT paid ${rule}»;`),
    sql(`-- Orders\nALTER TABLE orders ADD note text;\nALTER TABLE orders ADD «CONSTRAINT paid ${rule}»;`),
    // A rule of several columns, or of several comparisons
    sql(`ALTER TABLE orders ADD «CONSTRAINT paid ${rule}»;`),
    sql(`ALTER TABLE orders ADD «${rule}»;`),
    sql(`CREATE TABLE orders (\n  id int,\n  total int,\n  «${rule}»\n);`, 'db/schema.sql'),
    sql('CREATE TABLE orders (\n  total int «CHECK (total > 0 AND (total < credit OR vip))»,\n  credit int\n);'),
    sql('ALTER TABLE orders ADD «CHECK ((paid_at IS NULL) = (invoice IS NULL))»;'),
    sql('ALTER TABLE orders ADD «CHECK (num_nonnulls(card, iban) = 1)»;'),
    sql('ALTER TABLE orders ADD «CHECK (total = net + tax)»;'),
    sql('ALTER TABLE orders ADD «CHECK (card IS NOT NULL OR iban IS NOT NULL)»;'),
    sql("ALTER TABLE orders ADD «CHECK (number ~ '^[A-Z]{2}[0-9]{6}$')»;"),
    sql("ALTER TABLE orders ADD «CHECK (CASE WHEN kind = 'gift' THEN total = 0 ELSE true END)»;"),
    sql('ALTER TABLE orders ADD «CHECK (total > 0 AND total < 100 AND total <> 13)»;'),
    // What is joined is more than one comparison, if it is of one column.
    sql('ALTER TABLE orders ADD «CHECK (discount IS NULL OR discount > 0)»;'),
    sql('ALTER TABLE orders ADD COLUMN share int «CHECK (share IS NULL OR share BETWEEN 1 AND 100)»;'),
    sql('CREATE TABLE stamps (\n  mark text «CHECK (char_length(mark) = 4 AND mark = lower(mark))»\n);'),
    {
      ...sql("ALTER TABLE orders ADD «CHECK (status IN ('open', 'paid'))»;"),
      options: { values: true },
    },
    // Exclusions, partial and computed keys, triggers, what is checked late
    sql('ALTER TABLE bookings ADD «CONSTRAINT free EXCLUDE USING gist (room WITH =, during WITH &&)»;'),
    sql('«CREATE UNIQUE INDEX one_open» ON orders (user_id) WHERE paid_at IS NULL;'),
    sql('«CREATE UNIQUE INDEX CONCURRENTLY by_mail» ON users (lower(email));'),
    sql(
      'CREATE FUNCTION index_order() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;\n\n«CREATE TRIGGER search» BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION index_order();\nCREATE TRIGGER search BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION index_order();\n«CREATE TRIGGER count» BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION count_users();',
    ),
    sql('«CREATE TRIGGER search» BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION index_order();'),
    sql(
      'ALTER TABLE orders ADD «CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED»;',
    ),
    // A comment that is about something else, or says nothing
    sql(`-- Orders of the shop\n\nALTER TABLE orders ADD «CONSTRAINT paid ${rule}»;`),
    sql(`-- Orders of the shop\nCREATE TABLE orders (\n  id int,\n  «${rule}»\n);`),
    sql(`CREATE TABLE orders (\n  id int, -- by number\n  «${rule}»\n);`),
    sql(
      `-- migrate:up\nALTER TABLE orders ADD «CONSTRAINT paid ${rule}»;\n-- migrate:down\nALTER TABLE orders DROP CONSTRAINT paid;`,
    ),
    sql(`-- eslint-disable-next-line other/rule\nALTER TABLE orders ADD «CONSTRAINT paid ${rule}»;`),
    sql(
      `-- +goose StatementBegin\n«CREATE TRIGGER search» BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION index_order();`,
    ),
    sql(`--\nALTER TABLE orders ADD «CONSTRAINT paid ${rule}»;`),
    sql(`ALTER TABLE orders ADD «CONSTRAINT paid ${rule}»;\nCOMMENT ON CONSTRAINT free ON orders IS 'x';`),
    sql(
      `-- AddForeignKey\nALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (d);\n\nALTER TABLE orders ADD «CONSTRAINT paid ${rule}»;`,
    ),
    // One finding for each
    sql(`ALTER TABLE orders\r\n  ADD «CONSTRAINT a ${rule}»,\r\n  ADD «CONSTRAINT b CHECK (a > 0 OR b > 0)»;`),
    // SQL in migrations in code
    inCode(
      'const sql = `«CREATE UNIQUE INDEX one_open» ON orders (user_id) WHERE paid_at IS NULL`; await queryRunner.query(sql)',
    ),
    inCode(`await queryRunner.query('ALTER TABLE orders ADD «CONSTRAINT paid ${rule}»')`),
    inCode('await queryRunner.query(`«CREATE UNIQUE INDEX one_open» ON orders (user_id) WHERE paid_at IS NULL`)'),
    {
      code: "exports.up = (knex) => knex.raw('«CREATE UNIQUE INDEX by_mail» ON users (lower(email))')",
      filename: 'migrations/20240131120000_orders.js',
    },
  ],
})
