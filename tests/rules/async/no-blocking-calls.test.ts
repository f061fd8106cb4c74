import { testRule } from '../../support/test-rule.ts'

const fs = `import fs from 'node:fs'\n`

testRule('no-blocking-calls', {
  valid: [
    // What only looks like it.
    `// fs.readFileSync('a')\nexport const note = "execSync('ls'); while (Date.now() < end) {}"`,
    `export type Read = typeof import('node:fs').readFileSync; export const names = { execSync: 1 }; export const total = () => names.execSync`,
    `export function read(readFileSync) { return readFileSync('a') }`,
    // The top of a module, and what runs there.
    `${fs}const page = fs.readFileSync('page.html', 'utf8')`,
    `${fs}if (fs.existsSync('.env')) load()`,
    `${fs}export const pages = ['a', 'b'].map((name) => fs.readFileSync(name))`,
    `${fs}const key = (() => fs.readFileSync('key.pem'))()`,
    `${fs}function read(name) { return fs.readFileSync(name) }\nexport const page = read('page.html')`,
    `${fs}function first() { return second() }\nfunction second() { return fs.readFileSync('a') }\nexport const page = first()`,
    `${fs}class Pages { private readonly page = fs.readFileSync('page.html') }`,
    `${fs}class Pages { static page = fs.readFileSync('page.html') }`,
    `${fs}await (async () => { fs.mkdirSync('uploads') })()`,
    // The start and the end of a program.
    `${fs}async function bootstrap() { const key = fs.readFileSync('key.pem'); await listen(key) }\nexport default bootstrap`,
    `${fs}export function loadConfig() { return JSON.parse(fs.readFileSync('config.json', 'utf8')) }`,
    `${fs}export class ConfigService { constructor() { this.values = fs.readFileSync('.env') } }`,
    `${fs}@Injectable() export class Mailer { constructor() { this.page = fs.readFileSync('mail.html') } }`,
    `${fs}class Mailer { constructor() { this.page = fs.readFileSync('mail.html') } }\nexport const mailer = new Mailer()`,
    `${fs}export class Mailer { onModuleInit() { this.page = fs.readFileSync('mail.html') } }`,
    `${fs}export const provider = { provide: 'KEY', useFactory: () => fs.readFileSync('key.pem') }`,
    `${fs}process.on('exit', () => fs.writeFileSync('state.json', state))`,
    `${fs}process.once('SIGTERM', () => { fs.unlinkSync('app.pid') })`,
    `${fs}app.listen(3000, () => fs.writeFileSync('app.pid', String(process.pid)))`,
    `${fs}export default async function routes(fastify) { const page = fs.readFileSync('page.html'); fastify.get('/', async () => page) }`,
    `${fs}export function registerPages(app) { const page = fs.readFileSync('page.html'); app.get('/', (req, res) => res.send(page)) }`,
    { filename: 'src/config/database.ts', code: `${fs}export const ca = () => fs.readFileSync('ca.pem')` },
    { filename: 'src/env.ts', code: `${fs}export function secret(name) { return fs.readFileSync(name, 'utf8') }` },
    // Read once.
    `${fs}let page\nexport function home() { page ??= fs.readFileSync('page.html'); return page }`,
    `${fs}let page\nexport function home() { if (!page) { page = fs.readFileSync('page.html', 'utf8') } return page }`,
    `${fs}let page\nexport function home() { if (page) return page; page = String(fs.readFileSync('page.html')); return page }`,
    `${fs}export class Pages { home() { this.page ||= fs.readFileSync('page.html'); return this.page } }`,
    `${fs}let inDocker; function check() { return fs.existsSync('/.dockerenv') }\nexport function isDocker() { inDocker ??= check(); return inDocker }`,
    {
      filename: 'src/startup/customize.ts',
      code: `${fs}export async function customize() { fs.copyFileSync('a', 'b') }`,
    },
    // Once, or once for each key.
    `${fs}let page\nexport function home() { return page ?? (page = fs.readFileSync('page.html')) }`,
    `${fs}let key\nexport const secret = () => { if (!key) { const data = fs.readFileSync('key.pem', 'utf8'); key = data } return key }`,
    `${fs}let ready = false\nexport async function inline(text) { if (!ready) { await start(fs.readFileSync('a.wasm')); ready = true } return run(text) }`,
    `${fs}let started = false\nexport function beat() { if (started) return; started = true; fs.mkdirSync('beats') }`,
    `${fs}const pages = {}\nexport function page(name) { if (pages[name]) return pages[name]; const text = fs.readFileSync(name); pages[name] = text; return text }`,
    `${fs}const pages = new Map()\nexport function page(name) { if (!pages.has(name)) { pages.set(name, fs.readFileSync(name)) } return pages.get(name) }`,
    // A twin that says so, for who may wait.
    `${fs}export function findUpSync(name) { return fs.existsSync(name) }`,
    // In development.
    `${fs}export function home() { if (env.isDevelopment) { return fs.readFileSync('page.html') } return page }`,
    `${fs}export function home() { if (!isProduction) { return fs.readFileSync('page.html') } return page }`,
    // What makes a server, or puts its routes together.
    `${fs}exports.restartServer = async () => { server = https.createServer({ key: fs.readFileSync('key.pem') }, app) }`,
    `${fs}class Servers { async startHTTPS() { this.options.key = fs.readFileSync('key.pem'); await this.open() } }`,
    `${fs}export class Front { static get https() { return https.createServer({ key: fs.readFileSync('key.pem') }, Front.app) } }`,
    `${fs}exports.hook = (name, { app }) => { if (!fs.existsSync('admin')) return; app.get('/admin', (req, res) => res.end()) }`,
    `${fs}const files = () => fs.readdirSync('words')\nexports.hook = (name, args) => { const all = files(); args.app.get('/words', (req, res) => res.json(all)) }`,
    `${fs}export class Flex { constructor(port) { fs.mkdirSync('docs'); this.port = port } routes() { this.app.get('/docs', (req, res) => res.end()) } }`,
    `${fs}export class Flex { private keys = () => fs.readFileSync('key.pem')\n async initialize() { this.key = this.keys() } }`,
    `${fs}@Module({}) export class Jobs { static register(enabled) { return { module: Jobs, providers: fs.existsSync('jobs') ? [Job] : [] } } }`,
    `${fs}export class Settings { load() { this.data = JSON.parse(fs.readFileSync('settings.json', 'utf8')); return this } }`,
    `${fs}export const reloadSettings = () => { fs.writeFileSync('session.key', key) }`,
    `${fs}const words = {}; export function init() { _.each(names, (name) => { words[name] = fs.readFileSync(name) }) }`,
    `${fs}export async function connectDatabase() { if (!fs.existsSync('a.db')) fs.copyFileSync('empty.db', 'a.db') }`,
    `${fs}export class Listener { shutdown() { fs.unlinkSync(this.place) } }`,
    `${fs}export class Listener { open() { this.server.listen(this.place) } close() { fs.unlinkSync(this.place) } }`,
    `${fs}export const provider = { provide: 'CACHE', useFactory: () => match(kind).with('file', () => { fs.mkdirSync('cache') }).exhaustive() }`,
    { filename: 'src/lib/certs.js', code: `${fs}exports.reload = () => { exports.key = fs.readFileSync('key.pem') }` },
    `${fs}export class Git { static branch() { return fs.readFileSync('.git/HEAD') } static init() { Git.head = Git.branch() } }`,
    `${fs}function walk(name) { return fs.readdirSync(name).map((one) => walk(one)) }\nexport const all = walk('routes')`,
    `${fs}module.exports.sync = (name) => fs.statSync(name)`,
    {
      filename: 'src/connections.ts',
      code: `${fs}export class Loader { static async load() { return fs.readdirSync('connections') } }`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/server.ts': `import { Loader } from './connections'\nexport class Server {\n  async start() {\n    await Loader.load()\n  }\n}`,
      },
    },
    `${fs}export async function models(folder) { for (const name of fs.readdirSync(folder)) require(path.join(folder, name))(sequelize) }`,
    `${fs}export class Loader { static async load() { fs.readdirSync('parts').forEach(async (name) => this.add(await import(pathTo(name)))) } }`,
    // What the kernel answers from memory.
    `${fs}export function memory() { return fs.readFileSync('/proc/self/status', 'utf8') }`,
    `${fs}const root = '/sys/fs/cgroup'; export function cpu() { return fs.readFileSync(\`\${root}/cpu.stat\`, 'utf8') }`,
    // Kept, by the other side of an operator.
    `${fs}const pages = new Map(); export function page(name) { const page = pages.get(name) || compile(fs.readFileSync(name)); pages.set(name, page); return page }`,
    `${fs}let page; export function home() { const text = page ? page : fs.readFileSync('page.html'); page = text; return text }`,
    // What other programs are told.
    `${fs}export async function emitSchemaFile() { fs.writeFileSync('schema.gql', await print()) }`,
    `${fs}export function generateTypes(text) { fs.writeFileSync('types.ts', text) }`,
    {
      filename: 'src/query/golden-harness.ts',
      code: `${fs}export function golden(name) { return fs.readFileSync(name) }`,
    },
    {
      filename: 'src/loaders/models.ts',
      code: `${fs}export function models(folder) { return fs.readdirSync(folder) }`,
    },
    // Other modules call it, and only at the start.
    {
      filename: 'src/util/index-html.ts',
      code: `${fs}export async function indexHtml(folder) { return fs.readFileSync(folder) }`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/app.ts': `import { indexHtml } from './util/index-html'\nexport default async function getApp(\n  config,\n): Promise<App> {\n  if (config.ui) {\n    const html = await indexHtml(config.folder)\n  }\n}`,
      },
    },
    {
      filename: 'src/manifest.ts',
      code: `${fs}export const manifest = (name) => fs.readFileSync(name)`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/tags.ts': `import { manifest } from './manifest'\nconst tags = manifest('a.json')\nif (tags) {\n  use(manifest('b.json'))\n}`,
      },
    },
    {
      filename: 'server/utils.js',
      code: `const fs = require('fs')\nfunction registerHelpers() { return fs.existsSync('views') }\nmodule.exports = { registerHelpers }`,
      project: {
        'package.json': '{ "name": "a" }',
        'server/server.js': `const utils = require('./utils')\nutils.registerHelpers()\napp.listen(3000)`,
      },
    },
    {
      filename: 'src/blobs.ts',
      code: `${fs}export class DiskCache { constructor(folder) { fs.mkdirSync(folder) } }`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/images.ts': `import { DiskCache } from './blobs'\nexport function createMiddleware(folder) {\n  const cache = new DiskCache(folder)\n  return (req, res) => cache.send(req, res)\n}`,
      },
    },
    {
      filename: 'admin/backup.ts',
      code: `${fs}export function backup(name) { fs.writeFileSync(name, '') }`,
      project: {
        'package.json': '{ "name": "a", "scripts": { "admin:remove": "ts-node ./admin/remove.ts" } }',
        'admin/remove.ts': `import { backup } from './backup'\nbackup('a.json')`,
      },
    },
    // What waits for something at the start goes on once.
    `${fs}import('./jobs').then(() => { fs.rmSync('tmp') }).catch(() => fs.writeFileSync('failed', ''))`,
    `${fs}fs.open('settings.json', 'r', (error) => { if (!error) fs.writeFileSync('server.pid', String(process.pid)) })`,
    // What a program is made of is read before it serves.
    `${fs}export class Parts { async runMigrations() { return fs.readFileSync('a.sql') } loadModules() { return fs.readdirSync('modules') } }`,
    // A plugin puts the server together, whatever wraps it.
    `import fp from 'fastify-plugin'\n${fs}export default fp(async (app) => { await app.register(docs, { logo: fs.readFileSync('logo.png') }) })`,
    // A twin that says so, on what a module is.
    `${fs}const files = module.exports\nfiles.existsSync = function (name) { try { fs.statSync(name) } catch { return false } return true }`,
    // What is read once is asked for by a name of its own.
    `${fs}export class Status { version() { const known = this.cache.get('version'); if (known) return known; const version = fs.readFileSync('version', 'utf8'); this.cache.set('version', version, 86400); return version } }`,
    // Nobody waits for a command but who gave it.
    `import { Command } from 'commander'\n${fs}export const add = new Command('add').argument('<name>').action((name) => { write(name) })\nfunction write(name) { fs.writeFileSync(name, '') }`,
    `${fs}export default async (argv, action) => { fs.writeFileSync(argv.file, action) }`,
    `${fs}module.exports = async function pull(argv) { fs.writeFileSync(argv.file, '') }`,
    { filename: 'server/command-line/add.ts', code: `${fs}export function add(name) { fs.writeFileSync(name, '') }` },
    {
      filename: 'server/dev-server.ts',
      code: `${fs}app.get('/', (req, res) => res.send(fs.readFileSync('index.html')))`,
    },
    { filename: 'install/web.js', code: `${fs}export function defaults() { return fs.readFileSync('a.json') }` },
    // What Node.js brings along.
    `app.get('/', (req, res) => { const { join } = require('path'); const { EOL } = require('node:os'); res.send(join(EOL)) })`,
    // Modules that are loaded late, but not for a request.
    `export function parse(text) { const yaml = require('yaml'); return yaml.parse(text) }`,
    `app.get('/', async (req, res) => { const { render } = await import('./render'); res.send(render()) })`,
    `const yaml = require('yaml'); app.get('/', (req, res) => res.send(yaml.parse(text)))`,
    // Not in production.
    `${fs}export function home() { if (process.env.NODE_ENV !== 'production') { return fs.readFileSync('page.html') } return page }`,
    `${fs}export function seedUsers() { return JSON.parse(fs.readFileSync('users.json', 'utf8')) }`,
    `${fs}export const devMailer = { send(mail) { fs.writeFileSync('mail.html', mail.html) } }`,
    `${fs}export function home() { if (process.env.APP_ENV !== 'development') return page; return fs.readFileSync('page.html') }`,
    // Other files.
    { filename: 'src/cli/build.ts', code: `${fs}export function build() { fs.rmSync('dist') }` },
    { filename: 'scripts/build.ts', code: `${fs}export function build() { fs.rmSync('dist') }` },
    { filename: 'src/users.test.ts', code: `${fs}it('reads', () => { fs.readFileSync('a') })` },
    {
      filename: 'src/migrations/001.ts',
      code: `${fs}export async function up(db) { await db.raw(fs.readFileSync('a.sql', 'utf8')) }`,
    },
    { filename: 'vite.config.ts', code: `${fs}export default () => ({ key: fs.readFileSync('key.pem') })` },
    { filename: 'src/seeds/users.ts', code: `${fs}export function seed() { return fs.readFileSync('users.json') }` },
    // A thread of its own may wait.
    `import { parentPort } from 'node:worker_threads'\n${fs}parentPort.on('message', (name) => parentPort.postMessage(fs.readFileSync(name)))`,
    // A tool for developers.
    {
      filename: 'src/index.ts',
      code: `${fs}export function lint(name) { return fs.readFileSync(name, 'utf8') }`,
      project: {
        'package.json': '{ "name": "eslint-plugin-x", "exports": "./index.js", "peerDependencies": { "eslint": "*" } }',
      },
    },
    // What only is called like that.
    `import { Effect } from 'effect'; export function run(program) { return Effect.runSync(program) }`,
    `export function load(fs) { return fs.readFileSync('a') }`,
    `import { fs } from 'memfs'; export function load() { return fs.readFileSync('a') }`,
    `import fs from './fs'; export function load() { return fs.readFileSync('a') }`,
    `import { readFileSync } from './files'; export function load() { return readFileSync('a') }`,
    `import { hashSync } from 'object-hash'; export function key(value) { return hashSync(value) }`,
    `import otp from 'otp'; export function check(code) { return otp.verifySync(code) }`,
    `export function load() { return fooSync() }`,
    `const jail = isolate.context.global; export function run() { jail.setSync('log', log) }`,
    `export class Files { readFileSync(name) { return this.files.get(name) } load() { return this.readFileSync('a') } }`,
    `${fs}export const reader = () => fs.readFileSync`,
    // What does not block.
    `${fs}export async function load() { return fs.promises.readFile('a') }`,
    `${fs}export function load(name, done) { fs.readFile(name, done) }`,
    `import bcrypt from 'bcrypt'; export async function check(a, b) { return bcrypt.compare(a, b) }`,
    `import { randomFillSync } from 'node:crypto'; export function salt() { return randomFillSync(Buffer.alloc(16)) }`,
    `import { createHash } from 'node:crypto'; export function etag(body) { return createHash('sha1').update(body).digest('hex') }`,
    `export function send() { const xhr = new XMLHttpRequest(); xhr.open('GET', '/users', true); xhr.send() }`,
    // Loops that wait for others, or that work for a while.
    `export async function poll(end) { while (Date.now() < end) { await wait(100) } }`,
    `export async function poll(end) { while (Date.now() < end) { if (await isReady()) return } }`,
    `export function drain(end) { while (Date.now() < end) { handle(queue.shift()) } }`,
    `const start = Date.now(); while (Date.now() - start < 10) {}`,
    // Databases that block by design.
    `import Database from 'better-sqlite3'; const db = new Database('a.db'); export function users() { return db.prepare('select id from users').all() }`,
    // Options.
    { options: { allow: ['existsSync'] }, code: `${fs}export function has(name) { return fs.existsSync(name) }` },
    { options: { functions: 'async' }, code: `${fs}export function load(name) { return fs.readFileSync(name) }` },
  ],
  invalid: [
    // Handlers.
    {
      code: `${fs}app.get('/', (req, res) => { res.send(«fs.readFileSync»('page.html')) })`,
      messages: ['file'],
      suggestions: [[]],
    },
    `const fs = require('fs')\nrouter.post('/upload', function (req, res) { «fs.writeFileSync»('a', req.body); res.end() })`,
    {
      code: `${fs}app.get('/', async (req, res) => { res.send(«fs.readFileSync»('page.html', 'utf8')) })`,
      suggestions: [
        [`${fs}app.get('/', async (req, res) => { res.send(await fs.promises.readFile('page.html', 'utf8')) })`],
      ],
    },
    {
      code: `import { readFileSync } from 'node:fs'\nexport async function lines(name) { return «readFileSync»(name, 'utf8').split('x') }`,
      suggestions: [
        [
          `import { readFileSync } from 'node:fs'\nimport { readFile } from 'node:fs/promises'\nexport async function lines(name) { return (await readFile(name, 'utf8')).split('x') }`,
        ],
      ],
    },
    {
      code: `import { readFileSync } from 'fs'\nexport async function load(name) { return JSON.parse(«readFileSync»(name, 'utf8')) }`,
      suggestions: [
        [
          `import { readFileSync } from 'fs'\nimport { readFile } from 'fs/promises'\nexport async function load(name) { return JSON.parse(await readFile(name, 'utf8')) }`,
        ],
      ],
    },
    { code: `import { readFileSync } from 'fs'\nexport async function load(readFile) { return «readFileSync»('a') }` },
    `${fs}export class Files { find(name) { return «fs.existsSync»(name) } }`,
    `${fs}@Controller('files') export class FilesController { @Get() find(@Param('name') name: string) { return «fs.statSync»(name).size } }`,
    {
      code: `${fs}export async function isThere(name) { return «fs.statSync»(name, { throwIfNoEntry: false }) !== undefined }`,
      suggestions: [[]],
    },
    `${fs}export default async function routes(fastify) { fastify.get('/', async () => «fs.readFileSync»('page.html')) }`,
    `${fs}async function main() { app.get('/', (req, res) => res.send(«fs.readFileSync»('a'))) }\nmain()`,
    `${fs}function read(name) { return «fs.readFileSync»(name) }\napp.get('/', (req, res) => res.send(read('a')))`,
    `${fs}export const load = (names: string[]) => names.map((name) => «fs.readFileSync»(name))`,
    `${fs}export class Uploads { private save(file: Buffer) { «fs.writeFileSync»('a', file) } add(file: Buffer) { this.save(file) } }`,
    `${fs}export function load(name) { return «fs.readFileSync.apply»(fs, [name]) }`,
    `${fs}export function load(name) { return «fs['readFileSync']»(name) }`,
    `${fs}export function load(name) { return «fs?.readFileSync»(name) }`,
    `${fs}export function load(name) { return «(fs as any).readFileSync»(name) }`,
    `import { readFileSync as read } from 'node:fs'; export function load(name) { return «read»(name) }`,
    `import * as files from 'fs'; export function load(name) { return «files.readFileSync»(name) }`,
    `const { readdirSync } = require('node:fs'); module.exports.list = () => «readdirSync»('uploads')`,
    `import fs = require('fs'); export function load(name) { return «fs.readFileSync»(name) }`,
    `${fs}const { writeFileSync: write } = fs; export function save(text) { «write»('a', text) }`,
    `export function load(name) { return «require('fs').readFileSync»(name) }`,
    `import fs from 'fs-extra'; export function save(value) { «fs.outputJsonSync»('a.json', value) }`,
    // Processes.
    {
      code: `import { execSync } from 'node:child_process'; export async function version() { return «execSync»('git rev-parse HEAD') }`,
      messages: ['process'],
    },
    `import * as child from 'child_process'; app.post('/convert', (req, res) => { «child.spawnSync»('convert', ['a', 'b']); res.end() })`,
    `${fs}export const load = (name) => find(name).then(() => «fs.readFileSync»(name))`,
    `${fs}app.get('/', (req, res) => { find(req).then(() => res.send(«fs.readFileSync»('a'))) })`,
    `${fs}fs.watch('settings.json', () => { settings = «fs.readFileSync»('settings.json') })`,
    `${fs}export default cached(async (app) => «fs.readFileSync»(app.logo))`,
    `${fs}const files = module.exports\nfiles.exists = function (name) { return «fs.existsSync»(name) }`,
    `${fs}export class Status { version() { const known = this.other.get('version'); if (known) return known; const version = «fs.readFileSync»('version', 'utf8'); this.cache.set('version', version); return version } }`,
    // Production resets and tests, too.
    `import bcrypt from 'bcrypt'; export const resetPassword = (user, password) => { user.password = «bcrypt.hashSync»(password, 12) }`,
    `${fs}export class Mails { testDelivery(name) { «fs.writeFileSync»(name, 'Success') } }`,
    `${fs}export function clone(url) { if (!/^https:\\/\\/dev.example.com/.test(url)) throw new Error('no'); return «fs.existsSync»(url) }`,
    // Work that waits for work goes on for each request, and what is kept is only what it makes.
    `${fs}const last = {}; export function save(name, text) { if (!last[name]) last[name] = Promise.resolve(); const result = last[name].then(() => «fs.writeFileSync»(name, text)); last[name] = result.catch(ignore); return result }`,
    `${fs}export class Parts { loadModule(name) { return «fs.readFileSync»(name) } }`,
    `${fs}export const save = machine.action((name) => { «fs.writeFileSync»(name, '') })`,
    `${fs}export default async (args, action) => { «fs.writeFileSync»(args.file, action) }`,
    { filename: 'src/install/web.js', code: `${fs}export function defaults() { return «fs.readFileSync»('a.json') }` },
    `const cp = require('child_process'); exports.run = (command) => «cp.execFileSync»(command)`,
    // Computation.
    {
      code: `import crypto from 'crypto'; export function hash(text, salt) { return «crypto.pbkdf2Sync»(text, salt, 100000, 64, 'sha512') }`,
      messages: ['computation'],
    },
    `import { scryptSync } from 'node:crypto'; export const hash = (text, salt) => «scryptSync»(text, salt, 64).toString('hex')`,
    `import { generateKeyPairSync } from 'crypto'; export async function keys() { return «generateKeyPairSync»('rsa', { modulusLength: 4096 }) }`,
    `import crypto from 'node:crypto'; export function fill() { return «crypto.randomFillSync»(Buffer.alloc(10 * 1024 * 1024)) }`,
    `import zlib from 'node:zlib'; app.get('/', (req, res) => res.end(«zlib.gzipSync»(body)))`,
    `import { brotliDecompressSync } from 'zlib'; export function unpack(body: Buffer) { return «brotliDecompressSync»(body) }`,
    {
      code: `import bcrypt from 'bcrypt'\nexport async function register(password) { return «bcrypt.hashSync»(password, 12) }`,
      output: `import bcrypt from 'bcrypt'\nexport async function register(password) { return await bcrypt.hash(password, 12) }`,
    },
    {
      code: `import bcrypt from 'bcryptjs'\nexport async function register(password) { return «bcrypt.hashSync»(password, «bcrypt.genSaltSync»(12)) }`,
      output: `import bcrypt from 'bcryptjs'\nexport async function register(password) { return await bcrypt.hash(password, await bcrypt.genSalt(12)) }`,
    },
    {
      code: `import { compareSync } from 'bcrypt'\nexport const login = async (a, b) => { if (!«compareSync»(a, b)) throw new Error('no') }`,
      output: `import { compareSync, compare } from 'bcrypt'\nexport const login = async (a, b) => { if (!await compare(a, b)) throw new Error('no') }`,
    },
    `import bcrypt from 'bcrypt'; userSchema.pre('save', function (next) { this.password = «bcrypt.hashSync»(this.password, 10); next() })`,
    `import bcrypt from 'bcrypt'; export async function all(users) { return users.map((user) => «bcrypt.hashSync»(user.password, 10)) }`,
    `import { hashSync } from '@node-rs/bcrypt'; export function make(password) { return «hashSync»(password) }`,
    `import { verifySync } from '@node-rs/argon2'; export function check(a, b) { return «verifySync»(a, b) }`,
    // Waiting.
    {
      code: `export function sleep(ms) { «Atomics.wait»(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms) }`,
      messages: ['wait'],
    },
    `export function load(url) { const xhr = new XMLHttpRequest(); «xhr.open»('GET', url, false); xhr.send() }`,
    {
      code: `export function sleep(ms) { const end = Date.now() + ms; «while (Date.now() < end) {}» }`,
      messages: ['loop'],
    },
    `export function sleep(ms) { const start = new Date().getTime(); «while (new Date().getTime() - start < ms);» }`,
    `export function sleep(ms) { const start = performance.now(); «do { /* wait */ } while (performance.now() - start < ms)» }`,
    `export async function sleep(ms) { «for (const end = Date.now() + ms; Date.now() < end; ) {}» }`,
    // Modules.
    {
      code: `const app = require('express')(); app.get('/', (req, res) => { const pdf = «require('pdfkit')»; res.send(pdf) })`,
      messages: ['require'],
    },
    // A handler is called for each request, whatever its name.
    `${fs}import { Controller, Post } from '@nestjs/common'; @Controller() export class Auth { @Post() setup() { return «fs.readFileSync»('a') } }`,
    // At the start, and for a request, too.
    `${fs}function load() { return «fs.readFileSync»('a.json') }\nexport let config = load()\nrouter.post('/reload', (_req, res) => { config = load(); res.json(config) })`,
    `${fs}export function loadConfig() { return «fs.readFileSync»('a.json') }\nexport let config = loadConfig()\nrouter.post('/reload', (_req, res) => { config = loadConfig(); res.json(config) })`,
    {
      filename: 'src/config/reload.ts',
      code: `${fs}const router = require('express').Router()\nfunction read() { return «fs.readFileSync»('a.json') }\nfunction load() { return read() }\nexport let config = load()\nrouter.post('/reload', (_req, res) => { config = load(); res.json(config) })`,
    },
    // Asked for, but never kept; kept, but for this call alone.
    `${fs}let page\nexport function home() { if (page) return page; return «fs.readFileSync»('page.html') }`,
    `${fs}export function home(pages) { if (pages.a) return pages.a; pages.a = «fs.readFileSync»('a'); return pages.a }`,
    `${fs}let started = false\nexport function beat() { if (started) return; started = true; const write = () => «fs.writeFileSync»('beat', ''); setInterval(write, 1000) }`,
    `${fs}let started = false\nexport function serve(port) { if (started) return; started = true; router.get('/', (req, res) => res.send(«fs.readFileSync»('a'))) }`,
    `${fs}function findUpSync(name) { return «fs.existsSync»(name) }\nexport const find = (name) => findUpSync(name)`,
    `${fs}export function home() { if (env.isProduction) { return «fs.readFileSync»('page.html') } return page }`,
    `${fs}export function generateInvoice(text) { «fs.writeFileSync»('invoice.txt', text) }`,
    {
      filename: 'src/graphql/loaders/user.ts',
      code: `${fs}export function users(name) { return «fs.readFileSync»(name) }`,
    },
    {
      filename: 'src/util/index-html.ts',
      code: `${fs}export async function indexHtml(folder) { return «fs.readFileSync»(folder) }`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/app.ts': `import { indexHtml } from './util/index-html'\nexport default function getApp() {\n  app.get('/', async (req, res) => {\n    res.send(await indexHtml('a'))\n  })\n}`,
      },
    },
    {
      filename: 'src/manifest.ts',
      code: `${fs}export const manifest = (name) => «fs.readFileSync»(name)`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/tags.ts': `import { manifest } from './manifest'\nconst tags = manifest('a.json')\nexport function render(name) {\n  return manifest(name)\n}`,
      },
    },
    {
      filename: 'src/backup.ts',
      code: `${fs}export function backup(name) { «fs.writeFileSync»(name, '') }`,
      project: {
        'package.json': '{ "name": "a", "scripts": { "admin:remove": "ts-node ./admin/remove.ts" } }',
        'admin/remove.ts': `import { backup } from '../src/backup'\nbackup('a.json')`,
        'src/users.ts': `import { backup } from './backup'\nexport const save = (name) => backup(name)`,
      },
    },
    {
      filename: 'server/utils.js',
      code: `const fs = require('fs')\nfunction helpers() { return «fs.existsSync»('views') }\nmodule.exports = { helpers }`,
      project: {
        'package.json': '{ "name": "a" }',
        'server/server.js': `const utils = require('./utils')\nutils.helpers()\nexports.view = (name) => utils.helpers(name)`,
      },
    },
    {
      filename: 'src/blobs.ts',
      code: `${fs}export class DiskCache { constructor(folder) { «fs.mkdirSync»(folder) } }`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/images.ts': `import { DiskCache } from './blobs'\nexport function sendImage(folder) {\n  return new DiskCache(folder)\n}`,
      },
    },
    {
      filename: 'src/connections.ts',
      code: `${fs}export class Loader { static async load() { return «fs.readdirSync»('connections') } }`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/server.ts': `import { Loader } from './connections'\nexport class Server {\n  async find() {\n    await Loader.load()\n  }\n}`,
      },
    },
    `${fs}export class Git { static branch() { return «fs.readFileSync»('.git/HEAD') } static find() { return Git.branch() } }`,
    `${fs}export async function page(folder) { const { render } = await import('./render.js'); return render(«fs.readdirSync»(folder)) }`,
    `${fs}export class Upload { close() { «fs.unlinkSync»(this.place) } }`,
    `${fs}export class Accounts { connectUser(name) { return «fs.readFileSync»(name) } }`,
    `${fs}function walk(name) { return «fs.readdirSync»(name).map((one) => walk(one)) }\nexport const all = (name) => walk(name)`,
    // A handler beside a server, a name that only sounds like a start, settings of one user.
    `${fs}exports.hook = (name, { app }) => { app.get('/admin', (req, res) => res.send(«fs.readFileSync»('admin.html'))) }`,
    `${fs}export class Accounts { register(user) { «fs.writeFileSync»('users', user) } }`,
    `${fs}export class UserSettings { load(user) { return «fs.readFileSync»(user) } }`,
    `${fs}export class Settings { save() { «fs.writeFileSync»('settings.json', this.text) } }`,
    `${fs}export function status() { return «fs.readFileSync»('/var/run/app.pid') }`,
    `${fs}const pages = new Map(); export function page(name) { return pages.get(name) || compile(«fs.readFileSync»(name)) }`,
    // Kept, but anew for each call.
    `${fs}export function load(name) { let page; page = «fs.readFileSync»(name); return page }`,
    `${fs}let page; export function reload() { page = «fs.readFileSync»('a') }`,
    `${fs}export class Report { constructor(name) { this.text = «fs.readFileSync»(name) } }`,
    // Options.
    {
      options: { include: ['better-sqlite3'] },
      code: `import Database from 'better-sqlite3'; const db = new Database('a.db'); export function users() { return «db.prepare('select id from users').all»() }`,
      messages: ['query'],
    },
    {
      options: { functions: 'async' },
      code: `${fs}export async function load(name) { return «fs.readFileSync»(name) }`,
    },
    {
      options: { allow: ['existsSync'] },
      code: `${fs}export function load(name) { return fs.existsSync(name) && «fs.readFileSync»(name) }`,
    },
  ],
})
