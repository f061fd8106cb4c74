import { parse, stringify, v1, v1ToV6, v3, v4, v4 as makeId, v5, v6, v6ToV1, v7, validate, version } from 'uuid'
import * as uuid from 'uuid'
// @ts-expect-error uuid before 8 had a module per version
import first from 'uuid/v1'
// @ts-expect-error uuid before 8 had a module per version
import third from 'uuid/v3'
// @ts-expect-error uuid before 8 had a module per version
import fourth from 'uuid/v4'
// @ts-expect-error uuid before 8 had a module per version
import fifth from 'uuid/v5'

const id = v4() // id.generate
export const ids = [
  v1(), // id.generate
  v3('name', id), // id.generate
  v5('name', id), // id.generate
  v6(), // id.generate
  v7(), // id.generate
  v1ToV6(id), // id.generate
  v6ToV1(id), // id.generate
  makeId(), // id.generate
  uuid.v4(), // id.generate
  uuid['v7'](), // id.generate
  first(), // id.generate
  third('name', id), // id.generate
  fourth(), // id.generate
  fifth('name', id), // id.generate
  require('uuid').v4(), // id.generate
  require('uuid/v4')(), // id.generate
  (await import('uuid')).v7(), // id.generate
]
const { v4: taken } = require('uuid')
taken() // id.generate
// uuid before 7 was a v4 generator itself.
require('uuid')() // id.generate

validate(id) // id.read
version(id) // id.read
stringify(parse(id)) // id.read, id.read
uuid.NIL === id // id.read
uuid.MAX === id // id.read

export class Users {
  constructor(private readonly newId: typeof v4 = v4) {}

  create() {
    return this.newId() // id.generate
  }
}

JSON.parse('{}') // external.read
JSON.stringify({ version: 1 })
function local() {
  const v4 = () => 'not a uuid'
  return v4()
}
local()
