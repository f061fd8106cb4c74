import { testRule } from '../../support/test-rule.ts'

const head = `import fs from 'node:fs'\nimport os from 'node:os'\nimport path from 'node:path'\n`

testRule('no-insecure-temp-file', {
  valid: [
    // What only looks like it.
    `export const words = ['/tmp/a', 'chmod 777']; export const chmod = (mode) => mode; chmod(0o777)`,
    // A folder of its own.
    `${head}export async function save(text) { const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'report-')); await fs.promises.writeFile(path.join(folder, 'a.txt'), text) }`,
    `${head}export function save(text) { const folder = fs.mkdtempSync('/tmp/report-'); fs.writeFileSync(\`\${folder}/a.txt\`, text) }`,
    `import tmp from 'tmp'\n${head}export function save(text) { const file = tmp.fileSync(); fs.writeFileSync(file.name, text) }`,
    `import { temporaryFile } from 'tempy'\n${head}export const save = (text) => fs.promises.writeFile(temporaryFile(), text)`,
    `import { file } from 'tmp-promise'\n${head}export async function save(text) { const { path } = await file(); await fs.promises.writeFile(path, text) }`,
    // For its owner alone.
    `${head}fs.chmodSync(file, fs.constants.S_IRWXU | fs.constants.S_IRGRP)`,
    `${head}const folder = dir ? dir : os.tmpdir(); fs.writeFileSync(path.join(folder, 'a.txt'), text)`,
    `${head}fs.chmodSync(file, fs.constants.S_IWOTH | extra)`,
    `import { open } from 'node:fs/promises'; const file = await open(name, 'r'); await file.chmod(0o600)`,
    `${head}export const save = (text) => fs.promises.writeFile(path.join(os.tmpdir(), crypto.randomUUID()), text, { mode: 0o600 })`,
    `${head}fs.writeFileSync('/tmp/a.txt', text, { encoding: 'utf8', mode: 0o600 })`,
    `${head}fs.writeFileSync('/tmp/a.txt', text, { mode: '600' })`,
    `${head}const fd = fs.openSync('/tmp/a.txt', 'w', 0o600)`,
    `${head}fs.createWriteStream('/tmp/a.txt', { mode: 0o600 })`,
    `${head}const mode = 0o600; fs.writeFileSync('/tmp/a.txt', text, { mode })`,
    // Rights that the source does not say.
    `${head}fs.writeFileSync('/tmp/a.txt', text, options)`,
    `${head}fs.writeFileSync('/tmp/a.txt', text, { ...options })`,
    `${head}fs.writeFileSync('/tmp/a.txt', text, { mode: given.mode })`,
    `${head}fs.writeFileSync(...given)`,
    // Reading
    `${head}fs.readFileSync('/tmp/a.txt'); fs.createReadStream(path.join(os.tmpdir(), 'a'))`,
    `${head}const fd = fs.openSync('/tmp/a.txt', 'r'); await fs.promises.open('/tmp/a.txt')`,
    `${head}fs.existsSync('/tmp/a.txt'); fs.unlinkSync('/tmp/a.txt')`,
    `export const connector = { path: '/tmp/connector' }; const tmpDir = '/tmp/f'`,
    // Elsewhere
    `${head}fs.writeFileSync('/home/app/tmp/a.txt', text)`,
    `${head}fs.writeFileSync('tmp/a.txt', text); fs.writeFileSync('./tmp/a.txt', text)`,
    `${head}fs.writeFileSync(path.join(process.cwd(), 'tmp', 'a.txt'), text)`,
    `${head}fs.writeFileSync('/tmpfs/a.txt', text)`,
    `${head}export const save = (folder, text) => fs.promises.writeFile(path.join(folder, 'a.txt'), text)`,
    `import { writeFileSync } from './files'; writeFileSync('/tmp/a.txt', text)`,
    `export class Store { save() { this.files.writeFile('/tmp/a.txt', text) } }`,
    // Uploads
    `import multer from 'multer'; export const upload = multer({ dest: 'uploads/' })`,
    `import multer from 'multer'; export const upload = multer({ storage: multer.memoryStorage() })`,
    `import multer from 'multer'; export const upload = multer({ dest: process.env.UPLOADS })`,
    `import formidable from 'formidable'; export const form = formidable({ uploadDir: '/srv/uploads' })`,
    // Rights
    `${head}fs.chmodSync('a', 0o600); fs.chmodSync('a', 0o755); fs.chmodSync('a', 0o770); fs.chmodSync('a', '644')`,
    `${head}fs.chmodSync('a', mode)`,
    `${head}fs.writeFileSync('a', text, { mode: 0o644 })`,
    // Where nobody else is.
    `import type { Handler } from 'aws-lambda'\n${head}export const handler: Handler = async () => { fs.writeFileSync('/tmp/a.txt', text) }`,
    { options: { lambda: true }, code: `${head}fs.writeFileSync('/tmp/a.txt', text)` },
    { filename: 'lambda/report.ts', code: `${head}fs.writeFileSync('/tmp/a.txt', text)` },
    { filename: 'src/report.test.ts', code: `${head}fs.writeFileSync('/tmp/a.txt', text)` },
  ],
  invalid: [
    {
      code: `${head}fs.writeFileSync(«'/tmp/report.txt'», text)`,
      messages: ['temp'],
      suggestions: [[`${head}fs.writeFileSync('/tmp/report.txt', text, { mode: 0o600 })`]],
    },
    {
      code: `${head}fs.writeFileSync(«'/tmp/report.txt'», text, 'utf8')`,
      suggestions: [[`${head}fs.writeFileSync('/tmp/report.txt', text, { encoding: 'utf8', mode: 0o600 })`]],
    },
    {
      code: `${head}fs.writeFile(«'/var/tmp/report.txt'», text, (error) => done(error))`,
      suggestions: [[`${head}fs.writeFile('/var/tmp/report.txt', text, { mode: 0o600 }, (error) => done(error))`]],
    },
    {
      code: `${head}fs.writeFileSync(«'/tmp/report.txt'», text, { flag: 'w' })`,
      suggestions: [[`${head}fs.writeFileSync('/tmp/report.txt', text, { flag: 'w', mode: 0o600 })`]],
    },
    { code: `${head}fs.writeFileSync(«'/tmp/report.txt'», text, { mode: 0o644 })`, suggestions: [[]] },
    `${head}export const save = (id, text) => fs.promises.writeFile(«path.join(os.tmpdir(), \`report-\${id}.txt\`)», text)`,
    `${head}export const save = (text) => fs.promises.writeFile(«path.join(os.tmpdir(), crypto.randomUUID())», text)`,
    `${head}export function save(id, text) { const file = path.join(os.tmpdir(), id); fs.writeFileSync(«file», text) }`,
    'import { writeFile } from "node:fs/promises"; export const save = (id, text) => writeFile(«`/tmp/${id}.pdf`», text)',
    'import { writeFile } from "fs/promises"; import { tmpdir } from "os"; export const save = (id, text) => writeFile(«`${tmpdir()}/${id}`», text)',
    `${head}fs.writeFileSync(«os.tmpdir() + '/report.txt'», text)`,
    `${head}fs.writeFileSync(«path.resolve('/tmp', name)», text)`,
    `${head}fs.appendFileSync(«'/tmp/app.log'», line)`,
    `${head}request.pipe(fs.createWriteStream(«'/tmp/upload'»))`,
    {
      code: `${head}const fd = fs.openSync(«'/tmp/lock'», 'w')`,
      suggestions: [[`${head}const fd = fs.openSync('/tmp/lock', 'w', 0o600)`]],
    },
    `${head}await fs.promises.open(«path.join(os.tmpdir(), 'state')», 'a+')`,
    `${head}const TMP = os.tmpdir(); export const save = (text) => fs.promises.writeFile(«path.join(TMP, 'a.txt')», text)`,
    `${head}fs.writeFileSync(«path.join(process.env.TMPDIR, 'a.txt')», text)`,
    `const fs = require('fs'); exports.save = (text) => fs.writeFileSync(«'/tmp/a.txt'», text)`,
    `${head}const folder = custom ? os.tmpdir() : '/tmp'; fs.writeFileSync(«path.join(folder, 'a.txt')», text)`,
    `${head}fs.chmodSync(file, «fs.constants.S_IRWXU | fs.constants.S_IRWXG | fs.constants.S_IRWXO»)`,
    `${head}const { S_IRUSR, S_IWOTH } = fs.constants; fs.chmodSync(file, «S_IRUSR | S_IWOTH»)`,
    `import { open } from 'node:fs/promises'; const file = await open(name, 'r'); await file.chmod(«0o777»)`,
    `import fs from 'fs-extra'; export const save = (text) => fs.outputFile(«'/tmp/a/b.txt'», text)`,
    {
      code: `import multer from 'multer'; export const upload = multer({ dest: «'/tmp/uploads'» })`,
      messages: ['store'],
    },
    `import multer from 'multer'; import os from 'os'; export const upload = multer({ dest: «os.tmpdir()», limits: { fileSize: 1000 } })`,
    `import multer from 'multer'; export const storage = multer.diskStorage({ destination: «'/tmp'» })`,
    `import formidable from 'formidable'; export const form = formidable({ uploadDir: «'/tmp'» })`,
    {
      code: `${head}fs.chmodSync('a', «0o777»)`,
      messages: ['rights'],
      suggestions: [[`${head}fs.chmodSync('a', 0o700)`]],
    },
    {
      code: `${head}await fs.promises.chmod('a', «'666'»)`,
      suggestions: [[`${head}await fs.promises.chmod('a', '600')`]],
    },
    `${head}fs.chmod('a', «0o666», done)`,
    `${head}fs.writeFileSync('a', text, { mode: «0o666» })`,
    `${head}fs.createWriteStream('a', { mode: «0o777» })`,
    `${head}fs.openSync('a', 'w', «0o666»)`,
    `${head}const everybody = 0o777; fs.chmodSync('a', «everybody»)`,
    `import { chmod } from 'node:fs/promises'; export const share = (name) => chmod(name, «0o777»)`,
    { filename: 'lambda/report.ts', code: `${head}fs.chmodSync('/tmp/a', «0o777»)` },
  ],
})
