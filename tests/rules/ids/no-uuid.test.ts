import { testRule } from '../../support/test-rule.ts'

testRule('no-uuid', {
  valid: [
    `import { validate, parse, stringify, version } from 'uuid'`,
    `import * as uuid from 'uuid'; uuid.validate(id)`,
    `const { validate } = require('uuid')`,
    `require('uuid').validate(id)`,
    `const { parse } = await import('uuid'); parse(id)`,
    `import { nanoid } from 'nanoid'; nanoid()`,
    `import KSUID from 'ksuid'; KSUID.randomSync().string`,
    `import { randomBytes, createHash } from 'node:crypto'`,
    `import { z } from 'zod'; z.string().uuid()`,
    `import { IsUUID } from 'class-validator'`,
    `import { ParseUUIDPipe } from '@nestjs/common'`,
    `import { uuid } from './uuid'; uuid()`,
    // Another crypto than the platform's.
    `function f(crypto: Vault) { return crypto.randomUUID() }`,
    `import { crypto } from './vault'; crypto.randomUUID()`,
    {
      code: `import { type OrderId } from '@acme/ids'`,
      settings: {
        libraries: [{ package: '@acme/ids', rows: [{ call: 'makeToken', role: 'id.generate', format: 'uuid' }] }],
      },
    },
    { code: `import { v4 } from 'uuid'`, filename: 'src/users.test.ts' },
    { code: `import { v4 } from 'uuid'`, options: { allowPackages: ['uuid'] } },
  ],
  invalid: [
    { code: `«import { v4 as uuidv4 } from 'uuid'»\nexport const id = () => uuidv4()`, messages: ['package'] },
    `«import { v4, validate } from 'uuid';» v4(); v4()`,
    `«import { v7 } from 'uuid'»`,
    `«import v4 from 'uuid/dist/esm-node/v4.js'»`,
    `«import { v4 } from 'npm:uuid@9'»`,
    `«import * as uuid from 'uuid';» uuid.v4()`,
    `«import uuid from 'uuid';» register(uuid)`,
    `«import v4 from 'uuid/v4';» v4()`,
    `«import type { V4Options } from 'uuid'»`,
    `«import short from 'short-uuid';» short.generate()`,
    `«import { v4 } from '@lukeed/uuid/secure'»`,
    `«import uuid = require('uuid');» uuid.v4()`,
    `const { v4 } = «require('uuid')»; v4()`,
    `const uuid = «require('uuid')»; uuid.v4()`,
    `const id = «require('uuid')».v4()`,
    `const { v4 } = await «import('uuid')»`,
    `«export { v4 } from 'uuid'»`,
    `«export * from 'uuid'»`,
    { code: `const id = «crypto.randomUUID»()`, messages: ['generator'] },
    `const id = «globalThis.crypto.randomUUID»()`,
    `import crypto from 'node:crypto'; const id = «crypto.randomUUID»()`,
    `import * as crypto from 'crypto'; save({ id: «crypto.randomUUID»() })`,
    `import { «randomUUID» } from 'node:crypto'; randomUUID()`,
    `import { createHash, «randomUUID as makeId» } from 'crypto'; makeId()`,
    `import { webcrypto } from 'node:crypto'; «webcrypto.randomUUID»()`,
    `const { «randomUUID» } = require('crypto'); randomUUID()`,
    `const { «randomUUID» } = crypto; randomUUID()`,
    `const id = «require('crypto').randomUUID»()`,
    `const users = pgTable('users', { id: text().$defaultFn(«crypto.randomUUID») })`,
    `«Bun.randomUUIDv7»()`,
    // An in-house package, by a row of the user's.
    {
      code: `import { «makeToken», type OrderId } from '@acme/ids'; makeToken()`,
      settings: {
        libraries: [{ package: '@acme/ids', rows: [{ call: 'makeToken', role: 'id.generate', format: 'uuid' }] }],
      },
    },
    // With a helper, the finding brings its replacement.
    {
      code: `«import { v4 as uuid } from 'uuid'»\nimport { db } from './db'\n\nexport const make = () => db.insert({ id: uuid() })\n`,
      options: { helper: { module: '@/ids' } },
      suggestions: [
        [
          `import { db } from './db'\nimport { generateKSUID } from '@/ids'\n\nexport const make = () => db.insert({ id: generateKSUID() })\n`,
        ],
      ],
    },
    {
      code: `import { generateKSUID } from '@/ids'\nimport { createHash, «randomUUID» } from 'node:crypto'\nexport const a = randomUUID() + generateKSUID()`,
      suggestions: [
        [
          `import { generateKSUID } from '@/ids'\nimport { createHash } from 'node:crypto'\nexport const a = generateKSUID() + generateKSUID()`,
        ],
      ],
    },
    {
      code: `export const id = «crypto.randomUUID»()`,
      options: { helper: { module: './ids.ts', name: 'newId' } },
      suggestions: [[`import { newId } from './ids.ts'\nexport const id = newId()`]],
    },
  ],
})
