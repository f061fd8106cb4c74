import fetch from 'node-fetch'
import * as everything from 'node-fetch'

await fetch('https://example.com') // http.call
await everything.default('https://example.com') // http.call
new everything.Headers()
