/** What of Next.js the fixture uses, as its own types have it; the package is too large to install for two calls. */
declare module 'next/server' {
  export class NextResponse<Body = unknown> extends Response {
    static json<JsonBody>(body: JsonBody, init?: ResponseInit): NextResponse<JsonBody>
    static redirect(url: string | URL, init?: number | ResponseInit): NextResponse<unknown>
  }
}

declare module 'next' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export type NextApiRequest = IncomingMessage & { query: Partial<Record<string, string | string[]>>; body: unknown }
  export type Send<T> = (body: T) => void
  export type NextApiResponse<Data = unknown> = ServerResponse & {
    send: Send<Data>
    json: Send<Data>
    status: (statusCode: number) => NextApiResponse<Data>
  }
}
