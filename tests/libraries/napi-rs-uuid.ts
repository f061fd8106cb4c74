import { isV4, v4 } from '@napi-rs/uuid'
import * as uuid from '@napi-rs/uuid'

v4() // id.generate
uuid.v4() // id.generate
isV4() // id.read
v4.toString()
