import express, { Router, type Request } from 'express'

const app = express()
app.get('/', (req, res) => {
  res.json([
    req.body, // external.read
    req.query, // external.read
    req.params, // external.read
    req.cookies, // external.read
    req.headers,
    req.path,
  ])
})
app.post('/', (req, res) => res.json(req.body)) // external.read
app.put('/', (req, res) => res.json(req.body)) // external.read
app.patch('/', (req, res) => res.json(req.body)) // external.read
app.delete('/', (req, res) => res.json(req.body)) // external.read
app.options('/', (req, res) => res.json(req.body)) // external.read
app.head('/', (req, res) => res.json(req.body)) // external.read
app.all('/', (req, res) => res.json(req.body)) // external.read
app.use((req, res, next) => {
  log(req.body) // external.read
  next()
})
app.route('/users').get((req, res) => res.json(req.query)) // external.read
Router().get('/', (req, res) => res.json(req.query)) // external.read

const router = express.Router()
router.post('/', (req, res) => res.json(req.body)) // external.read
router.use((req, res, next) => {
  log(req.query) // external.read
  next()
})
router.route('/users').post((req, res) => res.json(req.body)) // external.read

export const create = (req: Request) => log(req.body) // external.read

function log(value: unknown) {
  return { value, body: value }
}
log(1).body
