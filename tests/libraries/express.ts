import express, {
  Router,
  type Application,
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'

const app = express() // http.app
app.get('/', (req, res) => {
  res.json([
    req.body, // external.read
    req.query, // external.read
    req.params, // external.read
    req.cookies, // external.read
    req.headers,
    req.path,
  ]) // http.response
}) // http.route
app.post('/', (req, res) => res.json(req.body)) // external.read, http.response, http.route
app.put('/', (req, res) => res.json(req.body)) // external.read, http.response, http.route
app.patch('/', (req, res) => res.json(req.body)) // external.read, http.response, http.route
app.delete('/', (req, res) => res.json(req.body)) // external.read, http.response, http.route
app.options('/', (req, res) => res.json(req.body)) // external.read, http.response, http.route
app.head('/', (req, res) => res.json(req.body)) // external.read, http.response, http.route
app.all('/', (req, res) => res.json(req.body)) // external.read, http.response, http.route
app.use((req, res, next) => {
  log(req.body) // external.read
  next()
}) // http.middleware
app.route('/users').get((req, res) => res.json(req.query)) // external.read, http.response, http.route
Router().get('/', (req, res) => res.json(req.query)) // external.read, http.response, http.route

const router = express.Router()
router.post('/', (req, res) => res.json(req.body)) // external.read, http.response, http.route
router.use((req, res, next) => {
  log(req.query) // external.read
  next()
}) // http.middleware
router.route('/users').post((req, res) => res.json(req.body)) // external.read, http.response, http.route

app.get('/answers', (_request, response) => {
  response.json({ id: 1 }) // http.response
  response.status(200).jsonp({ id: 1 }) // http.response, http.status
  response.status(200).set('x-user', '1').send({ id: 1 }) // http.response, http.status
  response.sendStatus(200) // http.status
  response.end() // http.response
  response.statusCode = 500 // http.status
  response.writeHead(500).end('failed') // http.response, http.status
  response.write('failed') // http.response
  response.redirect('/')
}) // http.route
router
  .route('/orders')
  .get((_request, response) => void response.json({})) // http.response, http.route
  .post((_request, response) => void response.json({})) // http.response, http.route

export function show(_request: Request, response: Response) {
  response.json({ id: 1 }) // http.response
}

export const register = (target: Application) => {
  target.get('/', (_request, response) => void response.send('ok')) // http.response, http.route
}

const asked = await fetch('https://example.com') // http.call
asked.headers.get('x-user')

export const create = (req: Request) => log(req.body) // external.read

app.param('id', (req, res, next, id) => {
  log([req.body, id])
  next()
}) // http.middleware
app.set('trust proxy', 1)
app.listen(3000)
export function pass(handler: RequestHandler, failed: ErrorRequestHandler, request: Request, response: Response) {
  handler(request, response, () => {}) // http.route
  failed(new Error('no'), request, response, () => {}) // http.error-handler
}

function log(value: unknown) {
  return { value, body: value }
}
log(1).body
