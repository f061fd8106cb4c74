import { v4 } from '@lukeed/uuid'
import { v4 as secure } from '@lukeed/uuid/secure'

v4() // id.generate
secure() // id.generate
require('@lukeed/uuid').v4() // id.generate
v4.toString()
