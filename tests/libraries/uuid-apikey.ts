import uuidApiKey = require('uuid-apikey')
import imported from 'uuid-apikey'

// @ts-expect-error its types tell of a default export that it does not have
const { uuid, apiKey } = uuidApiKey.create() // id.generate
// @ts-expect-error its types tell of a default export that it does not have
imported.create({ noDashes: true }) // id.generate
const { check, isAPIKey, isUUID, toAPIKey, toUUID } = require('uuid-apikey')
toUUID(apiKey) // id.read
toAPIKey(uuid) // id.read
isUUID(uuid) // id.read
isAPIKey(apiKey) // id.read
check(apiKey, uuid) // id.read
Object.create(null)
