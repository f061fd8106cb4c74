import KSUID from 'ksuid'
import Required = require('ksuid')

const id = await KSUID.random() // id.generate
KSUID.randomSync() // id.generate
KSUID.randomSync(new Date()) // id.generate
KSUID.fromParts(Date.now(), id.payload) // id.generate
Required.randomSync() // id.generate
require('ksuid').randomSync() // id.generate
const { randomSync } = require('ksuid')
randomSync() // id.generate

KSUID.parse(id.string) // id.read
KSUID.isValid(id.raw) // id.read
new KSUID(id.raw) // id.read
// @ts-expect-error its types leave the constants out
KSUID.MAX_STRING_ENCODED // id.read
// @ts-expect-error its types leave the constants out
KSUID.MIN_STRING_ENCODED // id.read

id.toString()
id.compare(id)
Math.random()
Date.parse('2024-01-01')
