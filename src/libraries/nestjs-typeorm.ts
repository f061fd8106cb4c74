import type { Library } from './library.ts'

export const nestjsTypeorm: Library = {
  package: '@nestjs/typeorm',
  rows: [
    { call: 'TypeOrmModule.forRoot', accepts: { type: 'TypeOrmModuleOptions' } },
    { call: 'TypeOrmModule.forRootAsync', accepts: { type: 'TypeOrmModuleAsyncOptions' } },
    { on: 'TypeOrmModuleAsyncOptions', call: 'useFactory', makes: 'TypeOrmModuleOptions' },
    { on: 'TypeOrmOptionsFactory', call: 'createTypeOrmOptions', makes: 'TypeOrmModuleOptions' },
    { on: 'TypeOrmModuleOptions', set: 'synchronize', role: 'schema.sync', extent: 'alters', fixable: true },
    { on: 'TypeOrmModuleOptions', set: 'password', role: 'secret.use', secret: 'value', variable: 'DATABASE_PASSWORD' },
    { on: 'TypeOrmModuleOptions', set: 'dropSchema', role: 'schema.sync', extent: 'alters' },
  ],
}
