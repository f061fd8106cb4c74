import { testRule } from '../../support/test-rule.ts'

/** A handler that fails with an error, and answers it. */
const caught = (answer: string) =>
  `app.get('/users', async (req, res) => { try { await run() } catch (err) { ${answer} } })`
/** A handler that refuses. */
const handled = (code: string) => `app.post('/users', async (req, res) => { ${code} })`

testRule('no-error-as-success', {
  valid: [
    // A status of a failure.
    caught(`res.status(500).json({ error: 'failed' })`),
    caught(`res.status(err.status || 500).json({ error: err.message })`),
    caught(`res.status(500); res.json({ error: 'failed' })`),
    caught(`res.statusCode = 500; res.end(JSON.stringify({ error: 'failed' }))`),
    caught(`res.status(HttpStatus.BAD_GATEWAY).send({ success: false })`),
    caught(`const code = err.code === 'E' ? 404 : 500; res.status(code).json({ error: 'failed' })`),
    caught(`if (err.code === 'E') res.status(404); else res.status(500); res.json({ error: 'failed' })`),
    caught(`res.writeHead(500, { 'content-type': 'application/json' }); res.end(JSON.stringify({ error: 'failed' }))`),
    caught(`res.sendStatus(500)`),
    caught(`next(err)`),
    caught(`fail(res, err); res.json({ error: 'failed' })`),
    `app.use(async (ctx, next) => { try { await next() } catch (err) { ctx.status = 500; ctx.body = { error: 'failed' } } })`,
    `app.use(async (ctx, next) => { try { await next() } catch (err) { ctx.body = { error: 'failed' }; ctx.status = err.status ?? 500 } })`,
    `app.get('/', async (c) => { try { return c.json(await run()) } catch (e) { return c.json({ error: 'failed' }, 500) } })`,
    `app.get('/', async (c) => { try { return c.json(await run()) } catch (e) { c.status(502); return c.json({ error: 'failed' }) } })`,
    `fastify.get('/', async (request, reply) => { try { return await run() } catch (e) { reply.code(500); return { error: 'failed' } } })`,
    `export async function GET() { try { return Response.json(await run()) } catch (e) { return Response.json({ error: 'failed' }, { status: 500 }) } }`,
    `export async function GET() { try { return Response.json(await run()) } catch (e) { return Response.json({ error: 'failed' }, options) } }`,
    `export const handler = async () => { try { return await run() } catch (e) { return { statusCode: 500, body: JSON.stringify({ error: 'failed' }) } } }`,
    `@Controller() class Users { @Get() @HttpCode(500) async list() { try { return await run() } catch (e) { return { success: false, error: 'failed' } } } }`,
    // A success.
    handled(`res.json({ id: 1 })`),
    handled(`res.json({ success: true, id: 1 })`),
    handled(`res.json({ error: null, data: user })`),
    handled(`if (user) return res.json({ error: null, data: user }); res.sendStatus(404)`),
    handled(`if (partial) return res.json({ imported: 3, errors })`),
    handled(`const report = await importAll(req.body); res.json({ imported: report.count, errors: report.errors })`),
    handled(`res.json({ errors: [] })`),
    handled(
      `if (!coupon) return res.json({ valid: false, error: 'This coupon has expired.' }); res.json({ valid: true })`,
    ),
    handled(`if (!user) return res.json({ exists: false })`),
    handled(`if (!user) return res.status(404).json({ success: false, error: 'No such user' })`),
    handled(`if (ready) res.status(202).json({ ok: true })`),
    // What stands in for the value that failed.
    caught(`res.json([])`),
    caught(`res.json({ items: cache.items, stale: true })`),
    caught(`res.json(defaults)`),
    caught(`res.redirect('/login')`),
    caught(`res.json({ data: fallback, error: 'stale' })`),
    `const user = await load().catch(() => null); res.json(user)`,
    caught(
      `if (err instanceof DryRun) return res.status(200).json({ dryRun: true, rows: err.payload.rows }); next(err)`,
    ),
    caught(`if (err.code === 'P2002') return res.json({ message: 'You are subscribed already.' }); next(err)`),
    caught(`res.json({ isValid: false, error: err.message })`),
    // The callback has no error here.
    `db.query(sql, (err, rows) => { if (err) return next(err); res.json({ message: 'saved' }) })`,
    `db.query(sql, (err, rows) => { if (err) return res.status(500).json({ error: err }); res.json({ message: 'failed jobs', rows }) })`,
    // Said elsewhere.
    `app.post('/graphql', async (req, res) => { try { run() } catch (err) { res.json({ errors: [{ message: 'failed' }] }) } })`,
    `app.post('/x', async (req, res) => { try { run() } catch (err) { res.json({ data: null, errors: [{ message: 'failed' }] }) } })`,
    `app.post('/webhooks/stripe', async (req, res) => { try { run() } catch (err) { res.json({ error: 'failed' }) } })`,
    `router.post('/slack/events', async (req, res) => { try { run() } catch (err) { res.json({ error: 'failed' }) } })`,
    `async function handleStripeWebhook(req, res) { try { run() } catch (err) { res.status(200).json({ error: 'ignored' }) } }`,
    { code: caught(`res.json({ error: 'failed' })`), filename: 'src/webhooks/github.ts' },
    `app.get('/health', async (req, res) => { try { run() } catch (err) { res.json({ status: 'degraded', error: 'database' }) } })`,
    `app.get('/status', async (req, res) => { try { await db.ping(); res.json({ ok: true }) } catch (e) { res.json({ ok: false }) } })`,
    `app.post('/api', async (req, res) => { try { run() } catch (err) { res.json({ jsonrpc: '2.0', error: { code: -32603 }, id }) } })`,
    `app.get('/events', async (req, res) => { res.setHeader('content-type', 'text/event-stream'); try { run() } catch (err) { res.end('failed') } })`,
    caught('res.write(`data: ${JSON.stringify({ error: err.message })}`)'),
    `fastify.setErrorHandler((error, request, reply) => { reply.send({ error: error.message }) })`,
    `import { initTRPC } from '@trpc/server'; const t = initTRPC.create(); t.procedure.mutation(async () => { try { await run() } catch (e) { return { success: false, error: 'failed' } } })`,
    `async function save(input) { try { await run() } catch (e) { return { success: false, error: 'failed' } } }`,
    `const response = await fetch(url); if (!response.ok) return { error: 'failed' }`,
    { code: caught(`res.json({ error: 'failed' })`), filename: 'tests/server.test.ts' },
  ],
  invalid: [
    // Caught, and answered as a success.
    caught(`«res.json({ error: 'failed' })»`),
    caught(`«res.json({ error: err.message })»`),
    caught(`return «res.send({ error: err })»`),
    caught(`«res.status(200).json({ success: false, message: 'failed' })»`),
    caught(`«res.status(200).json({ error: 'failed' })»`),
    caught(`«res.send('Something went wrong')»`),
    caught(`«res.json({ message: 'oops' })»`),
    caught('«res.send(`Error: ${err.message}`)»'),
    caught(`«res.json({ ok: false })»`),
    caught(`«res.end(JSON.stringify({ error: 'failed' }))»`),
    caught(`«res.json(err)»`),
    caught(`logger.error(err); const body = { success: false, error: 'failed' }; «res.json(body)»`),
    caught(`res.status(200); «res.json({ error: 'failed' })»`),
    caught(`res.statusCode = 200; «res.end('failed')»`),
    caught(`res.setHeader('x-error', '1'); «res.json({ errors: [err.message] })»`),
    caught(`«res.status(HttpStatus.OK).json({ error: 'failed' })»`),
    caught(`if (err instanceof NotFound) { return «res.json({ error: 'No such user' })» } next(err)`),
    handled(`try { return res.status(201).json(await run()) } catch { return «res.json({ error: 'failed' })» }`),
    `app.get('/', (req, res) => { load().then((user) => res.json(user)).catch((error) => «res.json({ error })») })`,
    `app.get('/', (req, res) => { load().then(show).catch(() => { «res.json({ success: false, error: 'None' })» }) })`,
    `app.get('/', (req, res) => { load().catch(({ message }) => «res.json({ error: message })») })`,
    `app.get('/', (req, res) => { db.query(sql, (err, rows) => { if (err) return «res.json({ error: err })»; res.json(rows) }) })`,
    `app.use((err, req, res, next) => { «res.json({ error: err.message })» })`,
    `class Users { async list(req: Request, res: Response) { try { res.json(await this.users.list()) } catch (error) { «res.json({ success: false, error: (error as Error).message })» } } }`,
    `fastify.get('/', async (request, reply) => { try { return await run() } catch (e) { «reply.send({ error: e.message })» } })`,
    `import Fastify from 'fastify'; Fastify().get('/', async () => { try { return await run() } catch (e) { return «{ error: 'failed' }» } })`,
    `app.use(async (ctx, next) => { try { await next() } catch (err) { «ctx.body = { error: err.message }» } })`,
    `app.get('/', async (c) => { try { return c.json(await run()) } catch (e) { return «c.json({ error: 'failed' })» } })`,
    `app.get('/', async (c) => { try { return c.json(await run()) } catch (e) { return «c.json({ error: 'failed' }, 200)» } })`,
    `app.onError((err, c) => «c.json({ error: err.message })»)`,
    `export async function GET() { try { return Response.json(await run()) } catch (e) { return «Response.json({ error: 'failed' })» } }`,
    `import { NextResponse } from 'next/server'; export async function GET() { try { return NextResponse.json(await run()) } catch (e) { return «NextResponse.json({ error: 'failed' }, { status: 200 })» } }`,
    `export default async function handler(req: NextApiRequest, res: NextApiResponse) { try { await run() } catch (e) { «res.status(200).json({ error: 'failed' })» } }`,
    `export const handler = async () => { try { return await run() } catch (e) { return «{ statusCode: 200, body: JSON.stringify({ error: 'failed' }) }» } }`,
    `import { Controller, Get } from '@nestjs/common'; @Controller() class Users { @Get() async list() { try { return await run() } catch (e) { return «{ success: false, error: 'failed' }» } } }`,
    `@Controller() class Users { @Get() async list() { try { return await run() } catch (e) { return «{ success: false, error: 'failed' }» } } }`,
    // Tested for, and answered as a success.
    handled(`if (!user) { return «res.json({ error: 'No such user' })» } res.json(user)`),
    handled(`if (!user) return «res.status(200).json({ success: false, message: 'No such user' })»; res.json(user)`),
    handled(`if (user) return res.json(user); return «res.json({ success: false })»`),
    handled(`const { data, error } = await find(); if (error) return «res.json({ error })»; res.json(data)`),
    handled(
      `const errors = validationResult(req); if (!errors.isEmpty()) { return «res.json({ errors: errors.array() })» } next()`,
    ),
    `app.post('/', async (c) => { if (!(await find())) return «c.json({ error: 'No such user' })»; return c.json({ id: 1 }) })`,
    handled(
      `if (errors[0]) { «res.status(200).json({ cart, type: 'cart', error: { message: errors[0].message } })»; return } res.json({ order })`,
    ),
    // Said to have worked, with the status of a failure.
    handled(`«res.status(500).json({ success: true })»`),
    handled(`if (!user) return «res.status(404).json({ success: true, data: null })»`),
    `app.get('/', (c) => «c.json({ ok: true }, 400)»)`,
    // Suggestions.
    {
      code: caught(`«res.json({ error: 'failed' })»`),
      suggestions: [[caught(`res.status(500).json({ error: 'failed' })`)]],
    },
    {
      code: caught(`«res.status(200).json({ error: 'failed' })»`),
      suggestions: [[caught(`res.status(500).json({ error: 'failed' })`)]],
    },
    {
      code: handled(`if (!user) { return «res.json({ error: 'No such user' })» } res.json(user)`),
      suggestions: [[handled(`if (!user) { return res.status(400).json({ error: 'No such user' }) } res.json(user)`)]],
    },
    {
      code: `app.get('/', async (c) => { try { run() } catch (e) { return «c.json({ error: 'failed' })» } })`,
      suggestions: [
        [`app.get('/', async (c) => { try { run() } catch (e) { return c.json({ error: 'failed' }, 500) } })`],
      ],
    },
    {
      code: `export async function GET() { try { run() } catch (e) { return «Response.json({ error: 'failed' })» } }`,
      suggestions: [
        [
          `export async function GET() { try { run() } catch (e) { return Response.json({ error: 'failed' }, { status: 500 }) } }`,
        ],
      ],
    },
    {
      code: `fastify.get('/', async (request, reply) => { try { run() } catch (e) { «reply.send({ error: 'failed' })» } })`,
      suggestions: [
        [
          `fastify.get('/', async (request, reply) => { try { run() } catch (e) { reply.code(500).send({ error: 'failed' }) } })`,
        ],
      ],
    },
  ],
})
