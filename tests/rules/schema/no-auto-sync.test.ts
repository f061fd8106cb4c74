import { testRule } from '../../support/test-rule.ts'

const strict = { additions: true }
const dev = { 'package.json': '{}' }

/** A `package.json` with these scripts. */
function scripts(given: Readonly<Record<string, string>>): string {
  return JSON.stringify({ name: 'app', scripts: given }, null, 2)
}

testRule('no-auto-sync', {
  valid: [
    // TypeORM
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: false })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', migrationsRun: true })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: process.env.NODE_ENV !== 'production' })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: process.env.NODE_ENV === 'test' })`,
    `import { DataSource } from 'typeorm'; const isDev = process.env.NODE_ENV === 'development'; new DataSource({ type: 'postgres', synchronize: isDev })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: process.env.DB_SYNC === 'true' })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: config.sync })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: ['development', 'test'].includes(process.env.NODE_ENV) })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', ...(isDev && { synchronize: true }) })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: true, ...overrides })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: true, ...{ synchronize: false } })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'sqlite', database: ':memory:', synchronize: true })`,
    `import { DataSource } from 'typeorm'; export const testDataSource = new DataSource({ type: 'postgres', synchronize: true })`,
    `import { DataSource } from 'typeorm'; const base = { type: 'mysql' as const, synchronize: true }; new DataSource({ ...base, synchronize: false })`,
    `module.exports = { development: { type: 'postgres', synchronize: true }, production: { type: 'postgres', synchronize: false } }`,
    `import { DataSource } from 'typeorm'; if (process.env.NODE_ENV === 'test') { new DataSource({ type: 'postgres', synchronize: true }) }`,
    {
      code: `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: true })`,
      filename: 'test/data-source.ts',
    },
    {
      code: `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: true })`,
      filename: 'src/config/database.dev.ts',
    },
    {
      code: `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: true })`,
      filename: 'src/seeds/run.ts',
    },
    // Other things that are called so.
    `import { Entity } from 'typeorm'; @Entity({ synchronize: true }) class User {}`,
    `const clock = { synchronize: true, interval: 5 }`,
    `clock.synchronize()`,
    `import { Queue } from './queue'; new Queue({ synchronize: true })`,
    `await dropbox.sync({ force: true })`,
    `export const options = { type: 'checkbox', synchronize: true }`,
    // Sequelize
    `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize(url); await sequelize.sync()`,
    `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize(url); await sequelize.sync({ force: false })`,
    `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize(url); await sequelize.sync({ alter: process.env.NODE_ENV === 'development' })`,
    `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize(url); if (process.env.NODE_ENV !== 'production') await sequelize.sync({ alter: true })`,
    `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize(url); if (reset) await sequelize.sync({ force: true })`,
    `import { Sequelize } from 'sequelize'; async function start(sequelize: Sequelize) { if (process.env.NODE_ENV === 'production') return; await sequelize.sync({ alter: true }) }`,
    `import { Sequelize } from 'sequelize'; async function resetDatabase(sequelize: Sequelize) { await sequelize.sync({ force: true }) }`,
    `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize('sqlite::memory:'); await sequelize.sync({ force: true })`,
    `import { Sequelize } from 'sequelize'; switch (process.env.NODE_ENV) { case 'test': await new Sequelize(url).sync({ force: true }) }`,
    {
      code: `import { sequelize } from '../models'; await sequelize.sync({ force: true })`,
      filename: 'scripts/reset.ts',
    },
    {
      code: `import { sequelize } from '../models'; await sequelize.sync({ force: true })`,
      filename: 'tests/setup.ts',
    },
    `import mongoose from 'mongoose'; mongoose.connect(url, { autoIndex: true })`,
    { code: `import mongoose from 'mongoose'; mongoose.connect(url, { autoIndex: false })`, options: strict },
    `import { User } from './user'; await User.syncIndexes()`,
    `import { SequelizeModule } from '@nestjs/sequelize'; SequelizeModule.forRoot({ dialect: 'postgres', synchronize: true })`,
    // MikroORM
    `import { MikroORM } from '@mikro-orm/postgresql'; const orm = await MikroORM.init({ ensureDatabase: true }); await orm.migrator.up()`,
    `import { MikroORM } from '@mikro-orm/postgresql'; const orm = await MikroORM.init({}); const sql = await orm.schema.getUpdateSchemaSQL()`,
    `import { updateSchema } from './graphql'; updateSchema()`,
    // Scripts
    {
      code: scripts({ 'db:push': 'prisma db push', dev: 'prisma db push && next dev', start: 'node .' }),
      filename: 'package.json',
    },
    {
      code: scripts({ start: 'prisma migrate deploy && node .', build: 'prisma generate && tsc' }),
      filename: 'package.json',
    },
    {
      code: scripts({ 'build:test': 'prisma db push', 'start:local': 'drizzle-kit push && node .' }),
      filename: 'package.json',
    },
    {
      code: scripts({ 'start:dev': 'npm run db:push && nest start', 'db:push': 'prisma db push' }),
      filename: 'package.json',
    },
    {
      code: scripts({ start: 'npm run migrate && node .', migrate: 'prisma migrate deploy' }),
      filename: 'package.json',
    },
    { code: scripts({ build: 'echo "run prisma db push"' }), filename: 'package.json' },
    { code: scripts({ start: 'NODE_ENV=test prisma db push && node .' }), filename: 'package.json' },
    { code: scripts({ start: 'docker compose up -d && prisma db push && node .' }), filename: 'package.json' },
    { code: scripts({ deploy: 'drizzle-kit migrate' }), filename: 'package.json' },
    { code: scripts({ build: 'mikro-orm schema:update --dump' }), filename: 'package.json' },
    { code: JSON.stringify({ description: 'start: prisma db push' }), filename: 'package.json' },
    {
      code: scripts({ start: 'prisma db push && node .' }),
      filename: 'package.json',
      project: { 'prisma/schema.prisma': 'datasource db {\n  provider = "mongodb"\n  url = env("URL")\n}\n' },
    },
    // Images, services and pipelines
    { code: 'FROM node:22\nRUN npx prisma generate\nCMD ["node", "."]\n', filename: 'Dockerfile' },
    {
      code: 'FROM node:22 AS dev\nCMD npx prisma db push && npm run dev\nFROM node:22\nCMD ["node", "."]\n',
      filename: 'Dockerfile',
    },
    { code: 'FROM node:22\nCMD npx prisma db push && npm run dev\n', filename: 'Dockerfile.dev' },
    { code: 'FROM node:22\n# RUN npx prisma db push\nCMD node .\n', filename: 'Dockerfile' },
    { code: 'services:\n  app:\n    command: npx prisma db push\n', filename: 'docker-compose.dev.yml' },
    {
      code: 'services:\n  app:\n    environment:\n      NODE_ENV: development\n    command: npx prisma db push\n',
      filename: 'docker-compose.yml',
    },
    { code: 'services:\n  test:\n    command: npx prisma db push\n', filename: 'docker-compose.yml' },
    {
      code: 'jobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npx prisma db push\n',
      filename: '.github/workflows/deploy.yml',
    },
    {
      code: 'jobs:\n  build:\n    services:\n      postgres:\n        image: postgres\n    steps:\n      - run: npx prisma db push\n',
      filename: '.github/workflows/release.yml',
    },
    { code: 'jobs:\n  build:\n    steps:\n      - run: npx prisma db push\n', filename: '.github/workflows/ci.yml' },
    {
      code: 'jobs:\n  deploy:\n    steps:\n      - name: Set up the test database\n        run: npx prisma db push\n',
      filename: '.github/workflows/deploy.yml',
    },
    {
      code: 'jobs:\n  deploy:\n    steps:\n      - run: npx prisma migrate deploy\n',
      filename: '.github/workflows/deploy.yml',
    },
    { code: 'deploy:\n  stage: test\n  script:\n    - npx prisma db push\n', filename: '.gitlab-ci.yml' },
    {
      code: '#!/bin/sh\nif [ "$NODE_ENV" = "development" ]; then\n  npx prisma db push\nfi\nexec "$@"\n',
      filename: 'entrypoint.sh',
    },
    { code: '#!/bin/sh\n[ "$NODE_ENV" = development ] && npx prisma db push\nexec "$@"\n', filename: 'entrypoint.sh' },
    {
      code: '#!/bin/sh\nif [ "$NODE_ENV" != development ]; then exit 0; fi\nnpx prisma db push\n',
      filename: 'entrypoint.sh',
    },
    { code: '#!/bin/sh\ncase "$1" in\n  push) npx prisma db push ;;\nesac\n', filename: 'entrypoint.sh' },
    { code: 'npx prisma db push\n', filename: 'scripts/setup.sh' },
    { code: 'npx prisma db push\n', filename: '.devcontainer/start.sh' },
    { code: 'dev: npx prisma db push\nweb: node .\n', filename: 'Procfile' },
    {
      code: 'FROM node:22\nCMD npm start\n',
      filename: 'Dockerfile',
      project: { 'package.json': scripts({ start: 'prisma db push && node .' }) },
    },
    { code: 'FROM node:22\nCMD npm run serve\n', filename: 'Dockerfile', project: dev },
  ],
  invalid: [
    // TypeORM
    {
      code: `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', «synchronize: true» })`,
      messages: ['option'],
      output: `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', synchronize: false })`,
    },
    {
      code: `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', «dropSchema: true» })`,
      suggestions: [[`import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', dropSchema: false })`]],
    },
    `import { DataSource } from 'typeorm'; const SYNC = true; new DataSource({ type: 'postgres', «synchronize: SYNC» })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', «synchronize: process.env.NODE_ENV === 'production'» })`,
    `import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', «synchronize: process.env.NODE_ENV !== 'test'» })`,
    `import { DataSource } from 'typeorm'; const inProduction = process.env.NODE_ENV === 'production'; new DataSource({ type: 'postgres', ...(inProduction && { «dropSchema: !0» }) })`,
    {
      code: `import { DataSource, type DataSourceOptions } from 'typeorm'; export const options: DataSourceOptions = { type: 'postgres', «synchronize: true» }`,
      output: `import { DataSource, type DataSourceOptions } from 'typeorm'; export const options: DataSourceOptions = { type: 'postgres', synchronize: false }`,
    },
    {
      code: `import type { DataSourceOptions } from 'typeorm'; export default { url, «synchronize: true» } satisfies DataSourceOptions`,
      output: `import type { DataSourceOptions } from 'typeorm'; export default { url, synchronize: false } satisfies DataSourceOptions`,
    },
    {
      code: `import { DataSource } from 'typeorm'; const options = { url, «synchronize: true» }; export const source = new DataSource({ ...options, type: 'postgres' })`,
      output: `import { DataSource } from 'typeorm'; const options = { url, synchronize: false }; export const source = new DataSource({ ...options, type: 'postgres' })`,
    },
    {
      code: `import { DataSource } from 'typeorm'; let source; if (!source) source = new DataSource({ url, «synchronize: true» })`,
      output: `import { DataSource } from 'typeorm'; let source; if (!source) source = new DataSource({ url, synchronize: false })`,
    },
    {
      code: `import { createConnection } from 'typeorm'; createConnection({ url, «synchronize: true» }).then(start)`,
      output: `import { createConnection } from 'typeorm'; createConnection({ url, synchronize: false }).then(start)`,
    },
    {
      code: `import { TypeOrmModule } from '@nestjs/typeorm'; @Module({ imports: [TypeOrmModule.forRoot({ url, autoLoadEntities: true, «synchronize: true» })] }) class AppModule {}`,
      output: `import { TypeOrmModule } from '@nestjs/typeorm'; @Module({ imports: [TypeOrmModule.forRoot({ url, autoLoadEntities: true, synchronize: false })] }) class AppModule {}`,
    },
    {
      code: `import { TypeOrmModule } from '@nestjs/typeorm'; TypeOrmModule.forRootAsync({ inject: [ConfigService], useFactory: (config: ConfigService) => ({ url: config.get('URL'), «synchronize: true» }) })`,
      output: `import { TypeOrmModule } from '@nestjs/typeorm'; TypeOrmModule.forRootAsync({ inject: [ConfigService], useFactory: (config: ConfigService) => ({ url: config.get('URL'), synchronize: false }) })`,
    },
    {
      code: `import { TypeOrmModule } from '@nestjs/typeorm'; TypeOrmModule.forRootAsync({ useFactory: async () => { return { url, «synchronize: true» } } })`,
      output: `import { TypeOrmModule } from '@nestjs/typeorm'; TypeOrmModule.forRootAsync({ useFactory: async () => { return { url, synchronize: false } } })`,
    },
    {
      code: `import type { TypeOrmOptionsFactory } from '@nestjs/typeorm'; class Options implements TypeOrmOptionsFactory { createTypeOrmOptions() { return { url, «synchronize: true» } } }`,
      output: `import type { TypeOrmOptionsFactory } from '@nestjs/typeorm'; class Options implements TypeOrmOptionsFactory { createTypeOrmOptions() { return { url, synchronize: false } } }`,
    },
    {
      code: `import { TypeOrmModuleOptions } from '@nestjs/typeorm'; export const database = registerAs('database', (): TypeOrmModuleOptions => ({ url, «synchronize: true» }))`,
      output: `import { TypeOrmModuleOptions } from '@nestjs/typeorm'; export const database = registerAs('database', (): TypeOrmModuleOptions => ({ url, synchronize: false }))`,
    },
    {
      code: `module.exports = { type: 'postgres', entities: ['dist/**/*.entity.js'], «synchronize: true» }`,
      filename: 'ormconfig.js',
      output: `module.exports = { type: 'postgres', entities: ['dist/**/*.entity.js'], synchronize: false }`,
    },
    `import { DataSource } from 'typeorm'; async function start(source: DataSource) { await source.«synchronize()» }`,
    `import { AppDataSource } from './data-source'; AppDataSource.initialize().then(() => AppDataSource.«synchronize(true)»)`,
    // Sequelize
    {
      code: `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize(url); await sequelize.«sync({ force: true })»`,
      messages: ['call'],
    },
    `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize(url); await sequelize.«sync({ alter: { drop: false } })»`,
    `import { Sequelize } from 'sequelize'; const options = { alter: true }; await new Sequelize(url).«sync(options)»`,
    `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize(url, { «sync: { force: true }» })`,
    `import { Model } from 'sequelize'; class User extends Model {} await User.«sync({ alter: true })»`,
    `import { sequelize } from './models'; await sequelize.«sync({ force: true })»`,
    `import db from './models'; db.sequelize.«sync({ alter: true })».then(listen)`,
    {
      code: `import { User } from './models'; await User.«sync({ alter: true })»`,
      project: { 'package.json': '{ "dependencies": { "sequelize": "6" } }' },
    },
    {
      code: `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize(url); await sequelize.«sync()»`,
      options: strict,
      messages: ['adds'],
    },
    {
      code: `import { SequelizeModule } from '@nestjs/sequelize'; SequelizeModule.forRoot({ dialect: 'postgres', «synchronize: true» })`,
      options: strict,
      output: `import { SequelizeModule } from '@nestjs/sequelize'; SequelizeModule.forRoot({ dialect: 'postgres', synchronize: false })`,
    },
    `import { SequelizeModule } from '@nestjs/sequelize'; SequelizeModule.forRootAsync({ useFactory: () => ({ dialect: 'postgres', «sync: { alter: true }» }) })`,
    `import { Sequelize } from 'sequelize-typescript'; const database = new Sequelize(url); await database.«sync({ force: true })»`,
    // Mongoose
    {
      code: `import mongoose from 'mongoose'; mongoose.connect(url, { «autoIndex: true» })`,
      options: strict,
      messages: ['adds'],
      suggestions: [[`import mongoose from 'mongoose'; mongoose.connect(url, { autoIndex: false })`]],
    },
    { code: `import { User } from './user'; await User.«syncIndexes()»`, options: strict, messages: ['adds'] },
    // MikroORM
    `import { MikroORM } from '@mikro-orm/postgresql'; const orm = await MikroORM.init({}); await orm.schema.«updateSchema()»`,
    `import { MikroORM } from '@mikro-orm/core'; const orm = await MikroORM.init({}); await orm.getSchemaGenerator().«refreshDatabase()»`,
    `import { MikroORM } from '@mikro-orm/core'; const orm = await MikroORM.init({}); const generator = orm.getSchemaGenerator(); await generator.«createSchema()»`,
    `import { orm } from './orm'; await orm.schema.«ensureDatabase()»`,
    `import { defineConfig } from '@mikro-orm/postgresql'; export default defineConfig({ dbName: 'app', «ensureDatabase: { create: true }» })`,
    // Scripts
    { code: scripts({ start: '«prisma db push» && node .' }), filename: 'package.json', messages: ['command'] },
    { code: scripts({ start: 'npx «prisma db push» --accept-data-loss; node .' }), filename: 'package.json' },
    {
      code: scripts({ build: 'prisma generate && «prisma --schema db/schema.prisma db push» && next build' }),
      filename: 'package.json',
    },
    { code: scripts({ postinstall: 'dotenv -e .env -- pnpm exec «drizzle-kit push:pg»' }), filename: 'package.json' },
    { code: scripts({ 'deploy:prod': "sh -c '«drizzle-kit push» && node dist'" }), filename: 'package.json' },
    {
      code: scripts({ 'start:prod': '«typeorm-ts-node-commonjs schema:sync» -d src/data-source.ts && node dist/main' }),
      filename: 'package.json',
    },
    {
      code: scripts({
        prestart: 'node --require ts-node/register ./node_modules/«typeorm/cli.js schema:sync»',
      }).replace('./node_modules/«', '«./node_modules/'),
      filename: 'package.json',
    },
    { code: scripts({ 'heroku-postbuild': '«sequelize db:sync»' }), filename: 'package.json' },
    { code: scripts({ release: '«mikro-orm schema:update» --run' }), filename: 'package.json' },
    { code: scripts({ 'db:deploy': '«mikro-orm schema:fresh» -r' }), filename: 'package.json' },
    {
      code: scripts({ start: '«npm run db:push» && node .', 'db:push': 'prisma db push' }),
      filename: 'package.json',
      messages: ['script'],
    },
    {
      code: scripts({ build: 'run-s generate «push»', push: 'npx drizzle-kit push', generate: 'x' }),
      filename: 'package.json',
    },
    {
      code: scripts({ deploy: '«yarn db» && node .', db: 'yarn push', push: 'prisma db push' }),
      filename: 'package.json',
    },
    // Images, services and pipelines
    { code: 'FROM node:22\nRUN npm ci && npx «prisma db push»\nCMD ["node", "."]\n', filename: 'Dockerfile' },
    { code: 'FROM node:22\nCMD npx «prisma db push» && \\\n  node .\n', filename: 'Dockerfile' },
    { code: 'FROM node:22\nENTRYPOINT ["sh", "-c", "npx «prisma db push» && node ."]\n', filename: 'Dockerfile.api' },
    { code: 'FROM node:22\nCMD ["npx", "«prisma", "db", "push»"]\n', filename: 'Dockerfile' },
    {
      code: 'FROM node:22 AS test\nRUN npx prisma db push\nFROM node:22 AS runner\nRUN npx «prisma db push»\n',
      filename: 'Dockerfile',
    },
    { code: 'FROM node:22\nRUN <<EOF\nnpm ci\nnpx «drizzle-kit push»\nEOF\nCMD node .\n', filename: 'Dockerfile' },
    {
      code: 'FROM node:22\nCMD «npm run db:push» && node .\n',
      filename: 'Dockerfile',
      project: { 'package.json': scripts({ 'db:push': 'prisma db push', start: 'node .' }) },
      messages: ['script'],
    },
    {
      code: 'services:\n  app:\n    image: app\n    command: sh -c "npx «prisma db push» && node ."\n',
      filename: 'docker-compose.yml',
    },
    { code: 'services:\n  app:\n    command: ["npx", "«prisma", "db", "push»"]\n', filename: 'compose.yaml' },
    {
      code: 'services:\n  app:\n    entrypoint:\n      - npx\n      - «drizzle-kit\n      - push»\n',
      filename: 'docker-compose.prod.yml',
    },
    {
      code: 'name: Deploy\njobs:\n  run:\n    steps:\n      - uses: actions/checkout@v4\n      - run: |\n          npm ci\n          npx «prisma db push»\n',
      filename: '.github/workflows/main.yml',
    },
    {
      code: 'jobs:\n  deploy:\n    environment: production\n    steps:\n      - name: Push\n        run: npx «prisma db push» --accept-data-loss\n',
      filename: '.github/workflows/ci.yml',
    },
    {
      code: 'deploy:\n  stage: deploy\n  script:\n    - npm ci\n    - npx «prisma db push»\n',
      filename: '.gitlab-ci.yml',
    },
    {
      code: 'version: 2.1\njobs:\n  deploy:\n    docker:\n      - image: cimg/node:22.0\n    steps:\n      - checkout\n      - run:\n          name: Push\n          command: npx «drizzle-kit push»\n',
      filename: '.circleci/config.yml',
    },
    {
      code: '#!/bin/sh\nset -e\nif [ -z "$DATABASE_URL" ]; then echo missing; exit 1; fi\nnpx «prisma db push» --skip-generate\nexec node .\n',
      filename: 'docker/entrypoint.sh',
    },
    { code: '#!/bin/sh\nuntil npx «prisma db push»; do sleep 1; done\nexec "$@"\n', filename: 'docker-entrypoint.sh' },
    { code: 'release: npx «prisma db push»\nweb: node .\n', filename: 'Procfile' },
  ],
})
