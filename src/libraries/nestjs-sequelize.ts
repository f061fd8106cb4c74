import type { Library } from './library.ts'

export const nestjsSequelize: Library = {
  package: '@nestjs/sequelize',
  rows: [
    { call: 'SequelizeModule.forRoot', accepts: { type: 'SequelizeModuleOptions' } },
    { call: 'SequelizeModule.forRootAsync', accepts: { type: 'SequelizeModuleAsyncOptions' } },
    { on: 'SequelizeModuleAsyncOptions', call: 'useFactory', makes: 'SequelizeModuleOptions' },
    { on: 'SequelizeModuleOptions', set: 'synchronize', role: 'schema.sync', extent: 'adds', fixable: true },
    {
      on: 'SequelizeModuleOptions',
      set: 'sync',
      role: 'schema.sync',
      extent: 'adds',
      options: ['force', 'alter'],
    },
  ],
}
