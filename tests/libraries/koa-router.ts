import Router, { Router as Named, type RouterContext } from '@koa/router'

const router = new Router({ prefix: '/users' })
router.get('/', async (ctx) => {
  ctx.body = [] // http.response
}) // http.route
router.post('/', async (ctx) => {
  ctx.body = { id: 1 } // http.response
}) // http.route
router.put('/', async (ctx) => {
  ctx.body = { id: 1 } // http.response
}) // http.route
router.patch('/', async (ctx) => {
  ctx.body = { id: 1 } // http.response
}) // http.route
router.delete('/', async (ctx) => {
  ctx.body = null // http.response
}) // http.route
router.del('/', async (ctx) => {
  ctx.body = null // http.response
}) // http.route
router.head('/', async (ctx) => {
  ctx.body = null // http.response
}) // http.route
router.all('/', async (ctx) => {
  ctx.body = null // http.response
}) // http.route
router.use(async (ctx) => {
  ctx.body = null // http.response
}) // http.middleware
new Named().get('/', async (ctx) => {
  ctx.body = 'ok' // http.response
}) // http.route

export async function show(ctx: RouterContext) {
  ctx.body = { id: 1 } // http.response
  ctx.status = 201 // http.status
  ctx.response.body = { id: 1 } // http.response
  ctx.response.status = 201 // http.status
}
