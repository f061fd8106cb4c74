import { constants, createTranslator, generate } from 'short-uuid'

generate() // id.generate

const translator = createTranslator(constants.flickrBase58)
const id = translator.generate() // id.generate
translator.uuid() // id.generate
translator.toUUID(id) // id.read
translator.fromUUID('4b9d8f2e-1c3a-4f5b-9e7d-0a1b2c3d4e5f') // id.read
translator.validate(id) // id.read

export class Links {
  private readonly translator = createTranslator({ consistentLength: false })

  create() {
    return this.translator.generate() // id.generate
  }
}

// Before short-uuid 6
const short = require('short-uuid')
short.uuid() // id.generate
short().new() // id.generate

translator.alphabet.toString()
const lookalike = { generate: () => 'not a uuid' }
lookalike.generate()
