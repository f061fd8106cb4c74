import { parse, unparse, v1, v4 } from 'node-uuid'
import * as nodeUuid from 'node-uuid'

const id = v4() // id.generate
v1() // id.generate
nodeUuid.v4() // id.generate
unparse(parse(id)) // id.read, id.read
require('node-uuid')() // id.generate
const uuid = require('node-uuid')
uuid() // id.generate
JSON.parse('{}') // external.read
