import type { Library } from './library.ts'

export const mongoose: Library = {
  package: 'mongoose',
  rows: [
    { new: 'Schema', makes: 'Schema', role: 'schema.table', like: 'mongoose', columns: 0 },
    { call: 'model', makes: 'Model' },
    {
      read: ['Schema.Types.UUID', 'SchemaTypes.UUID'],
      role: 'schema.column',
      type: 'uuid',
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
