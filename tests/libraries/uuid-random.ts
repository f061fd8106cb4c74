import uuid from 'uuid-random'

const id = uuid() // id.generate
uuid.bin() // id.generate
uuid.test(id) // id.read
require('uuid-random')() // id.generate
uuid.BUFFER_SIZE
;/id/.test(id)
