import { testRule, type Case } from '../../support/test-rule.ts'

const queued = { 'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '5', bullmq: '5' } }) }
const plain = { 'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '5', nodemailer: '6' } }) }
const inngest = { 'package.json': JSON.stringify({ name: 'shop', dependencies: { inngest: '3' } }) }

const mailer = `import nodemailer from 'nodemailer'\nconst transport = nodemailer.createTransport(options)\n`
const on = (code: string, project: Readonly<Record<string, string>> = queued): Case => ({ code, project })

testRule('no-long-task-in-handler', {
  valid: [
    // What only looks like it.
    `// await transporter.sendMail(mail)\nexport const note = "sharp(file)"; export function sendMail(to) { return to }`,
    on(
      `import twilio from 'twilio'\nconst client = twilio(id, key)\napp.get('/sms', async (req, res) => { res.json(await client.messages.list()) })`,
    ),
    // Without a queue, there is nowhere to put it.
    on(`${mailer}app.post('/orders', async (req, res) => { await transport.sendMail(mail); res.end() })`, plain),
    on(`${mailer}app.post('/orders', async (req, res) => { await transport.sendMail(mail); res.end() })`, {}),
    // Nobody waits for it.
    on(`${mailer}app.post('/orders', (req, res) => { transport.sendMail(mail).catch(report); res.end() })`),
    on(`${mailer}app.post('/orders', async (req, res) => { void transport.sendMail(mail); res.end() })`),
    on(
      `${mailer}export async function POST(request) { after(async () => { await transport.sendMail(mail) }); return new Response() }`,
    ),
    on(`${mailer}export async function POST(request) { waitUntil(transport.sendMail(mail)); return new Response() }`),
    on(`app.post('/orders', async (req, res) => { await mails.add('receipt', { id }); res.end() })`),
    // No handler: a worker, a service.
    on(`${mailer}export async function sendReceipt(order) { await transport.sendMail(mail) }`),
    on(
      `${mailer}import { Worker } from 'bullmq'\nnew Worker('mails', async (job) => { await transport.sendMail(job.data) })`,
    ),
    on(`${mailer}export const handler = async (event) => { await transport.sendMail(event) }`),
    // For few, or for signing in.
    on(`${mailer}app.post('/admin/mail', async (req, res) => { await transport.sendMail(mail); res.end() })`),
    on(`${mailer}app.post('/forgot-password', async (req, res) => { await transport.sendMail(mail); res.end() })`),
    on(`${mailer}app.post('/register', async (req, res) => { await transport.sendMail(mail); res.end() })`),
    // Other things that send and save.
    on(`app.post('/orders', async (req, res) => { await bus.send(message); await order.save(); res.end() })`),
    on(
      `import OpenAI from 'openai'\nconst ai = new OpenAI()\napp.post('/ask', async (req, res) => { res.json(await ai.responses.create({ input })) })`,
    ),
    {
      ...on(
        `import OpenAI from 'openai'\nconst ai = new OpenAI()\napp.post('/ask', async (req, res) => { const parts = await ai.responses.create({ input, stream: true }) })`,
      ),
      options: { models: true },
    },
    // Not an import; what is put on a queue; nothing is written, or nobody waits.
    on(`app.post('/carts', async (req, res) => { for (const line of req.body.lines) { await lines.create(line) } })`),
    on(`app.post('/products/import', async (req, res) => { for (const row of rows) { await products.add(row) } })`),
    on(`app.post('/products/import', async (req, res) => { for (const row of rows) { check(row) } })`),
    on(
      `app.post('/products/import', async (req, res) => { setImmediate(async () => { for (const row of rows) { await products.create(row) } }); res.end() })`,
    ),
    on(
      `app.post('/products/import', async (req, res) => { for (const row of rows) { await products.create(row) } })`,
      plain,
    ),
    // The client reads it while it is made.
    on(
      `import PDFDocument from 'pdfkit'\napp.get('/invoice', async (req, res) => { const doc = new PDFDocument(); doc.pipe(res); doc.text(text); doc.end() })`,
    ),
    on(
      `import ffmpeg from 'fluent-ffmpeg'\napp.get('/live', (req, res) => { ffmpeg(source).format('mp4').pipe(res) })`,
    ),
    {
      ...on(`${mailer}app.post('/orders', async (req, res) => { await transport.sendMail(mail) })`),
      filename: 'app.test.ts',
    },
  ],
  invalid: [
    {
      ...on(`${mailer}app.post('/invite', async (req, res) => { await transport.«sendMail(mail)»; res.end() })`),
      messages: ['task'],
    },
    {
      ...on(
        `import twilio from 'twilio'\nconst client = twilio(id, key)\napp.post('/sms', async (req, res) => { await client.messages.«create(text)»; res.end() })`,
      ),
      messages: ['task'],
    },
    on(`${mailer}app.post('/orders', async (req, res) => { await transport.«sendMail(mail)»; res.end() })`),
    on(`${mailer}app.post('/orders', async (req, res) => { await transport.«sendMail(mail)»; res.end() })`, inngest),
    on(`router.post('/orders', async (req, res) => { await this.mailer.«sendMail({ to })»; res.end() })`),
    on(
      `${mailer}app.post('/orders', async (req, res) => { await Promise.all(users.map((user) => transport.«sendMail({ to: user.email })»)); res.end() })`,
    ),
    on(
      `import { Resend } from 'resend'\nconst resend = new Resend(key)\nexport async function POST(request) { await resend.emails.«send({ to })»; return Response.json({}) }`,
    ),
    on(
      `import sgMail from '@sendgrid/mail'\napp.post('/contact', async (req, res) => { await sgMail.«send(message)»; res.end() })`,
    ),
    on(
      `import { ServerClient } from 'postmark'\nconst client = new ServerClient(token)\nexport const buy = publicProcedure.mutation(async ({ input }) => { await client.«sendEmail({ To: input.to })» })`,
    ),
    on(
      `import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses'\nconst ses = new SESClient({})\napp.post('/orders', async (req, res) => { await ses.send(«new SendEmailCommand(mail)»); res.end() })`,
    ),
    on(
      `import puppeteer from 'puppeteer'\napp.get('/invoice.pdf', async (req, res) => { const browser = await puppeteer.«launch()»; res.send(await render(browser)) })`,
    ),
    on(
      `import { chromium } from 'playwright'\nconst resolvers = { Query: { shot: async (_, args, ctx) => { const browser = await chromium.«launch()»; return shot(browser) } } }`,
    ),
    on(
      `import ExcelJS from 'exceljs'\napp.get('/orders.xlsx', async (req, res) => { const book = new ExcelJS.Workbook(); res.send(await book.xlsx.«writeBuffer()») })`,
    ),
    on(
      `import { PDFDocument } from 'pdf-lib'\n@Controller('invoices') class Invoices { @Get(':id') async show() { const pdf = await PDFDocument.«create()»; return pdf.save() } }`,
    ),
    on(
      `import sharp from 'sharp'\napp.post('/photos', async (req, res) => { const small = await sharp(req.file.buffer).resize(200).«toBuffer()»; res.send(small) })`,
    ),
    on(
      `app.post('/products/import', async (req, res) => { for (const row of req.body.rows) { await products.«create(row)» } res.end() })`,
    ),
    on(
      `@Controller('members') class Members { @Post() async bulkInvite() { for (const one of await parse()) await this.members.«insertOne(one)» } }`,
    ),
    on(
      `import PDFDocument from 'pdfkit'\napp.get('/invoice', async (req, res) => { const doc = new PDFDocument(); const done = await new Promise((resolve) => { doc.on('end', resolve); doc.«end()» }); res.send(done) })`,
    ),
    on(
      `import ffmpeg from 'fluent-ffmpeg'\napp.post('/clips', async (req, res) => { await new Promise((resolve, reject) => { ffmpeg(req.file.path).on('end', resolve).on('error', reject).«save(target)» }); res.end() })`,
    ),
    {
      ...on(`${mailer}app.post('/register', async (req, res) => { await transport.«sendMail(mail)»; res.end() })`),
      options: { authMails: true },
    },
    {
      ...on(
        `import OpenAI from 'openai'\nconst ai = new OpenAI()\napp.post('/ask', async (req, res) => { res.json(await ai.chat.completions.«create({ messages })») })`,
      ),
      options: { models: true },
    },
  ],
})
