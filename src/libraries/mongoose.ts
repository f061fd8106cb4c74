import type { Library } from './library.ts'

export const mongoose: Library = {
  package: 'mongoose',
  rows: [
    {
      new: 'Schema',
      makes: 'Schema',
      accepts: { type: 'Options', parameter: 1 },
      role: 'schema.table',
      like: 'mongoose',
      columns: 0,
    },
    { call: ['connect', 'createConnection'], accepts: { type: 'Options', parameter: 1 } },
    { on: 'Options', set: 'autoIndex', role: 'schema.sync', extent: 'adds' },
    { call: 'syncIndexes', role: 'schema.sync', extent: 'adds' },
    { on: 'Model', call: ['syncIndexes', 'ensureIndexes'], role: 'schema.sync', extent: 'adds', distinctive: true },
    { call: 'model', makes: 'Model' },
    {
      read: ['Schema.Types.UUID', 'SchemaTypes.UUID'],
      role: 'schema.column',
      type: 'uuid',
    },
    { on: 'Model', call: ['create', 'insertMany', 'insertOne'], role: 'db.write', values: 0 },
    {
      on: 'Model',
      call: ['updateOne', 'updateMany', 'replaceOne', 'findOneAndUpdate', 'findOneAndReplace', 'findByIdAndUpdate'],
      role: 'db.write',
      values: 1,
    },
    {
      on: 'Model',
      call: 'deleteOne',
      role: 'db.delete',
      table: 'receiver',
      marks: { call: 'updateOne', by: 'second' },
    },
    {
      on: 'Model',
      call: 'deleteMany',
      role: 'db.delete',
      table: 'receiver',
      marks: { call: 'updateMany', by: 'second' },
    },
    {
      on: 'Model',
      call: 'findByIdAndDelete',
      role: 'db.delete',
      table: 'receiver',
      marks: { call: 'findByIdAndUpdate', by: 'second' },
    },
    {
      on: 'Model',
      call: 'findOneAndDelete',
      role: 'db.delete',
      table: 'receiver',
      marks: { call: 'findOneAndUpdate', by: 'second' },
    },
  ],
}
