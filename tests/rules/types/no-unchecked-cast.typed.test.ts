import { testTypedRule } from '../../support/typed-cases.ts'

const user = `interface User { id: string; name: string }\ninterface Admin extends User { rights: string[] }\n`
const express = `import type { Request } from 'express'\n`
const strict = { narrowing: true }

testTypedRule('no-unchecked-cast', {
  valid: [
    // What the declared receiver says.
    `${express}${user}export const nameOf = (req: Request<object, object, User>) => (req.body as User).name`,
    `import type { FastifyRequest } from 'fastify'\n${user}export const nameOf = (request: FastifyRequest<{ Body: User }>) => (request.body as User).name`,
    `${user}class Form { body: User = { id: '', name: '' } }\nexport const nameOf = (req: Form) => (req.body as User).name`,
    `export const port = (env: NodeJS.ProcessEnv) => env.PORT as string | undefined`,
    ...[
      // No narrowing.
      `${user}export const f = (value: User) => value as User`,
      `${user}export const f = (value: Admin) => value as User`,
      `export const f = (value: 'asc' | 'desc') => value as string`,
      `export const all = [] as string[]`,
      `export const all = {} as Record<string, number>`,
      `enum Kind { A = 'a', B = 'b' }\nexport const f = (value: Kind.A) => value as Kind`,
      `type Id = string & { readonly __brand: 'Id' }\nexport const idOf = (text: string) => text as Id`,
      `type Id = string & { readonly __brand: 'Id' }\nexport const textOf = (id: Id) => id as string`,
      // A look before it.
      `export const f = (value: 'a' | 'b') => (value === 'a' ? (value as 'a') : undefined)`,
      `${user}export const f = (value: User | undefined) => { if (!value) throw new TypeError('none'); return value as User }`,
      // What cannot be written in another way.
      `export const keysOf = (table: { a: 1; b: 2 }) => Object.keys(table) as ('a' | 'b')[]`,
      `export const known = (list: (string | undefined)[]) => list.filter(Boolean) as string[]`,
      `try { throw new Error('no') } catch (error) { console.info((error as Error).message) }`,
      `export const first = <T>(list: readonly unknown[]) => list[0] as T`,
      `export const f = (request: { user: object }) => (request as any).user as { id: string }`,
    ].map((code) => ({ code, options: strict })),
  ],
  invalid: [
    {
      code: `${user}const admin: Admin = { id: '', name: '', rights: [] }\nexport const one = «admin as unknown as User»`,
      messages: ['double'],
      suggestions: [
        [`${user}const admin: Admin = { id: '', name: '', rights: [] }\nexport const one = admin satisfies User`],
      ],
    },
    {
      code: `${user}const make = (): Admin => ({ id: '', name: '', rights: [] })\nexport const one = «<User><unknown>(make() ?? make())»`,
      suggestions: [
        [
          `${user}const make = (): Admin => ({ id: '', name: '', rights: [] })\nexport const one = ((make() ?? make()) satisfies User)`,
        ],
      ],
    },
    { code: `${user}export const f = (row: { id: number }) => «row as unknown as User»`, suggestions: [[]] },
    { code: `${user}declare const row: any\nexport const one = «row as unknown as User»`, suggestions: [[]] },
    {
      code: `${express}${user}export const nameOf = (req: Request) => («req.body as User»).name`,
      messages: ['external'],
    },
    `${express}export const page = (req: Request) => «req.query.page as string»`,
    `import { Hono } from 'hono'\n${user}export const app = new Hono().post('/', async (c) => c.json(«(await c.req.json()) as User»))`,
    `${user}export const load = async (response: Response) => «(await response.json()) as User»`,
    ...[
      `${user}export const f = (value: User) => «value as Admin»`,
      `${user}export const f = (value: unknown) => «value as User»`,
      `${user}export const f = (users: Map<string, User>) => «users.get('a') as User»`,
      `enum Kind { A = 'a', B = 'b' }\nexport const f = (value: string) => «value as Kind»`,
      `export const f = (value: string) => «value as 'asc' | 'desc'»`,
      `${user}export const one = «{} as User»`,
      `${user}export const one = «<User>{ id: '' }»`,
      `${user}declare function legacy(): any\nexport const one = «legacy() as User»`,
    ].map((code) => ({ code, options: strict, messages: ['narrowing'] })),
  ],
})
