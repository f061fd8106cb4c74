import { testRule, type Case, type InvalidCase } from '../../support/test-rule.ts'

const sql = (code: string, filename = 'db/migrations/0007_roles.sql'): Case & InvalidCase => ({ code, filename })
const file = (filename: string, code: string): Case & InvalidCase => ({ code, filename })
const code = (text: string, filename = 'src/db.ts'): Case & InvalidCase => ({ code: text, filename })

testRule('no-broad-grants', {
  valid: [
    // What is needed
    sql('GRANT SELECT, INSERT, UPDATE ON orders TO shop_api;'),
    sql('GRANT USAGE ON SCHEMA shop TO shop_api;'),
    sql('GRANT SELECT ON ALL TABLES IN SCHEMA shop TO reporting;'),
    sql('GRANT CONNECT ON DATABASE shop TO shop_api;'),
    sql('GRANT reader TO shop_api;'),
    sql('GRANT ALL ON TABLE orders TO shop_api;'),
    sql("CREATE ROLE shop_api LOGIN PASSWORD 'superuser' NOSUPERUSER NOCREATEROLE;"),
    sql('ALTER ROLE shop_api SET statement_timeout = 5000;'),
    sql('CREATE USER shop_api WITH CREATEDB;'),
    sql("CREATE DEFINER = 'shop'@'localhost' VIEW paid AS SELECT id FROM orders;"),
    // Taken away
    sql('REVOKE ALL ON SCHEMA public FROM PUBLIC;'),
    sql('REVOKE ALL PRIVILEGES ON DATABASE shop FROM shop_api;'),
    sql('ALTER ROLE shop_api NOSUPERUSER;'),
    sql('CREATE ROLE shop_migrator LOGIN CREATEROLE;'),
    sql('ALTER ROLE postgres SUPERUSER;'),
    // For the roles that own or change the tables
    sql('GRANT ALL ON SCHEMA shop TO shop_owner;'),
    sql('GRANT ALL ON SCHEMA shop TO "Shop Owner";'),
    sql('GRANT ALL PRIVILEGES ON DATABASE shop TO migrator, postgres;'),
    // Not SQL that runs
    sql('-- GRANT ALL ON DATABASE shop TO shop_api;\nSELECT 1;'),
    sql("SELECT 'GRANT ALL ON DATABASE shop TO shop_api';"),
    code("const help = 'Grant all users access to the database'"),
    code("throw new Error('grant all on database first')"),
    // For the machine of a developer, and for tests
    sql('GRANT ALL ON DATABASE shop TO shop_api;', 'docker/postgres/init.sql'),
    sql('GRANT ALL ON DATABASE shop TO shop_api;', 'docker-entrypoint-initdb.d/01-users.sql'),
    sql('GRANT ALL ON DATABASE shop TO shop_api;', 'db/init.sql'),
    sql('GRANT ALL ON DATABASE shop TO shop_api;', 'db/dev/users.sql'),
    sql('CREATE ROLE tester SUPERUSER;', 'test/roles.sql'),
    // A dump is what was there.
    sql('-- MySQL dump 10.13\nCREATE DEFINER=`root`@`localhost` VIEW paid AS SELECT id FROM orders;', 'db/dump.sql'),
    { ...sql('GRANT ALL ON DATABASE shop TO shop_api;'), settings: { baseline: '0007_roles' } },

    // Users: one of its own, or nobody knows which
    file(
      'docker-compose.prod.yml',
      'services:\n  api:\n    environment:\n      DATABASE_URL: postgres://shop_api:x@db/shop\n',
    ),
    file('docker-compose.prod.yml', 'services:\n  api:\n    environment:\n      DB_USER: ${DB_USER}\n'),
    file(
      'docker-compose.prod.yml',
      'services:\n  api:\n    environment:\n      # DB_USER: postgres\n      DB_USER: shop_api\n',
    ),
    file(
      'docker-compose.prod.yml',
      'services:\n  db:\n    environment:\n      POSTGRES_USER: postgres\n  api:\n    environment:\n      DATABASE_URL: postgres://shop_api:x@db/shop\n',
    ),
    file(
      'docker-compose.prod.yml',
      'services:\n  db:\n    image: postgres\n    user: root\n    healthcheck:\n      test: pg_isready -U postgres\n',
    ),
    file('.env.production', 'ADMIN_USER=admin\nDATABASE_URL="postgres://shop_api:x@db.acme.io/shop"\n'),
    // Local
    file(
      'docker-compose.yml',
      'services:\n  api:\n    environment:\n      DATABASE_URL: postgres://postgres:postgres@db/shop\n',
    ),
    file('docker-compose.dev.yml', 'services:\n  api:\n    environment:\n      DB_USER: postgres\n'),
    file('.github/workflows/test.yml', 'env:\n  DATABASE_URL: postgres://postgres:postgres@localhost:5432/test\n'),
    file('Dockerfile', 'ENV DATABASE_URL=postgres://postgres:postgres@localhost:5432/build\n'),
    file('package.json', '{ "scripts": { "dev": "DATABASE_URL=postgres://postgres:postgres@localhost/shop node ." } }'),
    code("export const url = process.env.DATABASE_URL ?? 'postgres://postgres:postgres@localhost:5432/shop'"),
    code("export const url = 'postgres://postgres:postgres@db:5432/shop'"),
    code('export const url = `postgres://postgres:${password}@${host}:5432/shop`'),
    code(
      "export const help = 'Use postgres://root:password@db.example.com/shop or postgres://postgres:x@your-host.com/shop'",
    ),
    code("export const pool = new Pool({ user: 'postgres', host: 'localhost', database: 'shop' })"),
    code("export const pool = new Pool({ user: 'postgres', host: 'db.acme.io' })", 'test/db.ts'),
    code(
      "export default { development: { username: 'root', host: 'localhost', dialect: 'mysql' } }",
      'config/config.ts',
    ),
    code("export default { production: { username: 'admin', password: secret } }", 'config/config.ts'),
  ],
  invalid: [
    // Everything
    { ...sql('GRANT «ALL PRIVILEGES ON DATABASE shop» TO shop_api;'), messages: ['all'] },
    sql('grant «all on schema public» to shop_api;'),
    sql('GRANT «ALL ON ALL TABLES IN SCHEMA shop» TO shop_api, shop_owner;'),
    sql('GRANT «ALL PRIVILEGES ON ALL SEQUENCES IN SCHEMA shop» TO shop_api;'),
    sql("GRANT «ALL PRIVILEGES ON *.*» TO 'shop'@'%' WITH GRANT OPTION;"),
    sql("GRANT «ALL ON shop.*» TO 'shop'@'%';"),
    sql('CREATE TABLE orders (id int);\r\nGRANT «ALL ON DATABASE shop» TO shop_api;\r\n'),
    sql('GRANT «ALL ON DATABASE shop» TO PUBLIC;'),
    // Everyone
    { ...sql('GRANT SELECT ON orders TO «PUBLIC»;'), messages: ['public'] },
    sql('GRANT EXECUTE ON FUNCTION total(int) TO shop_api, «public»;'),
    // Powers
    { ...sql('CREATE ROLE shop_api LOGIN «SUPERUSER»;'), messages: ['attribute'] },
    sql("ALTER USER shop_api WITH «CREATEROLE» PASSWORD 'x';"),
    sql('CREATE USER shop_api «BYPASSRLS»;'),
    sql('CREATE ROLE guest NOLOGIN;\nCREATE ROLE shop_owner LOGIN «SUPERUSER»;'),
    { ...sql('GRANT «rds_superuser» TO shop_api;'), messages: ['superuser'] },
    { ...sql("CREATE DEFINER = «'root'»@'localhost' PROCEDURE pay() BEGIN SELECT 1; END;"), messages: ['definer'] },
    sql('CREATE DEFINER=«`root`»@`%` VIEW paid AS SELECT id FROM orders;'),
    // Where a name says that it is for production after all
    sql('GRANT «ALL ON DATABASE shop» TO shop_api;', 'docker/production/init.sql'),
    sql('GRANT «ALL ON DATABASE shop» TO shop_api;', 'db/migrations/001_init.sql'),
    // In code
    code("await queryRunner.query('GRANT «ALL ON SCHEMA shop» TO shop_api')", 'src/migrations/1706702400000-Roles.ts'),
    code('await client.query(`GRANT «ALL PRIVILEGES ON DATABASE »${name} TO ${user}`)'),
    code("const grant = 'ALTER ROLE shop_api «SUPERUSER»'\nawait pool.query(grant)"),

    // Users of production
    {
      ...file(
        'docker-compose.prod.yml',
        'services:\n  api:\n    environment:\n      DATABASE_URL: postgres://«postgres»:secret@db:5432/shop\n',
      ),
      messages: ['user'],
    },
    file('deploy/production/compose.yaml', 'services:\n  api:\n    environment:\n      - DB_USERNAME=«root»\n'),
    file('docker-compose.production.yml', 'services:\n  db:\n    environment:\n      POSTGRES_USER: «postgres»\n'),
    file('.env.production', 'DATABASE_URL="mysql://«root»:secret@db/shop"\nDIRECT_URL="mysql://root:secret@db/shop"\n'),
    file('.env.production', 'PORT=3000\nPGUSER=«postgres»\n'),
    file('.env.production', 'DATABASE_USER="«admin»"\r\nPORT=3000\r\n'),
    file('.env.prod', 'MSSQL="Server=db;Database=shop;User Id=«sa»;Password=x"\n'),
    // On a machine elsewhere
    file(
      '.github/workflows/deploy.yml',
      'env:\n  DATABASE_URL: postgresql://«postgres»:x@shop.abc.eu-west-1.rds.amazonaws.com:5432/shop\n',
    ),
    file('Dockerfile', 'ENV DATABASE_URL=postgres://«postgres»:x@db.acme.io/shop\n'),
    code("export const pool = new Pool({ connectionString: 'postgres://«postgres»:x@db.acme.io:5432/shop' })"),
    code("export const url = 'postgres://«postgres»:x@prod-db:5432/shop'"),
    code('export const url = `mysql://«root»:${password}@db.acme.io/shop`'),
    code("export const database = { username: «'postgres'», host: process.env.DB_HOST }", 'config/production.ts'),
    code("module.exports = { production: { username: «'root'», host: 'db', dialect: 'mysql' } }", 'config/config.js'),
  ],
})
