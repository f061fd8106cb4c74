import { testRule } from '../../support/test-rule.ts'

testRule('max-function-length', {
  valid: [
    // Parts of a test suite, whatever the file is called.
    `describe('x', () => {
  step(0)
  step(1)
  step(2)
  step(3)
  step(4)
  step(5)
  step(6)
  step(7)
  step(8)
  step(9)
  step(10)
  step(11)
  step(12)
  step(13)
  step(14)
  step(15)
  step(16)
  step(17)
  step(18)
  step(19)
  step(20)
  step(21)
  step(22)
  step(23)
  step(24)
  step(25)
  step(26)
  step(27)
  step(28)
  step(29)
  step(30)
  step(31)
  step(32)
  step(33)
  step(34)
  step(35)
  step(36)
  step(37)
  step(38)
  step(39)
})`,
    `knex.schema.createTable('users', (table) => {
  table.string('c0').notNullable()
  table.string('c1').notNullable()
  table.string('c2').notNullable()
  table.string('c3').notNullable()
  table.string('c4').notNullable()
  table.string('c5').notNullable()
  table.string('c6').notNullable()
  table.string('c7').notNullable()
  table.string('c8').notNullable()
  table.string('c9').notNullable()
  table.string('c10').notNullable()
  table.string('c11').notNullable()
  table.string('c12').notNullable()
  table.string('c13').notNullable()
  table.string('c14').notNullable()
  table.string('c15').notNullable()
  table.string('c16').notNullable()
  table.string('c17').notNullable()
  table.string('c18').notNullable()
  table.string('c19').notNullable()
  table.string('c20').notNullable()
  table.string('c21').notNullable()
  table.string('c22').notNullable()
  table.string('c23').notNullable()
  table.string('c24').notNullable()
  table.string('c25').notNullable()
  table.string('c26').notNullable()
  table.string('c27').notNullable()
  table.string('c28').notNullable()
  table.string('c29').notNullable()
  table.string('c30').notNullable()
  table.string('c31').notNullable()
  table.string('c32').notNullable()
  table.string('c33').notNullable()
  table.string('c34').notNullable()
  table.string('c35').notNullable()
  table.string('c36').notNullable()
  table.string('c37').notNullable()
  table.string('c38').notNullable()
  table.string('c39').notNullable()
})`,
    `export function setUp(container) {
  container.bind(A0).to(B0)
  container.bind(A1).to(B1)
  container.bind(A2).to(B2)
  container.bind(A3).to(B3)
  container.bind(A4).to(B4)
  container.bind(A5).to(B5)
  container.bind(A6).to(B6)
  container.bind(A7).to(B7)
  container.bind(A8).to(B8)
  container.bind(A9).to(B9)
  container.bind(A10).to(B10)
  container.bind(A11).to(B11)
  container.bind(A12).to(B12)
  container.bind(A13).to(B13)
  container.bind(A14).to(B14)
  container.bind(A15).to(B15)
  container.bind(A16).to(B16)
  container.bind(A17).to(B17)
  container.bind(A18).to(B18)
  container.bind(A19).to(B19)
  container.bind(A20).to(B20)
  container.bind(A21).to(B21)
  container.bind(A22).to(B22)
  container.bind(A23).to(B23)
  container.bind(A24).to(B24)
  container.bind(A25).to(B25)
  container.bind(A26).to(B26)
  container.bind(A27).to(B27)
  container.bind(A28).to(B28)
  container.bind(A29).to(B29)
  container.bind(A30).to(B30)
  container.bind(A31).to(B31)
  container.bind(A32).to(B32)
  container.bind(A33).to(B33)
  container.bind(A34).to(B34)
  container.bind(A35).to(B35)
  container.bind(A36).to(B36)
  container.bind(A37).to(B37)
  container.bind(A38).to(B38)
  container.bind(A39).to(B39)
}`,
    // Thirty lines.
    `function f() {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
}`,
    // Blank lines and comments do not count.
    `function f() {
  const a0 = step(0)

  // why
  /* and
     how */
  const a1 = step(1)

  // why
  /* and
     how */
  const a2 = step(2)

  // why
  /* and
     how */
  const a3 = step(3)

  // why
  /* and
     how */
  const a4 = step(4)

  // why
  /* and
     how */
  const a5 = step(5)

  // why
  /* and
     how */
  const a6 = step(6)

  // why
  /* and
     how */
  const a7 = step(7)

  // why
  /* and
     how */
  const a8 = step(8)

  // why
  /* and
     how */
  const a9 = step(9)

  // why
  /* and
     how */
  const a10 = step(10)

  // why
  /* and
     how */
  const a11 = step(11)

  // why
  /* and
     how */
  const a12 = step(12)

  // why
  /* and
     how */
  const a13 = step(13)

  // why
  /* and
     how */
  const a14 = step(14)

  // why
  /* and
     how */
  const a15 = step(15)

  // why
  /* and
     how */
  const a16 = step(16)

  // why
  /* and
     how */
  const a17 = step(17)

  // why
  /* and
     how */
  const a18 = step(18)

  // why
  /* and
     how */
  const a19 = step(19)

  // why
  /* and
     how */
  const a20 = step(20)

  // why
  /* and
     how */
  const a21 = step(21)

  // why
  /* and
     how */
  const a22 = step(22)

  // why
  /* and
     how */
  const a23 = step(23)

  // why
  /* and
     how */
  const a24 = step(24)

  // why
  /* and
     how */
  const a25 = step(25)

  // why
  /* and
     how */
  const a26 = step(26)

  // why
  /* and
     how */
  const a27 = step(27)

  // why
  /* and
     how */
  const a28 = step(28)

  // why
  /* and
     how */
  const a29 = step(29)
}`,
    // The lines of nested functions are their own.
    `function f() {
  step(0)
  step(1)
  step(2)
  step(3)
  step(4)
  step(5)
  step(6)
  step(7)
  step(8)
  step(9)
  step(10)
  step(11)
  step(12)
  step(13)
  step(14)
  step(15)
  step(16)
  step(17)
  step(18)
  step(19)
  run(() => {
    step(0)
    step(1)
    step(2)
    step(3)
    step(4)
    step(5)
    step(6)
    step(7)
    step(8)
    step(9)
    step(10)
    step(11)
    step(12)
    step(13)
    step(14)
    step(15)
    step(16)
    step(17)
    step(18)
    step(19)
  })
}`,
    // A table of data counts as one line.
    `function f() {
  return use(1)
}
function g() {
  const table = {
    k0: 0,
    k1: 1,
    k2: 2,
    k3: 3,
    k4: 4,
    k5: 5,
    k6: 6,
    k7: 7,
    k8: 8,
    k9: 9,
    k10: 10,
    k11: 11,
    k12: 12,
    k13: 13,
    k14: 14,
    k15: 15,
    k16: 16,
    k17: 17,
    k18: 18,
    k19: 19,
    k20: 20,
    k21: 21,
    k22: 22,
    k23: 23,
    k24: 24,
    k25: 25,
    k26: 26,
    k27: 27,
    k28: 28,
    k29: 29,
    k30: 30,
    k31: 31,
    k32: 32,
    k33: 33,
    k34: 34,
    k35: 35,
    k36: 36,
    k37: 37,
    k38: 38,
    k39: 39,
    k40: 40,
    k41: 41,
    k42: 42,
    k43: 43,
    k44: 44,
    k45: 45,
    k46: 46,
    k47: 47,
    k48: 48,
    k49: 49,
    k50: 50,
    k51: 51,
    k52: 52,
    k53: 53,
    k54: 54,
    k55: 55,
    k56: 56,
    k57: 57,
    k58: 58,
    k59: 59,
  }
  return table
}`,
    // A long query counts as one line.
    `function f() {
  const sql = \`
    a0,
    a1,
    a2,
    a3,
    a4,
    a5,
    a6,
    a7,
    a8,
    a9,
    a10,
    a11,
    a12,
    a13,
    a14,
    a15,
    a16,
    a17,
    a18,
    a19,
    a20,
    a21,
    a22,
    a23,
    a24,
    a25,
    a26,
    a27,
    a28,
    a29,
    a30,
    a31,
    a32,
    a33,
    a34,
    a35,
    a36,
    a37,
    a38,
    a39,
    a40,
    a41,
    a42,
    a43,
    a44,
    a45,
    a46,
    a47,
    a48,
    a49,
    a50,
    a51,
    a52,
    a53,
    a54,
    a55,
    a56,
    a57,
    a58,
    a59,
  \`
  return run(sql)
}`,
    // Registrations.
    `export function routes(app) {
  app.get('/a0', h0)
  app.get('/a1', h1)
  app.get('/a2', h2)
  app.get('/a3', h3)
  app.get('/a4', h4)
  app.get('/a5', h5)
  app.get('/a6', h6)
  app.get('/a7', h7)
  app.get('/a8', h8)
  app.get('/a9', h9)
  app.get('/a10', h10)
  app.get('/a11', h11)
  app.get('/a12', h12)
  app.get('/a13', h13)
  app.get('/a14', h14)
  app.get('/a15', h15)
  app.get('/a16', h16)
  app.get('/a17', h17)
  app.get('/a18', h18)
  app.get('/a19', h19)
  app.get('/a20', h20)
  app.get('/a21', h21)
  app.get('/a22', h22)
  app.get('/a23', h23)
  app.get('/a24', h24)
  app.get('/a25', h25)
  app.get('/a26', h26)
  app.get('/a27', h27)
  app.get('/a28', h28)
  app.get('/a29', h29)
  app.get('/a30', h30)
  app.get('/a31', h31)
  app.get('/a32', h32)
  app.get('/a33', h33)
  app.get('/a34', h34)
  app.get('/a35', h35)
  app.get('/a36', h36)
  app.get('/a37', h37)
  app.get('/a38', h38)
  app.get('/a39', h39)
}`,
    // One expression.
    `export const schema = () =>
  z
    .with(0)
    .with(1)
    .with(2)
    .with(3)
    .with(4)
    .with(5)
    .with(6)
    .with(7)
    .with(8)
    .with(9)
    .with(10)
    .with(11)
    .with(12)
    .with(13)
    .with(14)
    .with(15)
    .with(16)
    .with(17)
    .with(18)
    .with(19)
    .with(20)
    .with(21)
    .with(22)
    .with(23)
    .with(24)
    .with(25)
    .with(26)
    .with(27)
    .with(28)
    .with(29)
    .with(30)
    .with(31)
    .with(32)
    .with(33)
    .with(34)
    .with(35)
    .with(36)
    .with(37)
    .with(38)
    .with(39)`,
    // A dispatcher.
    `function f(kind) {
  switch (kind) {
    case 0:
      return run0()
    case 1:
      return run1()
    case 2:
      return run2()
    case 3:
      return run3()
    case 4:
      return run4()
    case 5:
      return run5()
    case 6:
      return run6()
    case 7:
      return run7()
    case 8:
      return run8()
    case 9:
      return run9()
    case 10:
      return run10()
    case 11:
      return run11()
    case 12:
      return run12()
    case 13:
      return run13()
    case 14:
      return run14()
    case 15:
      return run15()
    case 16:
      return run16()
    case 17:
      return run17()
    case 18:
      return run18()
    case 19:
      return run19()
    default:
      throw new Error(kind)
  }
}`,
    {
      code: `function f() {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
}`,
      filename: 'src/f.test.ts',
    },
    {
      code: `function f() {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
}`,
      filename: 'src/migrations/1.ts',
    },
    {
      code: `function f() {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
}`,
      options: { max: 31 },
    },
    `// eslint-disable-next-line max-lines-per-function\n` +
      `function f() {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
}`,
  ],
  invalid: [
    `«async function f()» {
  console.log(0)
  console.log(1)
  console.log(2)
  console.log(3)
  console.log(4)
  console.log(5)
  console.log(6)
  console.log(7)
  console.log(8)
  console.log(9)
  console.log(10)
  console.log(11)
  console.log(12)
  console.log(13)
  console.log(14)
  console.log(15)
  console.log(16)
  console.log(17)
  console.log(18)
  console.log(19)
  console.log(20)
  console.log(21)
  console.log(22)
  console.log(23)
  console.log(24)
  console.log(25)
  console.log(26)
  console.log(27)
  console.log(28)
  console.log(29)
  console.log(30)
}`,
    `«async function f()» {
  items.push(0)
  items.push(1)
  items.push(2)
  items.push(3)
  items.push(4)
  items.push(5)
  items.push(6)
  items.push(7)
  items.push(8)
  items.push(9)
  items.push(10)
  items.push(11)
  items.push(12)
  items.push(13)
  items.push(14)
  items.push(15)
  items.push(16)
  items.push(17)
  items.push(18)
  items.push(19)
  items.push(20)
  items.push(21)
  items.push(22)
  items.push(23)
  items.push(24)
  items.push(25)
  items.push(26)
  items.push(27)
  items.push(28)
  items.push(29)
  items.push(30)
}`,
    `«async function f()» {
  await this.repo.step(0)
  await this.repo.step(1)
  await this.repo.step(2)
  await this.repo.step(3)
  await this.repo.step(4)
  await this.repo.step(5)
  await this.repo.step(6)
  await this.repo.step(7)
  await this.repo.step(8)
  await this.repo.step(9)
  await this.repo.step(10)
  await this.repo.step(11)
  await this.repo.step(12)
  await this.repo.step(13)
  await this.repo.step(14)
  await this.repo.step(15)
  await this.repo.step(16)
  await this.repo.step(17)
  await this.repo.step(18)
  await this.repo.step(19)
  await this.repo.step(20)
  await this.repo.step(21)
  await this.repo.step(22)
  await this.repo.step(23)
  await this.repo.step(24)
  await this.repo.step(25)
  await this.repo.step(26)
  await this.repo.step(27)
  await this.repo.step(28)
  await this.repo.step(29)
  await this.repo.step(30)
}`,
    `«async function f()» {
  res.write(0)
  res.write(1)
  res.write(2)
  res.write(3)
  res.write(4)
  res.write(5)
  res.write(6)
  res.write(7)
  res.write(8)
  res.write(9)
  res.write(10)
  res.write(11)
  res.write(12)
  res.write(13)
  res.write(14)
  res.write(15)
  res.write(16)
  res.write(17)
  res.write(18)
  res.write(19)
  res.write(20)
  res.write(21)
  res.write(22)
  res.write(23)
  res.write(24)
  res.write(25)
  res.write(26)
  res.write(27)
  res.write(28)
  res.write(29)
  res.write(30)
}`,
    `db.transaction(«async (tx) =>» {
  await tx.insert(0)
  await tx.insert(1)
  await tx.insert(2)
  await tx.insert(3)
  await tx.insert(4)
  await tx.insert(5)
  await tx.insert(6)
  await tx.insert(7)
  await tx.insert(8)
  await tx.insert(9)
  await tx.insert(10)
  await tx.insert(11)
  await tx.insert(12)
  await tx.insert(13)
  await tx.insert(14)
  await tx.insert(15)
  await tx.insert(16)
  await tx.insert(17)
  await tx.insert(18)
  await tx.insert(19)
  await tx.insert(20)
  await tx.insert(21)
  await tx.insert(22)
  await tx.insert(23)
  await tx.insert(24)
  await tx.insert(25)
  await tx.insert(26)
  await tx.insert(27)
  await tx.insert(28)
  await tx.insert(29)
  await tx.insert(30)
  await tx.insert(31)
  await tx.insert(32)
  await tx.insert(33)
  await tx.insert(34)
})`,
    `«function f()» {
  return (
    a0 ||
    a1 ||
    a2 ||
    a3 ||
    a4 ||
    a5 ||
    a6 ||
    a7 ||
    a8 ||
    a9 ||
    a10 ||
    a11 ||
    a12 ||
    a13 ||
    a14 ||
    a15 ||
    a16 ||
    a17 ||
    a18 ||
    a19 ||
    a20 ||
    a21 ||
    a22 ||
    a23 ||
    a24 ||
    a25 ||
    a26 ||
    a27 ||
    a28 ||
    a29 ||
    a30 ||
    a31 ||
    a32 ||
    a33 ||
    a34 ||
    b
  )
}`,
    `«function f()» {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
}`,
    `export const f = «async () =>» {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
}`,
    `class A {
  «async f(
    a,
    b,
  )» {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
  }
  get g() {
    return 1
  }
}`,
    `const a = { «f()» {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
} }`,
    `function outer() {
  run(«() =>» {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
  })
}`,
    `app.get('/', «async (req, res) =>» {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
})`,
    {
      code: `«function f()» {
  step(0)
  step(1)
  step(2)
  step(3)
  step(4)
  step(5)
  step(6)
  step(7)
  step(8)
  step(9)
  step(10)
  step(11)
  step(12)
  step(13)
  step(14)
  step(15)
  step(16)
  step(17)
  step(18)
  step(19)
  step(20)
  step(21)
  if (x) {
    step(0)
    step(1)
    step(2)
    step(3)
    step(4)
    step(5)
    step(6)
    step(7)
    step(8)
    step(9)
  }
}`,
      messages: ['seam'],
    },
    {
      code: `«function f()» {
  step(0)
  step(1)
  step(2)
  step(3)
  step(4)
  step(5)
  step(6)
  step(7)
  step(8)
  step(9)
  step(10)
  step(11)
  step(12)
  step(13)
  step(14)
  step(15)
  step(16)
  step(17)
  step(18)
  step(19)
  step(20)
  step(21)
  if (x) {
    step(0)
    step(1)
    step(2)
    step(3)
    step(4)
    step(5)
    step(6)
    step(7)
    step(8)
    step(9)
  }
}`,
      options: { max: 5 },
    },
    {
      code: `«function f()» {
  step(0)
  step(1)
  step(2)
  step(3)
  step(4)
  step(5)
  step(6)
  step(7)
  step(8)
  step(9)
  step(10)
  step(11)
  step(12)
  step(13)
  step(14)
  step(15)
  step(16)
  step(17)
  step(18)
  step(19)
  run(() => {
    step(0)
    step(1)
    step(2)
    step(3)
    step(4)
    step(5)
    step(6)
    step(7)
    step(8)
    step(9)
    step(10)
    step(11)
    step(12)
    step(13)
    step(14)
    step(15)
    step(16)
    step(17)
    step(18)
    step(19)
  })
}`,
      options: { countNested: true },
    },
    {
      code: `«function g()» {
  const table = {
    k0: 0,
    k1: 1,
    k2: 2,
    k3: 3,
    k4: 4,
    k5: 5,
    k6: 6,
    k7: 7,
    k8: 8,
    k9: 9,
    k10: 10,
    k11: 11,
    k12: 12,
    k13: 13,
    k14: 14,
    k15: 15,
    k16: 16,
    k17: 17,
    k18: 18,
    k19: 19,
    k20: 20,
    k21: 21,
    k22: 22,
    k23: 23,
    k24: 24,
    k25: 25,
    k26: 26,
    k27: 27,
    k28: 28,
    k29: 29,
    k30: 30,
    k31: 31,
    k32: 32,
    k33: 33,
    k34: 34,
    k35: 35,
    k36: 36,
    k37: 37,
    k38: 38,
    k39: 39,
  }
  return table
}`,
      options: { countLiterals: 'all' },
    },
    {
      code: `«function f()» {
  const a0 = step(0)
  const a1 = step(1)
  const a2 = step(2)
  const a3 = step(3)
  const a4 = step(4)
  const a5 = step(5)
  const a6 = step(6)
  const a7 = step(7)
  const a8 = step(8)
  const a9 = step(9)
  const a10 = step(10)
  const a11 = step(11)
  const a12 = step(12)
  const a13 = step(13)
  const a14 = step(14)
  const a15 = step(15)
  const a16 = step(16)
  const a17 = step(17)
  const a18 = step(18)
  const a19 = step(19)
  const a20 = step(20)
  const a21 = step(21)
  const a22 = step(22)
  const a23 = step(23)
  const a24 = step(24)
  const a25 = step(25)
  const a26 = step(26)
  const a27 = step(27)
  const a28 = step(28)
  const a29 = step(29)
  const a30 = step(30)
}`,
      filename: 'src/f.test.ts',
      options: { ignoreTests: false },
    },
  ],
})
