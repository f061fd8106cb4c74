// @ts-expect-error uuid4 ships no types
import uuid4 from 'uuid4'

const id = uuid4() // id.generate
uuid4.valid(id) // id.read
require('uuid4')() // id.generate
Math.random()
