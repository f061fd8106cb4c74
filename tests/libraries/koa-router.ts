import Router, { Router as Named, type RouterContext } from '@koa/router'

const router = new Router({ prefix: '/users' })
router.get('/', async (ctx) => {
  ctx.body = [] // http.response
})
router.post('/', async (ctx) => {
  ctx.body = { id: 1 } // http.response
})
router.put('/', async (ctx) => {
  ctx.body = { id: 1 } // http.response
})
router.patch('/', async (ctx) => {
  ctx.body = { id: 1 } // http.response
})
router.delete('/', async (ctx) => {
  ctx.body = null // http.response
})
router.del('/', async (ctx) => {
  ctx.body = null // http.response
})
router.head('/', async (ctx) => {
  ctx.body = null // http.response
})
router.all('/', async (ctx) => {
  ctx.body = null // http.response
})
router.use(async (ctx) => {
  ctx.body = null // http.response
})
new Named().get('/', async (ctx) => {
  ctx.body = 'ok' // http.response
})

export async function show(ctx: RouterContext) {
  ctx.body = { id: 1 } // http.response
  ctx.status = 201 // http.status
  ctx.response.body = { id: 1 } // http.response
  ctx.response.status = 201 // http.status
}
