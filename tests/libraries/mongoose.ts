import mongoose, { model, Schema } from 'mongoose'

const users = new Schema({ name: String }) // schema.table
export const User = model('User', users)
export const Order = mongoose.model('Order', new mongoose.Schema({ total: Number })) // schema.table

// Not these
new Map([['model', 1]]).get('model')
