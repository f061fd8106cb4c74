import express, { Router, type Application, type Request, type Response } from 'express'

const app = express()
app.get('/', (req, res) => {
  res.json([
    req.body, // external.read
    req.query, // external.read
    req.params, // external.read
    req.cookies, // external.read
    req.headers,
    req.path,
  ]) // http.response
})
app.post('/', (req, res) => res.json(req.body)) // external.read, http.response
app.put('/', (req, res) => res.json(req.body)) // external.read, http.response
app.patch('/', (req, res) => res.json(req.body)) // external.read, http.response
app.delete('/', (req, res) => res.json(req.body)) // external.read, http.response
app.options('/', (req, res) => res.json(req.body)) // external.read, http.response
app.head('/', (req, res) => res.json(req.body)) // external.read, http.response
app.all('/', (req, res) => res.json(req.body)) // external.read, http.response
app.use((req, res, next) => {
  log(req.body) // external.read
  next()
})
app.route('/users').get((req, res) => res.json(req.query)) // external.read, http.response
Router().get('/', (req, res) => res.json(req.query)) // external.read, http.response

const router = express.Router()
router.post('/', (req, res) => res.json(req.body)) // external.read, http.response
router.use((req, res, next) => {
  log(req.query) // external.read
  next()
})
router.route('/users').post((req, res) => res.json(req.body)) // external.read, http.response

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
})
router
  .route('/orders')
  .get((_request, response) => void response.json({})) // http.response
  .post((_request, response) => void response.json({})) // http.response

export function show(_request: Request, response: Response) {
  response.json({ id: 1 }) // http.response
}

export const register = (target: Application) => {
  target.get('/', (_request, response) => void response.send('ok')) // http.response
}

const asked = await fetch('https://example.com')
asked.headers.get('x-user')

export const create = (req: Request) => log(req.body) // external.read

function log(value: unknown) {
  return { value, body: value }
}
log(1).body
