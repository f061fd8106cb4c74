import mongoose, { model, Schema, SchemaTypes } from 'mongoose'

const users = new Schema({ name: String }) // schema.table
export const User = model('User', users)
export const Order = mongoose.model('Order', new mongoose.Schema({ total: Number })) // schema.table

// @ts-expect-error Written so in JavaScript.
export const Shop = model('Shop', mongoose.Schema({ name: String }, { autoIndex: true })) // schema.sync, schema.table

// Types
export const uuids = [
  Schema.Types.UUID, // schema.column
  mongoose.Schema.Types.UUID, // schema.column
  SchemaTypes.UUID, // schema.column
]

// Schema
await mongoose.connect('mongodb://localhost', { autoIndex: true }) // schema.sync
mongoose.createConnection('mongodb://localhost', { autoIndex: false }) // schema.sync
new Schema({ name: String }, { autoIndex: true }) // schema.sync, schema.table
await mongoose.syncIndexes() // schema.sync
await User.syncIndexes() // schema.sync
await User.ensureIndexes() // schema.sync

// Writes
await User.create({ name: 'Ada' }) // db.rows, db.write
await User.insertMany([{ name: 'Ada' }]) // db.write
await User.insertOne({ name: 'Ada' }) // db.rows, db.write
await User.updateOne({ name: 'Ada' }, { name: 'Eve' }) // db.write
await User.updateMany({ name: 'Ada' }, { name: 'Eve' }) // db.write
await User.replaceOne({ name: 'Ada' }, { name: 'Eve' }) // db.write
await User.findOneAndUpdate({ name: 'Ada' }, { name: 'Eve' }) // db.rows, db.write
await User.findOneAndReplace({ name: 'Ada' }, { name: 'Eve' }) // db.rows, db.write
await User.findByIdAndUpdate('1', { name: 'Eve' }) // db.rows, db.write

// Deletions
await User.deleteOne({ name: 'Ada' }) // db.delete
await User.deleteMany({ name: 'Ada' }) // db.delete
await User.findByIdAndDelete('1') // db.delete, db.rows
await User.findOneAndDelete({ name: 'Ada' }) // db.delete, db.rows

// Rows
await User.find({ name: 'Ada' }).sort('name').exec() // db.rows
await User.findOne({ name: 'Ada' }, 'name') // db.rows
await User.findById('1').select('name') // db.rows
await User.findByIdAndUpdate('1', { name: 'Ada' }, { projection: 'name' }) // db.rows, db.write
await User.findOneAndUpdate({ name: 'Ada' }, { name: 'Eve' }) // db.rows, db.write
await User.findOneAndReplace({ name: 'Ada' }, { name: 'Eve' }) // db.rows, db.write
await User.create({ name: 'Ada' }) // db.rows, db.write
await User.insertOne({ name: 'Ada' }) // db.rows, db.write

// Not these
new Map([['model', 1]]).get('model')

await mongoose.connect('mongodb://localhost', { pass: 'x' }) // secret.use
const session = await mongoose.startSession() // resource.acquire
session.startTransaction() // resource.begin
await session.endSession()
await mongoose.connection.startSession() // resource.acquire
