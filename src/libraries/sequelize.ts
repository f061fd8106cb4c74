import type { Library } from './library.ts'

export const sequelize: Library = {
  package: 'sequelize',
  aliases: { ModelCtor: 'ModelStatic', ModelDefined: 'ModelStatic' },
  rows: [
    { new: 'default', makes: 'Sequelize' },
    { on: 'Sequelize', call: 'query', role: 'db.query', sql: 0, property: 'query' },
    { call: ['literal', 'Sequelize.literal'], role: 'db.fragment', sql: 0 },
    { on: 'Sequelize', call: 'literal', role: 'db.fragment', sql: 0 },
    { on: 'Sequelize', call: 'getQueryInterface', makes: 'QueryInterface' },
    { on: 'QueryInterface', read: 'sequelize', makes: 'Sequelize' },
    { read: 'Model.sequelize', makes: 'Sequelize' },
    { on: 'ModelStatic', read: 'sequelize', makes: 'Sequelize' },
    { on: 'Sequelize', call: ['define', 'model'], makes: 'ModelStatic' },
    { on: 'Sequelize', read: 'models', makes: 'Models' },
    { on: 'Models', read: '*', makes: 'ModelStatic' },
    { call: ['Model.scope', 'Model.unscoped', 'Model.schema'], makes: 'ModelStatic' },
    { on: 'ModelStatic', call: ['scope', 'unscoped', 'schema'], makes: 'ModelStatic' },
    {
      call: ['Model.findAll', 'Model.findOne', 'Model.findAndCountAll'],
      role: 'db.columns',
      columns: 'option',
      options: ['attributes'],
    },
    { call: 'Model.findByPk', role: 'db.columns', columns: 'option', options: ['attributes'], at: 1 },
    {
      on: 'ModelStatic',
      call: ['findAll', 'findOne', 'findAndCountAll'],
      role: 'db.columns',
      columns: 'option',
      options: ['attributes'],
    },
    { on: 'ModelStatic', call: 'findByPk', role: 'db.columns', columns: 'option', options: ['attributes'], at: 1 },
  ],
}
