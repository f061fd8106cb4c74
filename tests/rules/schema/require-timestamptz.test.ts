import { testRule } from '../../support/test-rule.ts'

function prisma(fields: string, more: object = {}) {
  return onProvider('postgresql', fields, more)
}

function onProvider(provider: string, fields: string, more: object = {}) {
  return {
    filename: 'prisma/schema.prisma',
    project: { 'package.json': '{}' },
    code: schema(fields, provider),
    ...more,
  }
}

function schema(fields: string, provider = 'postgresql') {
  return `datasource db {\n  provider = "${provider}"\n}\n\nmodel Order {\n  id String @id\n${fields}\n}`
}

testRule('require-timestamptz', {
  valid: [
    prisma('  paidAt DateTime @db.Timestamptz'),
    prisma('  paidAt DateTime @default(now()) @db.Timestamptz(6)'),
    prisma('  day DateTime @db.Date\n  at DateTime @db.Time(0)\n  zoned DateTime @db.Timetz'),
    prisma('  name String\n  count Int'),
    // Other databases keep times in other ways.
    onProvider('mysql', '  paidAt DateTime'),
    onProvider('sqlite', '  paidAt DateTime'),
    onProvider('mongodb', '  paidAt DateTime'),
    // Nothing says which database it is.
    { filename: 'schema.prisma', project: { 'package.json': '{}' }, code: 'model Order {\n  paidAt DateTime\n}' },
    prisma('  paidAt DateTime', { options: { prisma: false } }),
  ],
  invalid: [
    prisma('  «paidAt DateTime»', { suggestions: [[schema('  paidAt DateTime @db.Timestamptz(3)')]] }),
    prisma('  «createdAt DateTime @default(now())» // made', {
      suggestions: [[schema('  createdAt DateTime @default(now()) @db.Timestamptz(3) // made')]],
    }),
    prisma('  «paidAt DateTime? @map("paid_at") @db.Timestamp(6)»', {
      suggestions: [[schema('  paidAt DateTime? @map("paid_at") @db.Timestamptz(6)')]],
    }),
    prisma('  «times DateTime[]»', { suggestions: [[schema('  times DateTime[] @db.Timestamptz(3)')]] }),
    prisma('  «createdAt DateTime @default(now())»\n  «updatedAt DateTime @updatedAt»'),
    {
      filename: 'schema.prisma',
      project: { 'package.json': '{}' },
      code: 'datasource pg {\n  provider = "postgresql"\n}\nmodel Order {\n  «paidAt DateTime»\n}',
      suggestions: [
        ['datasource pg {\n  provider = "postgresql"\n}\nmodel Order {\n  paidAt DateTime @pg.Timestamptz(3)\n}'],
      ],
    },
  ],
})
