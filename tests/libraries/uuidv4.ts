import { empty, fromString, isUuid, jsonSchema, regex, uuid } from 'uuidv4'

const id = uuid() // id.generate
fromString(id) // id.generate
isUuid(id) // id.read
empty() // id.read
regex.v4.test(id) // id.read
regex.v5.test(id) // id.read
export const schemas = [
  jsonSchema.v4, // id.read
  jsonSchema.v5, // id.read
]
require('uuidv4').uuid() // id.generate
new RegExp('v4').test(id)
