/** A history of migrations as a tool lays it out. */
export interface HistoryCase {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  /** What the tool runs, in order, where that is not the files as they are written here. */
  readonly runs?: readonly string[]
}

const prisma: HistoryCase = {
  name: 'Prisma: a folder for each migration',
  files: {
    'prisma/migrations/20240102030405_init/migration.sql': `
      -- CreateEnum
      CREATE TYPE "Role" AS ENUM ('ADMIN', 'USER');
      -- CreateTable
      CREATE TABLE "User" (
          "id" SERIAL NOT NULL,
          "email" TEXT NOT NULL,
          "role" "Role" NOT NULL DEFAULT 'USER',
          "tags" TEXT[],
          "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
          CONSTRAINT "User_pkey" PRIMARY KEY ("id")
      );
      CREATE TABLE "Post" (
          "id" TEXT NOT NULL,
          "authorId" INTEGER NOT NULL,
          "reviewerId" INTEGER,
          "price" DECIMAL(10,2),
          CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
      );
      CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
      ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
      ALTER TABLE "Post" ADD CONSTRAINT "Post_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;`,
    'prisma/migrations/20240202030405_rename/migration.sql': `
      ALTER TABLE "User" RENAME TO "Account";
      ALTER TABLE "Account" RENAME CONSTRAINT "User_pkey" TO "Account_pkey";
      ALTER INDEX "User_email_key" RENAME TO "Account_email_key";
      ALTER TABLE "Post" RENAME COLUMN "authorId" TO "accountId";
      CREATE INDEX "Post_accountId_idx" ON "Post"("accountId" DESC);`,
    'prisma/migrations/20240302030405_drop/migration.sql': `
      /*
        Warnings:
        - You are about to drop the column \`tags\` on the \`Account\` table.
      */
      ALTER TABLE "Account" DROP COLUMN "tags",
      ADD COLUMN     "name" VARCHAR(40),
      ALTER COLUMN "email" DROP NOT NULL,
      ALTER COLUMN "createdAt" SET DATA TYPE TIMESTAMPTZ(6);`,
  },
}

const drizzle: HistoryCase = {
  name: 'Drizzle: constraints in blocks that run on their own',
  files: {
    'drizzle/0000_quiet_hulk.sql': `
CREATE TABLE IF NOT EXISTS "orders" (
	"id" serial PRIMARY KEY NOT NULL,
	"user_id" integer NOT NULL,
	"note" text DEFAULT 'none' NOT NULL,
	"made_at" timestamp with time zone DEFAULT now(),
	CONSTRAINT "orders_note_unique" UNIQUE("note")
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "users" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" varchar(256)
);
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;`,
    'drizzle/0001_loud_thor.sql': `
ALTER TABLE "users" ADD COLUMN "parent_id" integer;--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "users" ADD CONSTRAINT "users_parent_id_users_id_fk" FOREIGN KEY ("parent_id") REFERENCES "users"("id");
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "orders_user_idx" ON "orders" USING btree ("user_id");`,
  },
}

const dbmate: HistoryCase = {
  name: 'dbmate: both ways in one file',
  files: {
    'db/migrations/20240101000000_users.sql':
      '-- migrate:up\nCREATE TABLE users (id bigserial PRIMARY KEY, name text UNIQUE);\n\n-- migrate:down\nDROP TABLE users;\n',
    'db/migrations/20240102000000_orders.sql':
      '-- migrate:up transaction:false\nCREATE TABLE orders (id bigint, user_id bigint REFERENCES users, PRIMARY KEY (id));\nCREATE INDEX CONCURRENTLY ON orders (user_id);\n-- migrate:down\nDROP TABLE orders;\n',
  },
  runs: [
    'CREATE TABLE users (id bigserial PRIMARY KEY, name text UNIQUE)',
    'CREATE TABLE orders (id bigint, user_id bigint REFERENCES users, PRIMARY KEY (id))',
    'CREATE INDEX ON orders (user_id)',
  ],
}

const goose: HistoryCase = {
  name: 'goose: statements that hold semicolons',
  files: {
    'migrations/00001_users.sql': `-- +goose Up
CREATE TABLE users (id int PRIMARY KEY, at timestamptz);
-- +goose StatementBegin
CREATE FUNCTION touch() RETURNS trigger AS $$
BEGIN
  ALTER TABLE users ADD COLUMN never int;
  RETURN new;
END;
$$ LANGUAGE plpgsql;
-- +goose StatementEnd
-- +goose Down
DROP TABLE users;`,
    'migrations/00002_name.sql': `-- +goose Up
ALTER TABLE users ADD name varchar(20) NOT NULL DEFAULT '';
-- +goose Down
ALTER TABLE users DROP COLUMN name;`,
  },
  runs: [
    `CREATE TABLE users (id int PRIMARY KEY, at timestamptz);
     CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN ALTER TABLE users ADD COLUMN never int; RETURN new; END; $$ LANGUAGE plpgsql;`,
    "ALTER TABLE users ADD name varchar(20) NOT NULL DEFAULT ''",
  ],
}

const numbered: HistoryCase = {
  name: 'golang-migrate: up and down, numbers without zeros',
  files: {
    'migrations/1_users.up.sql': 'CREATE TABLE users (id uuid PRIMARY KEY);',
    'migrations/2_orders.up.sql': 'CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid REFERENCES users (id));',
    'migrations/10_index.up.sql': 'CREATE INDEX ON orders (user_id);',
    'migrations/1_users.down.sql': 'DROP TABLE users;',
    'migrations/2_orders.down.sql': 'DROP TABLE orders;',
    'migrations/10_index.down.sql': 'DROP INDEX orders_user_id_idx;',
  },
  runs: [
    'CREATE TABLE users (id uuid PRIMARY KEY); CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid REFERENCES users (id)); CREATE INDEX ON orders (user_id)',
  ],
}

const flyway: HistoryCase = {
  name: 'Flyway: versions, what undoes them, what is repeated',
  files: {
    'db/migration/V1__users.sql': 'CREATE TABLE users (id int PRIMARY KEY, name text);',
    'db/migration/V1.2__orders.sql': 'CREATE TABLE orders (user_id int REFERENCES users);',
    'db/migration/V1.10__rename.sql': 'ALTER TABLE orders RENAME TO sales;',
    'db/migration/V2__column.sql': 'ALTER TABLE sales ADD COLUMN total numeric;',
    'db/migration/R__views.sql': 'CREATE OR REPLACE VIEW totals AS SELECT total FROM sales;',
    'db/migration/U2__column.sql': 'ALTER TABLE sales DROP COLUMN total;',
  },
  runs: [
    'CREATE TABLE users (id int PRIMARY KEY, name text); CREATE TABLE orders (user_id int REFERENCES users); ALTER TABLE orders RENAME TO sales; ALTER TABLE sales ADD COLUMN total numeric',
  ],
}

const supabase: HistoryCase = {
  name: 'Supabase: names as pg_dump writes them',
  files: {
    'supabase/migrations/20240101000000_remote.sql': `
CREATE SCHEMA IF NOT EXISTS "private";
CREATE TABLE IF NOT EXISTS "public"."profiles" (
    "id" "uuid" DEFAULT "gen_random_uuid"() NOT NULL,
    "team_id" bigint,
    "bio" character varying(200) COLLATE "C",
    "age" smallint,
    CONSTRAINT "age_check" CHECK (("age" > 0))
);
CREATE TABLE IF NOT EXISTS "private"."teams" ("id" bigint NOT NULL, "slug" "text");
ALTER TABLE "private"."teams" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME "private"."teams_id_seq"
);
ALTER TABLE ONLY "public"."profiles" ADD CONSTRAINT "profiles_pkey" PRIMARY KEY ("id");
ALTER TABLE ONLY "private"."teams" ADD CONSTRAINT "teams_pkey" PRIMARY KEY ("id");
ALTER TABLE ONLY "public"."profiles"
    ADD CONSTRAINT "profiles_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "private"."teams"("id") NOT VALID;
CREATE UNIQUE INDEX teams_slug ON private.teams USING btree (lower(slug)) WHERE (slug IS NOT NULL);
ALTER TABLE "public"."profiles" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "public"."profiles" FOR SELECT USING (true);`,
  },
}

const names: HistoryCase = {
  name: 'names that nobody gave',
  files: {
    'migrations/1.sql': `
CREATE TABLE a_table_with_a_name_that_is_almost_too_long_for_it (id int PRIMARY KEY, a_column_with_a_long_name_too int UNIQUE, UNIQUE (id, a_column_with_a_long_name_too));
CREATE TABLE b (id int, a int REFERENCES a_table_with_a_name_that_is_almost_too_long_for_it, c int, UNIQUE (a), UNIQUE (c, a));
CREATE INDEX ON b (c);
CREATE INDEX ON b (c);
CREATE INDEX ON b (lower('x'), c);
ALTER TABLE b ADD UNIQUE (c);
ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES a_table_with_a_name_that_is_almost_too_long_for_it (id);
ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES a_table_with_a_name_that_is_almost_too_long_for_it (id);`,
    'migrations/2.sql': `
ALTER TABLE b DROP CONSTRAINT b_c_fkey;
DROP INDEX b_c_idx1;
ALTER TABLE b DROP CONSTRAINT b_a_key, DROP CONSTRAINT IF EXISTS nothing;
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ready ON b (id);
ALTER TABLE b ADD CONSTRAINT b_ready UNIQUE USING INDEX ready;`,
  },
  runs: [],
}

const partitions: HistoryCase = {
  name: 'what comes from elsewhere',
  files: {
    'migrations/1.sql': `
CREATE TEMP TABLE scratch (id int);
CREATE TABLE events (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX ON events (at);
DROP TABLE IF EXISTS nothing;
CREATE TABLE gone (id int PRIMARY KEY);
CREATE TABLE held (gone_id int REFERENCES gone, other int);
DROP TABLE gone CASCADE;
ALTER TABLE held DROP COLUMN gone_id, ADD gone_id bigint;
CREATE SCHEMA archive;
ALTER TABLE held SET SCHEMA archive;
ALTER TABLE archive.held RENAME TO kept;
CREATE TABLE held (id int PRIMARY KEY, same int UNIQUE, UNIQUE (same), CONSTRAINT again UNIQUE (id));
DROP INDEX IF EXISTS held_pkey1;`,
  },
}

export const histories: readonly HistoryCase[] = [
  prisma,
  drizzle,
  dbmate,
  goose,
  numbered,
  flyway,
  supabase,
  { ...names, runs: Object.values(names.files).flatMap((text) => text.replace(' CONCURRENTLY', '')) },
  partitions,
]
