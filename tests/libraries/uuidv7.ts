import { UUID, uuidv4, uuidv4obj, uuidv7, uuidv7obj, V7Generator } from 'uuidv7'

const id = uuidv7() // id.generate
const made = uuidv7obj() // id.generate
uuidv4() // id.generate
uuidv4obj() // id.generate
UUID.fromFieldsV7(0, 0, 0, 0) // id.generate
UUID.parse(id) // id.read
UUID.ofInner(made.bytes) // id.read

const generator = new V7Generator()
generator.generate() // id.generate
generator.generateOrAbort() // id.generate
generator.generateOrResetWithTs(Date.now()) // id.generate
generator.generateOrAbortWithTs(Date.now()) // id.generate
generator.generateOrResetCore(Date.now(), 0) // id.generate
generator.generateOrAbortCore(Date.now(), 0) // id.generate

export class Users {
  constructor(private readonly ids: V7Generator) {}

  create() {
    return this.ids.generate() // id.generate
  }
}

made.toString()
generator.setRollbackAllowance(0)
Date.parse('2024-01-01')
