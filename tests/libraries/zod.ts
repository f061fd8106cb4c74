import { number, object, string, z } from 'zod'
import * as mini from 'zod/mini'
import * as previous from 'zod/v3'
import * as current from 'zod/v4'

string() // schema.make
number() // schema.make
object({}) // schema.make
z.string() // schema.make
z.number() // schema.make
z.object({}) // schema.make
z.string().catch('none') // schema.make
mini.string() // schema.make
previous.string() // schema.make
current.z.number() // schema.make

// Not these
String(1)
Object.keys({})
