import { testRule } from '../../support/test-rule.ts'

const helper = `import KSUID from 'ksuid'\nexport function generateKSUID(): string {\n  return KSUID.randomSync().string\n}\n`
const manifest = JSON.stringify({ name: 'shop', dependencies: { ksuid: '3', express: '5' } })
const project = { 'package.json': manifest, 'src/lib/ids.ts': helper }
const modules = { ...project, 'package.json': manifest.replace('{', '{"type":"module",') }
const later = { ...project, 'src/lib/ids.ts': helper.replace('export function', 'export async function') }
const filename = 'src/orders.ts'

testRule('prefer-ksuid-helper', {
  valid: [
    // One that prepares what it makes the id of, and one that keeps it first.
    `const KSUID = require('ksuid'); const newId = (at = new Date()) => { const payload = randomBytes(16); return KSUID.fromParts(at.getTime(), payload).string }; module.exports = { newId }`,
    `import KSUID from 'ksuid'; export async function newId() { const id = await KSUID.random(); return id.string }`,
    `const KSUID = require('ksuid'); function newId() { return KSUID.randomSync().string } module.exports = newId`,
    `import KSUID from 'ksuid'; export class Ids { next(): string { return KSUID.randomSync().string } }`,
    `import KSUID from 'ksuid'; const rows = await list({ from: KSUID.fromParts(from.getTime(), Buffer.alloc(16)).string })`,
    `import KSUID from 'ksuid'; const last = Buffer.alloc(16, 255); const rows = await list({ to: KSUID.fromParts(to, last).string })`,
    // The word alone.
    `const ksuid = row.ksuid; export const key = { pk: ksuid }`,
    `import { KsuidLoader } from './ksuid-loader'; new KsuidLoader().random()`,
    // The helper itself, under whatever name it is the only one.
    helper,
    { code: helper, filename: 'src/lib/ids.ts', project },
    `import KSUID from 'ksuid'; export const generateKSUID = () => KSUID.randomSync().string`,
    `import KSUID from 'ksuid'; export const generateKsuid = async () => (await KSUID.random()).string`,
    `const KSUID = require('ksuid'); function generateKSUID() { return KSUID.randomSync().string } module.exports = { generateKSUID }`,
    `import KSUID from 'ksuid'; export const newId = () => KSUID.randomSync().string`,
    `import KSUID from 'ksuid'; export function newId() { return KSUID.randomSync().string }`,
    `const KSUID = require('ksuid'); module.exports.newId = () => KSUID.randomSync().string`,
    {
      code: `const KSUID = require('ksuid');\nfunction generateKSUID() { return KSUID.randomSync().string }\nmodule.exports = { generateKSUID }`,
      filename: 'src/utils/ids.cjs',
    },
    {
      code: `const KSUID = require('ksuid'); const newId = () => KSUID.randomSync().string; module.exports = { newId }`,
      filename: 'src/utils/ids.cjs',
    },
    `import KSUID from 'ksuid'; const newId = () => KSUID.randomSync().string; export { newId }`,
    `import KSUID from 'ksuid'; export default () => KSUID.randomSync().string`,
    "import KSUID from 'ksuid'; export const orderId = () => `ord_${KSUID.randomSync().string}`",
    // The helper is used.
    {
      code: `import { generateKSUID } from './lib/ids'; export const add = (a) => ({ id: generateKSUID(), a })`,
      filename,
      project,
    },
    `import { generateKSUID } from '@/ids'; const id = generateKSUID()`,
    `import { generateKSUID } from '@shop/ids'; import KSUID from 'ksuid'; const id = generateKSUID(); const at = KSUID.parse(id).date`,
    // Ids are read.
    `import KSUID from 'ksuid'; const at = KSUID.parse(id).date`,
    `import KSUID from 'ksuid'; if (!KSUID.isValid(buffer)) stop()`,
    `import KSUID from 'ksuid'; const id = new KSUID(buffer)`,
    `import type KSUID from 'ksuid'; export function at(id: KSUID) { return id.date }`,
    // Something else of that name.
    `import KSUID from './ksuid'; const id = KSUID.randomSync().string`,
    `const id = KSUID.randomSync().string`,
    `function f(KSUID) { return KSUID.randomSync().string }`,
    `import { v4 } from 'uuid'; const id = v4()`,
    `const n = Math.random()`,
    // Other kinds of file.
    { code: `import KSUID from 'ksuid'; const id = KSUID.randomSync().string`, filename: 'src/orders.test.ts' },
    { code: `import KSUID from 'ksuid'; const id = KSUID.randomSync().string`, filename: 'db/migrations/001.ts' },
    { code: `import KSUID from 'ksuid'; const id = KSUID.randomSync().string`, filename: 'src/components/list.tsx' },
  ],
  invalid: [
    // A function that does more than make an id is no helper.
    `import KSUID from 'ksuid'; export function add(order) { const id = «KSUID.randomSync()».string; return save({ id, order }) }`,
    `import KSUID from 'ksuid'; export async function newId() { await warm(); const id = await «KSUID.random()»; return id.string }`,
    {
      code: `const KSUID = require('ksuid')\nconst id = «KSUID.randomSync()».string\n`,
      filename: 'src/orders.js',
      project: {
        'package.json': manifest,
        'src/ids.js': `const KSUID = require('ksuid')\nconst generateKSUID = () => KSUID.randomSync().string\nmodule.exports = { generateKSUID }\n`,
      },
      messages: ['direct'],
      output: `const KSUID = require('ksuid')\nconst { generateKSUID } = require('./ids')\nconst id = generateKSUID()\n`,
    },
    {
      code: `import KSUID from 'ksuid'\n\nexport const add = (a) => db.insert({ id: «KSUID.randomSync()».string, a })\n`,
      filename,
      project,
      messages: ['direct'],
      output: `import { generateKSUID } from './lib/ids'\n\nexport const add = (a) => db.insert({ id: generateKSUID(), a })\n`,
    },
    {
      code: `import KSUID from 'ksuid'\nimport { db } from './db.js'\n\ndb.insert({ id: «KSUID.randomSync()».toString(), other: «KSUID.randomSync()».string })\n`,
      filename,
      project,
      messages: ['direct', 'direct'],
      output: `import { db } from './db.js'\nimport { generateKSUID } from './lib/ids.js'\n\ndb.insert({ id: generateKSUID(), other: generateKSUID() })\n`,
    },
    {
      code: `import KSUID from 'ksuid'\n\nrun(«KSUID.randomSync()».string, KSUID.parse(id))\n`,
      filename,
      project: modules,
      output: `import KSUID from 'ksuid'\nimport { generateKSUID } from './lib/ids.js'\n\nrun(generateKSUID(), KSUID.parse(id))\n`,
    },
    {
      code: `import KSUID from 'ksuid'\n\nrun(«KSUID.randomSync()».string)\n`,
      filename,
      options: { helper: { module: '@/ids', name: 'newId' } },
      output: `import { newId } from '@/ids'\n\nrun(newId())\n`,
    },
    // Waiting is taken away: a suggestion.
    {
      code: `import KSUID from 'ksuid'\n\nconst id = (await «KSUID.random()»).string\n`,
      filename,
      project,
      suggestions: [[`import { generateKSUID } from './lib/ids'\n\nconst id = generateKSUID()\n`]],
    },
    // Not a plain text, or a helper that gives something else: by hand.
    { code: `import KSUID from 'ksuid'; const id = «KSUID.randomSync()»`, filename, project, messages: ['direct'] },
    { code: `import KSUID from 'ksuid'; const id = «KSUID.randomSync(new Date())».string`, filename, project },
    { code: `import KSUID from 'ksuid'; const id = «KSUID.randomSync()».string`, filename, project: later },
    {
      code: `import KSUID from 'ksuid'; const generateKSUID2 = 1; const id = «KSUID.fromParts(at, payload)».string`,
      filename,
      project,
    },
    // A second helper.
    {
      code: `import KSUID from 'ksuid'; export const newId = () => «KSUID.randomSync()».string`,
      filename,
      project,
      messages: ['second'],
    },
    {
      code: `import KSUID from 'ksuid'; export function orderId() { return «KSUID.randomSync()».string }`,
      options: { helper: { module: '@/ids' } },
      messages: ['second'],
    },
    // No helper is known.
    { code: `import KSUID from 'ksuid'; const id = «KSUID.randomSync()».string`, messages: ['missing'] },
    {
      code: `import KSUID from 'ksuid'; export async function add(a) { const id = (await «KSUID.random()»).string; return db.insert({ id, a }) }`,
      messages: ['missing'],
    },
    {
      code: `import KSUID from 'ksuid'; class A { add() { return this.db.insert({ id: «KSUID.randomSync()».string }) } }`,
      messages: ['missing'],
    },
    `import * as ksuid from 'ksuid'; const id = «ksuid.randomSync()».string`,
    `import Ids from 'ksuid'; const id = «Ids.randomSync()».string`,
    `const KSUID = require('ksuid'); const id = «KSUID.randomSync()».string`,
    `const { randomSync } = require('ksuid'); const id = «randomSync()».string`,
    `const id = «require('ksuid').randomSync()».string`,
    `import KSUID = require('ksuid'); const id = «KSUID.randomSync()».string`,
    `import KSUID from 'ksuid'; const make = KSUID; const id = «make.randomSync()».string`,
    { code: `import KSUID from 'ksuid'; const id = «KSUID.randomSync()».string`, filename: 'scripts/import-orders.ts' },
  ],
})
