import mongoose from 'mongoose'
import { describe, expect, it } from 'vitest'
import { declaredIn } from '../support/read-schema.js'

const { Schema } = mongoose

describe('mongoose schemas', () => {
  it('reads fields, and the name that the model gives', () => {
    const code = `import mongoose, { Schema } from 'mongoose'
      const personSchema = new Schema(
        {
          _id: { type: Schema.Types.UUID, default: () => randomUUID() },
          email: { type: String, required: true, unique: true },
          team: { type: Schema.Types.ObjectId, ref: 'Team', index: true },
          tags: [String],
          deletedAt: Date,
        },
        { timestamps: true },
      )
      export const Person = mongoose.model('Person', personSchema)`
    const [table] = declaredIn('mongoose', code).tables
    const real = new Schema(
      { _id: Schema.Types.UUID, email: String, team: Schema.Types.ObjectId, tags: [String], deletedAt: Date },
      { timestamps: true },
    )
    expect(table?.name).toBe(mongoose.model('Person', real).collection.name)
    expect(table?.model).toBe('Person')
    expect(table?.columns.map(({ name }) => name).sort()).toEqual(
      Object.keys(real.paths)
        .filter((name) => name !== '__v')
        .sort(),
    )
    expect(table?.columns.find(({ name }) => name === '_id')?.type?.name).toBe('uuid')
    expect(table?.softDelete?.name).toBe('deletedAt')
    expect(table?.foreignKeys).toEqual([])
  })

  it.each([
    [
      'a collection as an option',
      `model('Person', new Schema({ name: String }, { collection: 'staff' }))`,
      'staff',
      true,
    ],
    ['a collection as an argument', `model('Person', new Schema({ name: String }), 'staff')`, 'staff', true],
    ['a name that follows', `model('Category', new Schema({ name: String }))`, 'categories', false],
  ])('%s', (_title, code, name, named) => {
    const [table] = declaredIn('mongoose', `import { model, Schema } from 'mongoose'\n${code}`).tables
    expect({ name: table?.name, named: table?.named }).toEqual({ name, named })
  })

  it('is silent about a schema without a model, and leaves open what is spread', () => {
    const head = `import { model, Schema } from 'mongoose'\n`
    expect(declaredIn('mongoose', `${head}const part = new Schema({ name: String })`).tables).toEqual([])
    const [table] = declaredIn('mongoose', `${head}model('Person', new Schema({ ...shared, name: String }))`).tables
    expect(table?.columnsOpen).toBe(true)
  })
})
