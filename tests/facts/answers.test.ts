import { describe, expect, it } from 'vitest'
import { onAnswer, type Answer } from '../../dist/facts/answers.js'
import { ask } from '../support/facts-of.ts'

/** Each answer of some code, as `status value`, in the order of the source. */
function answersOf(code: string): string[] {
  const told: string[] = []
  ask(code, ({ context }) => {
    const shown = ({ status, value }: Answer) => {
      return `${status} ${value ? context.sourceCode.getText(value).replace(/\s+/g, ' ') : '-'}`
    }
    return onAnswer(context, (answer) => told.push(shown(answer)))
  })
  return told
}

describe('answers', () => {
  it.each([
    // The status in the call's chain, its options or its object.
    [`res.status(500).json({ error })`, ['500 { error }']],
    [`res.status(HttpStatus.NOT_FOUND).set('x', 'y').send('no')`, [`404 'no'`]],
    [`const CODE = 418; res.status(CODE).send(x)`, ['418 x']],
    [`res.status(error.status || 500).send(x)`, ['unknown x']],
    [`res.json({ id })`, ['unset { id }']],
    [`res.sendStatus(204)`, ['204 -']],
    [`res.status(404).end()`, ['404 -']],
    [`res.writeHead(500, {}).end('failed')`, [`500 'failed'`]],
    [`reply.code(422).send(x)`, ['422 x']],
    [`this.res.status(400).json(x)`, ['400 x']],
    [`c.json(x, 404)`, ['404 x']],
    [`c.json(x)`, ['unset x']],
    [`c.text('no', { status: 401 })`, [`401 'no'`]],
    [`const init = { status: 409 }; Response.json(x, init)`, ['409 x']],
    [`new Response(body, { status: StatusCodes.BAD_GATEWAY })`, ['502 body']],
    [`new Response(body, init)`, ['unknown body']],
    [`NextResponse.json(x, { status: 500 })`, ['500 x']],
    [`import { NextResponse } from 'next/server'; NextResponse.json(x, { ...init, status: 500 })`, ['500 x']],
    [`export const handler = async () => ({ statusCode: 500, body: JSON.stringify(x) })`, ['500 JSON.stringify(x)']],
    [`export const handler = async () => { return { statusCode: code, body } }`, ['unknown body']],
    [`exports.handler = (event, context, callback) => callback(null, { statusCode: 400, body: 'no' })`, [`400 'no'`]],
    // Set before.
    [`function f(req, res) { res.status(500); res.json(x) }`, ['500 x']],
    [`function f(req, res) { res.statusCode = 404; res.end('no') }`, [`404 'no'`]],
    [`function f(req, res) { res.status(201); run(() => res.json(x)) }`, ['201 x']],
    [`function f(req, res) { if (bad) res.status(400); res.json(x) }`, ['unknown x']],
    [`function f(req, res) { if (bad) { res.status(400); return res.json(a) } res.json(b) }`, ['400 a', 'unset b']],
    [`function f(req, res) { if (bad) return res.status(400).json(a); res.json(b) }`, ['400 a', 'unset b']],
    [`function f(req, res) { try { res.status(201).json(a) } catch (e) { res.json(b) } }`, ['201 a', 'unset b']],
    [`function f(req, res) { try { res.status(400); run() } catch (e) { res.json(b) } }`, ['unknown b']],
    [`function f(req, res) { prepare(res); res.json(x) }`, ['unknown x']],
    [`function f(a, b) { a.res.status(500); b.res.json(x) }`, ['unset x']],
    [`function f(req, reply) { reply.code(500); reply.send(x) }`, ['500 x']],
    [`async (ctx) => { ctx.status = 400; ctx.body = x }`, ['400 x']],
    [`async (ctx) => { ctx.body = x; ctx.status = 400 }`, ['400 x']],
    [`async (ctx) => { ctx.body = x }`, ['unset x']],
    [`async (ctx) => { try { await run() } catch (e) { ctx.status = e.status; ctx.body = x } }`, ['unknown x']],
    [`async (c) => { c.status(500); return c.json(x) }`, ['500 x']],
    // By the libraries.
    [
      `import { Controller, Get, HttpCode } from '@nestjs/common'
       @Controller() class A { @Get() @HttpCode(202) a() { return x } @Get('b') b() { return y } }`,
      ['202 x', 'unset y'],
    ],
    [
      `import fastify from 'fastify'; fastify().get('/', async (request, answer) => { answer.code(404); return x })`,
      ['404 x'],
    ],
    [`import express from 'express'; express().get('/', (q, s) => { s.status(500).send(x) })`, ['500 x']],
    [`import http from 'http'; http.createServer((q, s) => { s.statusCode = 500; s.end(x) })`, ['500 x']],
    [`import Koa from 'koa'; new Koa().use((k) => { k.response.status = 500; k.response.body = x })`, ['500 x']],
    [`function f(req: Request, res: Response) { res.status(500).json(x) }`, ['500 x']],
    [`function f(res: express.Response) { res.status(500).json(x) }`, ['500 x']],
    [`import { Response } from '@acme/http'; function f(res: Response) { res.status(500).json(x) }`, ['500 x']],
  ])('%s', (code, expected) => {
    expect(answersOf(code)).toEqual(expected)
  })

  it.each([
    `stream.write(chunk)`,
    `const res = await fetch(url); await res.json()`,
    `import { Response } from 'undici'; mailer.send(mail)`,
    `socket.end()`,
    `const options = { statusCode: 200, body: 'x' }`,
    `order.status(500)`,
    `ctx.state.body = x`,
    `import { json } from './json.js'; json(x)`,
  ])('no answer: %s', (code) => {
    expect(answersOf(code).filter((one) => !one.endsWith(' -'))).toEqual([])
  })
})
