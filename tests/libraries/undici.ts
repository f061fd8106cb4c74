import { fetch, pipeline, request, setGlobalDispatcher, Agent, stream } from 'undici'

await fetch('https://example.com') // http.call
await request('https://example.com') // http.call
await stream('https://example.com', { method: 'GET' }, () => process.stdout) // http.call
pipeline('https://example.com', { method: 'GET' }, ({ body }) => body) // http.call
setGlobalDispatcher(new Agent({ headersTimeout: 1000 }))
