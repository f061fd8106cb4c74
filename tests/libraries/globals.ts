export const ids = [
  crypto.randomUUID(), // id.generate
  globalThis.crypto.randomUUID(), // id.generate
  window.crypto.randomUUID(), // id.generate
  self.crypto.randomUUID(), // id.generate
  // @ts-expect-error Bun is another runtime
  Bun.randomUUIDv5('name', 'dns'), // id.generate
  // @ts-expect-error Bun is another runtime
  Bun.randomUUIDv7(), // id.generate
]
const { randomUUID } = crypto
randomUUID() // id.generate

console.trace('line') // console.write
console.debug('line') // console.write
console.count('line') // console.write
console.countReset('line') // console.write
console.time('line') // console.write
console.timeEnd('line') // console.write
console.timeLog('line') // console.write
console.log('line') // console.write
console.info('line') // console.write
console.dir(['line']) // console.write
console.dirxml('line') // console.write
console.table(['line']) // console.write
console.group('line') // console.write
console.groupCollapsed('line') // console.write
console.groupEnd() // console.write
console.warn('line') // console.write
console.error('line') // console.write
console.assert(true, 'line') // console.write
console['log']('line') // console.write
globalThis.console.log('line') // console.write
const { error: print } = console
print('line') // console.write

const out = new console.Console(process.stdout)
out.trace('line') // console.write
out.debug('line') // console.write
out.count('line') // console.write
out.countReset('line') // console.write
out.time('line') // console.write
out.timeEnd('line') // console.write
out.timeLog('line') // console.write
out.log('line') // console.write
out.info('line') // console.write
out.dir(['line']) // console.write
out.dirxml('line') // console.write
out.table(['line']) // console.write
out.group('line') // console.write
out.groupCollapsed('line') // console.write
out.groupEnd() // console.write
out.warn('line') // console.write
out.error('line') // console.write
out.assert(true, 'line') // console.write

export class Report {
  private readonly out = console

  show() {
    this.out.log('line') // console.write
  }
}

console.clear()
crypto.getRandomValues(new Uint8Array(16))
Math.log(1)
function typed(given: Crypto) {
  return given.randomUUID() // id.generate
}
typed(crypto)

function local(console: { log(line: string): void }, crypto: { randomUUID(): string }) {
  console.log('line')
  return crypto.randomUUID()
}
local({ log() {} }, { randomUUID: () => '' })

JSON.parse('{}') // external.read
JSON.stringify({})
process.env // external.read
process.env['PORT'] // external.read
const answer = await fetch('https://example.com') // http.call
await answer.json() // external.read
await answer.text()
fetch('https://example.com').then((response) => response.json()) // external.read, http.call
const sent = await answer.formData()
sent.get('name') // external.read
sent.getAll('names') // external.read
new FormData().get('name') // external.read

export async function POST(request: Request) {
  const form = await request.formData()
  form.get('name') // external.read
  return request.json() // external.read
}

export async function read(response: Response) {
  return response.json() // external.read
}

export function onMessage(event: MessageEvent): unknown {
  return event.data // external.read
}
// Answers
export const answers = [
  Response.json({ id: 1 }), // http.response
  new Response('body', { status: 200 }), // http.response
  Response.redirect('https://example.com'),
]

Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) // sync.block
Atomics.notify(new Int32Array(4), 0)
const asked = new XMLHttpRequest()
asked.open('GET', '/users', false) // sync.block
asked.send()
