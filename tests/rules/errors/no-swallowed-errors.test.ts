import { testRule } from '../../support/test-rule.ts'

testRule('no-swallowed-errors', {
  valid: [
    // The error is read, thrown on, passed on or answered.
    `try { run() } catch (error) { throw error }`,
    `try { run() } catch (error) { logger.error(error) }`,
    `try { run() } catch { throw new Error('failed') }`,
    `try { run() } catch { next() }`,
    `app.get('/', (req, res) => { try { run() } catch { res.status(500).end() } })`,
    `try { run() } catch (error) { return { ok: false, error } }`,
    `try { run() } catch { return { success: false, message: 'Not saved' } }`,
    `function f() { try { return run() } catch { return fallback() } }`,
    // A question, and its "no".
    `function parse(text) { try { return JSON.parse(text) } catch { return null } }`,
    `function isUrl(text) { try { new URL(text); return true } catch { return false } }`,
    "function redact(text) { try { return `${new URL(text).origin}/***` } catch { return '<malformed>' } }",
    `async function body(request) { try { return await request.clone().json() } catch { return undefined } }`,
    `async function bin() { try { await fs.access(local); return local } catch { return 'prisma' } }`,
    `function bunIsAvailable() { try { execFileSync('bun', ['--version']); return true } catch { return false } }`,
    `const event = await verifyWebhook(payload).catch(() => null)`,
    `logToAxiom({ name: 'paid' }).catch(() => null)`,
    `remove(id).catch((error) => report(error)).catch(() => {})`,
    `async function teardownSession(id) { await redis.del(id).catch(() => {}) }`,
    `async function claims(token) { try { const { payload } = await jwtDecrypt(token, key); return payload } catch { return null } }`,
    `await ctx.track.orderPaid({ id }).catch(() => {})`,
    `try { await analytics.capture('paid') } catch {}`,
    `function auth(header) { try { const claims = verify(header, secret); if (isAllowed(claims)) return claims } catch (error) { return null } }`,
    `let ui = ''; try { ui = path.join(path.dirname(require.resolve('ui')), 'src') } catch {}`,
    `function decode(state) { try { const [a, b] = state.split('.'); if (!verifySignature(a, b)) return null; return JSON.parse(a) } catch { return null } }`,
    `async function exists(path) { try { await fs.access(path); return true } catch { return false } }`,
    `for (const line of lines) { try { rows.push(1) && JSON.parse(line) } catch (error) { report(error) } }`,
    `let value = null; try { value = JSON.parse(text) } catch {}`,
    `async function load(name) { try { return await import(name) } catch { return undefined } }`,
    `function ask(target, key) { try { return key in target } catch { return false } }`,
    `function host(text) { try { return new URL(text).hostname } catch { return '' } }`,
    `function origins() { try { return [new URL(text).origin] } catch { return [] } }`,
    `const isNearWhite = (color) => { try { return luminance(color) > 0.9 } catch { return false } }`,
    `function safeReadFile(name) { try { return fs.readFileSync(name, 'utf8') } catch { return undefined } }`,
    `class A { async isAlive() { try { await this.db.ping(); return true } catch { return false } } }`,
    `async function commandExists(name) { try { await run(name, ['--version']); return true } catch { return false } }`,
    `class H { async isHealthy() { try { const isUp = await this.cache.isUp(); return isUp } catch { return false } } }`,
    `const schema = z.custom((value) => { try { return Node.fromJSON(value).check() } catch { return false } })`,
    `function lighten(color) { try { return parseToRgb(color) } catch { return null } }`,
    `function base() { try { return new URL(baseUrl()).pathname } catch { return '' } }`,
    `async function f(response) { let body = ''; try { body = await response.text() } catch { body = '' } return body }`,
    // Cleaning up.
    `try { connection.close() } catch {}`,
    `try { await fs.unlink(path) } catch {}`,
    `async function f() { try { await run() } finally { try { await flush() } catch {} } }`,
    `await client.end().catch(() => {})`,
    `await fs.rm(folder, { recursive: true }).catch(() => undefined)`,
    // Bodies that may not be there.
    `const body = await response.json().catch(() => ({}))`,
    `const body = await request.text().catch(() => null)`,
    // Yes or no.
    `const ok = await check().then(() => true).catch(() => false)`,
    `const ok = await check().then(() => true, () => false)`,
    // No promise.
    `import { z } from 'zod'; z.string().catch('')`,
    `import { z } from 'zod'; const name = z.string().catch(() => null)`,
    // Awaited elsewhere: the handler only keeps the process alive until then.
    `const job = run(); job.catch(() => {}); await job`,
    // A reason, in at least three words.
    `try { run() } catch { /* the cache is best effort */ }`,
    `try { run() } catch {
      // Telemetry must never fail a request.
    }`,
    `run().catch(() => {}) // fire and forget telemetry`,
    `try { await warm() } catch {} // the warm-up is optional`,
    `// The mail is optional; it can be sent again.\nawait send(mail).catch(() => undefined)`,
    `send(mail)\n  // The mail is optional here.\n  .catch(() => {})`,
    `async function f(id) { try { const user = await db.user.findFirstOrThrow(id); return E.right(user) } catch (e) { return E.left('NOT_FOUND') } }`,
    `const DEFAULT_HOST = 'localhost'; function f() { try { return run() } catch { return DEFAULT_HOST } }`,
    // An answer by assignment.
    `async function f(ctx) { try { await run() } catch { ctx.status = 500 } }`,
    `try { await run() } catch { process.exitCode = 1 }`,
    // Giving back what a failed transaction holds.
    `try { await run() } catch (error) { await client.query('ROLLBACK').catch(() => {}); throw error }`,
    `import { z } from 'zod'; const name = z.string(); const safe = name.catch(() => '')`,
    `fs.readFile(path, function (err, data) { done.apply(null, arguments) })`,
    `emitter.on('error', (err, context) => stop(context))`,
    `function f() { try { return isZone(Intl.DateTimeFormat(undefined, { timeZone })) } catch { return false } }`,
    // Callbacks that look at the error, or are no callbacks of Node.js.
    `fs.readFile(path, (err, data) => { if (err) throw err; use(data) })`,
    `errors.map((error, index) => index)`,
    `app.use((err, req, res, next) => { res.status(500).end() })`,
    `app.onError((err, c) => c.text('failed', 500))`,
    `stream.on('error', (err, extra) => stop(extra))`,
    `run((_err, data) => use(data))`,
    // A safe failure with a word about it.
    {
      code: `async function verifyToken(token) { try { return await decode2(token) } catch { /* fail closed */ return null } }`,
      filename: 'src/auth/tokens.ts',
    },
    { code: `try { run() } catch {}`, filename: 'src/run.test.ts' },
    { code: `try { run() } catch {}`, filename: 'src/components/list.tsx' },
    { code: `try { run() } catch { /* ignored */ }`, options: { allowComment: 'any' } },
    { code: `function f() { try { return readFlag(x) } catch { return false } }`, options: { parsers: ['readFlag'] } },
    { code: `try { drop(x) } catch {}`, options: { cleanup: ['drop'] } },
  ],
  invalid: [
    `async function bin() { try { await install(local); return local } «catch» { return 'prisma' } }`,
    `remove(id).then((row) => report(row)).«catch(() => {})»`,
    `async function endSession(id) { await redis.del(id).«catch(() => {})» }`,
    `await ctx.orders.orderPaid({ id }).«catch(() => {})»`,
    `try { await orders.capture('paid') } «catch» {}`,
    `const event = await loadWebhook(payload).«catch(() => null)»`,
    {
      code: `try { run() } «catch» {}`,
      messages: ['nothing'],
      suggestions: [
        [
          `try { run() } catch (error) { throw error }`,
          `try { run() } catch (error) { throw new Error('operation failed', { cause: error }) }`,
        ],
      ],
    },
    {
      code: `
function save() {
  try {
    run();
  } «catch (e)» {
    // ignore
  }
}`,
      suggestions: [
        [
          `
function save() {
  try {
    run();
  } catch (e) {
    // ignore
    throw e;
  }
}`,
          `
function save() {
  try {
    run();
  } catch (e) {
    // ignore
    throw new Error('save failed', { cause: e });
  }
}`,
        ],
      ],
    },
    `try { run() } «catch (error)» { /* TODO: handle this error later */ }`,
    `try { run() } «catch (error)» { // console.log(error)
    }`,
    `try { run() } «catch (error)» { ; }`,
    {
      code: `function load() { try { return query() } «catch (error)» { return null } }`,
      messages: ['constant'],
      suggestions: [
        [
          `function load() { try { return query() } catch (error) { throw error } }`,
          `function load() { try { return query() } catch (error) { throw new Error('load failed', { cause: error }) } }`,
        ],
      ],
    },
    `function load() { try { return query() } «catch» { return [] } }`,
    `function load() { try { return query() } «catch» { return { items: [], total: 0 } } }`,
    `function load() { try { return JSON.parse(text) } «catch» { return {} } }`,
    `async function load() { try { return await store(JSON.parse(text)) } «catch» { return null } }`,
    `let ok = true; try { run() } «catch» { ok = false }`,
    `for (const id of ids) { try { run(id) } «catch» { continue } }`,
    `async function isActive(id) { try { return await users.find(id) } «catch» { return null } }`,
    `function isReady() { try { return run() } «catch» { return 'no' } }`,
    `try { JSON.parse(text) } «catch (error)» {}`,
    `try { throw failure } «catch (error)» {}`,
    // Only in a function inside the handler is the error's name used, for another value.
    `try { run() } «catch (error)» { fallback = null }`,
    {
      code: `await load().«catch(() => null)»`,
      messages: ['handler'],
      suggestions: [[`await load()`]],
    },
    `void load().«catch(() => {})»`,
    `load().«catch(function () {})»`,
    `load().«catch((error) => undefined)»`,
    `load().«catch(() => [])»`,
    `load().«catch(() => ({}))»`,
    `load().«catch(() => '')»`,
    `load().«catch(() => false)»`,
    `load().«catch(noop)»`,
    `function ignore() {}\nload().«catch(ignore)»`,
    `const swallow = () => undefined\nload().«catch(swallow)»`,
    `load().«catch(Function.prototype)»`,
    // A comment above says what the code does, not why the error may go.
    `// Load the customer of the order.\nconst customer = await load(id).«catch(() => null)»`,
    // Work that is ended is no cleanup.
    `cancelOrder(id).«catch(() => null)»`,
    `const FALLBACK = null; function f() { try { return run() } «catch» { return FALLBACK } }`,
    `function f() { let ok = true; try { run() } «catch» { ok = false; return ok } }`,
    `try { run() } «catch (error)» { void error }`,
    `function f() { try { return run() } «catch» { return { success: true } } }`,
    `async function f() { try { return JSON.parse(await redis.get(key)) } «catch» { return null } }`,
    `fs.mkdir(path, «(err) =>» { start() })`,
    `emitter.on('data', «(err, data) =>» { write(data) })`,
    `glob(pattern, «(err, files) =>» { use(files) }, options)`,
    `async function f() { try { await a(); return await b() } «catch (e)» { return Either.left({ code: 'X' }) } }`,
    {
      code: `const a = { "it's"() { try { run() } «catch» {} } }`,
      suggestions: [
        [
          `const a = { "it's"() { try { run() } catch (error) { throw error } } }`,
          `const a = { "it's"() { try { run() } catch (error) { throw new Error('operation failed', { cause: error }) } } }`,
        ],
      ],
    },
    `load().«catch(_.noop)»`,
    `load().«catch(() => { return null })»`,
    { code: `load().«then(use, () => {})»`, suggestions: [[`load().then(use)`]] },
    { code: `fs.readFile(path, «(err, data) =>» { use(data) })`, messages: ['callback'] },
    `db.query(sql, «function (error, rows)» { send(rows) })`,
    `fs.writeFile(path, text, «(err) =>» {})`,
    {
      code: `async function f() { try { await a(); return E.right(await b()) } «catch» { return E.left('FAILED') } }`,
      messages: ['left'],
    },
    { code: `try { run() } «catch» { /* the cache is best effort */ }`, options: { allowComment: false } },
    {
      code: `async function verify(token) { try { return await decode2(token) } «catch» { /* fail closed */ return null } }`,
      filename: 'src/auth/tokens.ts',
      options: { allowAuthFailClosed: false },
    },
    {
      code: `async function verify(token) { try { return await decode2(token) } «catch» { return null } }`,
      filename: 'src/auth/tokens.ts',
    },
  ],
})
