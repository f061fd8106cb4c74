import UUID from 'pure-uuid'
import Required = require('pure-uuid')

const id = new UUID(4) // id.generate
id.make(5, 'ns:URL', 'http://localhost') // id.generate
id.parse('4b9d8f2e-1c3a-4f5b-9e7d-0a1b2c3d4e5f') // id.read
id.import([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) // id.read
new Required(4) // id.generate
new (require('pure-uuid'))(1) // id.generate

export function remake(given: UUID, other: Required) {
  given.make(4) // id.generate
  other.make(4) // id.generate
}

id.format()
Date.parse('2024-01-01')
