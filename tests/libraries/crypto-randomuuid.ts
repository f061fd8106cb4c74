// @ts-expect-error crypto-randomuuid ships no types
import randomUUID from 'crypto-randomuuid'

randomUUID() // id.generate
require('crypto-randomuuid')() // id.generate
Math.random()
