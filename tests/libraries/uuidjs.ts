import { UUID } from 'uuidjs'
import * as uuidjs from 'uuidjs'

const id = UUID.generate() // id.generate
UUID.genV1() // id.generate
UUID.genV4() // id.generate
UUID.genV6() // id.generate
uuidjs.UUID.generate() // id.generate
UUID.parse(id) // id.read
export const none: UUID = UUID.NIL // id.read
none.toString()
UUID.resetState()
Date.parse('2024-01-01')
