import fetch, { fetch as named } from 'cross-fetch'

await fetch('https://example.com') // http.call
await named('https://example.com') // http.call
