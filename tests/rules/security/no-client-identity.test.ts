import { testRule } from '../../support/test-rule.ts'

const part = (code: string) => `import express from 'express'\n${code}`

testRule('no-client-identity', {
  valid: [
    `import type { FastifyInstance } from 'fastify'; export async function routes(app: FastifyInstance) { app.get('/orders', { schema: { auth: false } }, async (request) => prisma.order.findMany({ where: { userId: request.query.userId } })) }`,
    `router.get('/records', requireAuth, async (req, res) => { const { role } = req.query; if (role === 'admin' && req.user.role === 'admin') return res.json(await all()) })`,
    // What the server knows.
    `app.get('/orders', requireAuth, (req, res) => res.json(prisma.order.findMany({ where: { userId: req.user.id } })))`,
    `app.post('/posts', auth, async (req, res) => { await prisma.post.create({ data: { title: req.body.title, authorId: req.user.id } }) })`,
    `app.get('/orders', requireAuth, (req, res) => Order.find({ userId: req.session.userId }))`,
    `export const list = protectedProcedure.query(({ ctx }) => db.order.findMany({ where: { userId: ctx.user.id } }))`,
    // Compared, or checked.
    `app.get('/orders', requireAuth, (req, res) => { if (req.query.userId !== req.user.id) return res.sendStatus(403); res.json(Order.find({ userId: req.query.userId })) })`,
    `app.get('/users/:userId/orders', auth, (req, res) => { assertOwner(req); res.json(Order.find({ userId: req.params.userId })) })`,
    `app.get('/users/:userId/orders', auth, requirePermission('orders'), (req, res) => { res.json(Order.find({ userId: req.params.userId })) })`,
    `app.post('/tasks', auth, (req, res) => { Task.create({ userId: req.body.userId, createdBy: req.user.id }) })`,
    `export const list = protectedProcedure.input(schema).query(({ input, ctx }) => { if (input.userId !== ctx.user.id) throw forbidden(); return db.order.findMany({ where: { userId: input.userId } }) })`,
    `const resolvers = { Query: { orders: (_, { userId }, ctx) => { if (ctx.user.id !== userId) throw no(); return db.orders.find({ userId }) } } }`,
    `export const remove = protectedProcedure.mutation(async ({ input, ctx }) => { throwIfNoProjectAccess({ session: ctx.session }); await db.member.deleteMany({ where: { userId: input.userId } }) })`,
    `app.get('/orders', auth, async (req, res) => { await orders.guard(req.user); res.json(Order.find({ userId: req.query.userId })) })`,
    // Those who may act for others.
    `app.get('/admin/orders', auth, (req, res) => Order.find({ userId: req.query.userId }))`,
    `app.get('/orders', auth, isAdmin, (req, res) => Order.find({ userId: req.query.userId }))`,
    `app.post('/invitations', auth, (req, res) => Invitation.create({ userId: req.body.userId }))`,
    `app.post('/webhooks/users', verifyToken, (req, res) => User.update({ accountId: req.body.accountId }))`,
    `@Controller('orders') @UseGuards(AuthGuard, RolesGuard) class Orders { @Get() list(@Query('userId') userId: string) { return this.orders.find({ where: { userId } }) } }`,
    {
      code: `app.get('/orders', auth, (req, res) => Order.find({ userId: req.query.userId }))`,
      filename: 'src/admin/orders.ts',
    },
    // Nobody says who asks: a public route, a service.
    `app.get('/users/:id/posts', loadUser, (req, res) => Post.find({ authorId: req.query.authorId }))`,
    `app.get('/posts', (req, res) => Post.find({ authorId: req.query.authorId }))`,
    `app.post('/register', (req, res) => User.create({ role: req.body.role }))`,
    `export async function GET(request) { const { searchParams } = new URL(request.url); return Response.json(await Post.find({ authorId: searchParams.get('authorId') })) }`,
    // Not rows, and not an identity.
    `app.post('/log', auth, (req, res) => { logger.info({ userId: req.body.userId }) })`,
    `app.post('/echo', auth, (req, res) => { res.json({ userId: req.body.userId }) })`,
    `app.get('/posts', auth, (req, res) => Post.find({ id: req.params.id, status: req.query.status }))`,
    `const schema = z.object({ userId: z.string(), role: z.enum(['admin', 'user']) })`,
    `export const parse = (body) => ({ userId: body.userId })`,
    // A role that the server knows, or that is only passed on.
    part(`if (req.user.role === 'admin') { grant() }`),
    part(`if (req.auth.permissions.includes('billing:write')) grant()`),
    part(`if (req.session.isAdmin) grant()`),
    part(`const role = req.body.role`),
    part(`logger.info(req.body.role)`),
    part(`const role = req.body.role ?? 'viewer'`),
    part(`save({ role: req.body.role, id: req.params.id })`),
    part(`if (req.query.page === '1') first()`),
    part(`if (req.headers['x-request-id']) trace()`),
    part(`if (req.role === 'admin') grant()`),
    part(`if (payload.body.role === 'admin') grant()`),
    part(`if (req.body[field] === 'admin') grant()`),
    part(`if (req.query.role === 'member') filter()`),
    part(`if (!roles.includes(req.body.role)) res.sendStatus(400)`),
    `app.post('/users', auth, (req, res) => { if (req.body.role === 'admin' && req.user.role !== 'admin') return res.sendStatus(403) })`,
    `function isOwner(user, post) { return user.id === post.ownerId }`,
    { code: `if (req.body.role === 'admin') grant()`, filename: 'app.test.ts' },
  ],
  invalid: [
    `router.post('/drafts', requireUser, async (ctx) => { const { ownerId, title } = ctx.request.body as Draft; ctx.body = await knex('drafts').insert({ title, «ownerId» }) })`,
    {
      code: `import type { FastifyInstance } from 'fastify'; export async function routes(app: FastifyInstance) { app.get('/orders', { preHandler: [authenticate] }, async (request) => prisma.order.findMany({ where: { userId: «request.query.userId» } })) }`,
      messages: ['owner'],
    },
    {
      code: `router.get('/records', requireAuth, async (req, res) => { const { role } = req.query; if («role» === 'admin') return res.json(await all()); res.json(await of(req.user.id)) })`,
      messages: ['right'],
    },
    {
      code: `router.post('/posts', requireAuth, async (req, res) => { logger.info('by', req.user.id); await Post.create({ title: req.body.title, ownerId: «req.body.ownerId» }) })`,
      messages: ['owner'],
    },
    {
      code: `app.post('/posts', requireAuth, async (req, res) => { await prisma.post.create({ data: { title: req.body.title, userId: «req.body.userId» } }) })`,
      messages: ['owner'],
      suggestions: [
        [
          `app.post('/posts', requireAuth, async (req, res) => { await prisma.post.create({ data: { title: req.body.title, userId: req.user.id } }) })`,
        ],
      ],
    },
    {
      code: `router.get('/orders', authenticate, async (req, res) => { const { userId } = req.query; res.json(await Order.find({ «userId» })) })`,
      suggestions: [
        [
          `router.get('/orders', authenticate, async (req, res) => { const { userId } = req.query; res.json(await Order.find({ userId: req.user.id })) })`,
        ],
      ],
    },
    `import express from 'express'\nconst router = express.Router()\nrouter.use(requireAuth)\nrouter.get('/orders', async (req, res) => { res.json(await Order.findAll({ where: { userId: «req.query.userId» } })) })`,
    `app.get('/orders', passport.authenticate('jwt'), (req, res) => Order.find({ userId: «req.headers['x-user-id']» }))`,
    `app.get('/orders', verifyToken, (req, res) => { const owner = req.header('x-user-id'); return Order.find({ ownerId: «owner» }) })`,
    `app.get('/users/:userId/orders', ensureAuthenticated, async (req, res) => { res.json(await prisma.order.findMany({ where: { userId: «req.params.userId» } })) })`,
    `app.get('/orders', async (req, res) => { if (!req.user) return res.sendStatus(401); res.json(await Order.find({ where: { ownerId: «req.body.ownerId» } })) })`,
    `app.delete('/files', auth, async (req, res) => { await File.deleteMany({ accountId: «Number(req.body.accountId)» }) })`,
    `app.post('/notes', auth, async (req, res) => { const note = new Note({ text: req.body.text, author_id: «req.body.author_id» }); await note.save() })`,
    `app.get('/orders', auth, (req, res) => knex('orders').where('user_id', «req.query.user_id»))`,
    `fastify.get('/orders', { preHandler: fastify.authenticate }, async (request, reply) => { if (!request.user) return; return prisma.order.findMany({ where: { tenantId: «request.query.tenantId» } }) })`,
    `export const list = protectedProcedure.input(z.object({ userId: z.string() })).query(({ input }) => db.order.findMany({ where: { userId: «input.userId» } }))`,
    `export const list = authedProcedure.query(async ({ input }) => db.select().from(orders).where(eq(orders.userId, «input.userId»)))`,
    `const resolvers = { Query: { orders: async (_, { userId }, { user, db }) => db.order.findMany({ where: { «userId» } }) } }`,
    `const resolvers = { Mutation: { addNote: (_, args, ctx) => { if (!ctx.user) throw no(); return ctx.db.note.create({ data: { ownerId: «args.ownerId» } }) } } }`,
    `@Controller('orders') @UseGuards(JwtAuthGuard) class Orders { @Get() list(@Query('userId') userId: string) { return this.orders.find({ where: { «userId» } }) } }`,
    `@Controller('notes') class Notes { @UseGuards(AuthGuard('jwt')) @Post() create(@Body() dto: NoteDto) { return this.notes.create({ text: dto.text, userId: «dto.userId» }) } }`,
    `export async function POST(request) { const session = await auth(); const body = await request.json(); return Response.json(await prisma.post.create({ data: { authorId: «body.authorId» } })) }`,
    // What the client may do, as the client says.
    { code: part(`if («req.body.role» === 'admin') { removeAll() }`), messages: ['right'] },
    part(`if («req.query.isAdmin») grant()`),
    part(`if (!«req.body.isAdmin») { deny() }`),
    part(`const ok = «req.body.permissions».includes('billing:write')`),
    part(`const ok = ADMIN_ROLES.includes(«req.body.role»)`),
    part(`if («req.headers['x-user-role']» === 'owner') grant()`),
    part(`const view = «req.body.userType» === 'admin' ? adminView : userView`),
    part(`const allowed = «req.body.isAdmin» || isOwner(record)`),
    part(`switch («req.body.role») { case 'admin': adminAccess(); break }`),
    part(`if («ctx.req.body.role» === 'admin') grant()`),
    part(`if ('admin' === «req.query.role») grant()`),
    part(`if («req.cookies.role» === 'superadmin') grant()`),
    `app.delete('/users/:id', (req, res) => { const { isAdmin } = req.body; if («isAdmin») remove(req.params.id) })`,
    `import { Hono } from 'hono'\nconst app = new Hono()\napp.get('/', (c) => { if («c.req.query('role')» === 'admin') return c.json(all()) })`,
    { code: part(`if («req.params.userId» === record.ownerId) allow()`), messages: ['check'] },
    part(`if («req.cookies.tenantId» !== record.tenant_id) deny()`),
    `app.put('/posts/:id', async (req, res) => { const post = await load(req.params.id); if (post.authorId !== «req.body.userId») return res.sendStatus(403) })`,
  ],
})
