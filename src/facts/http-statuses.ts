import { constantOf } from './production.ts'
import { nameOfKey, unwrapped, type Node, type Source } from './source.ts'
import { wordsOf } from './words.ts'

/**
 * The names of statuses, as enumerations of them are written: `HttpStatus.NOT_FOUND`, `StatusCodes.NotFound`.
 * The registered names (https://www.iana.org/assignments/http-status-codes), and those that frameworks use beside them.
 */
const statuses: Readonly<Record<string, number>> = Object.fromEntries(
  `100 continue|200 ok|201 created|202 accepted|203 non authoritative information|204 no content|205 reset content
   206 partial content|207 multi status|300 multiple choices|301 moved permanently|302 found|302 moved temporarily|303 see other
   304 not modified|307 temporary redirect|308 permanent redirect|400 bad request|401 unauthorized|402 payment required
   403 forbidden|404 not found|405 method not allowed|406 not acceptable|407 proxy authentication required|408 request timeout
   409 conflict|410 gone|411 length required|412 precondition failed|413 payload too large|413 content too large
   413 request too long|414 uri too long|415 unsupported media type|416 range not satisfiable|417 expectation failed
   418 i am a teapot|421 misdirected request|421 misdirected|422 unprocessable entity|422 unprocessable content|423 locked
   424 failed dependency|425 too early|426 upgrade required|428 precondition required|429 too many requests
   431 request header fields too large|451 unavailable for legal reasons|500 internal server error|500 internal error
   500 server error|501 not implemented|502 bad gateway|503 service unavailable|504 gateway timeout`
    .split(/\||\n/)
    .map((line) => line.trim())
    .map((line) => [line.slice(4).replaceAll(' ', ''), Number(line.slice(0, 3))] as const),
)

/** The status that an expression is; `unknown` where the source does not say. */
export function statusIn(source: Source, given: Node): number | 'unknown' {
  const node = unwrapped(given)
  if (node.type === 'Literal') return asStatus(node.value)
  if (node.type === 'MemberExpression') return namedStatus(nameOfKey(node))
  if (node.type !== 'Identifier') return 'unknown'
  const constant = constantOf(source, node)
  return constant ? statusIn(source, constant) : namedStatus(/^[A-Z]/.test(node.name) ? node.name : undefined)
}

function asStatus(value: unknown): number | 'unknown' {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value
  return typeof status === 'number' && status >= 100 && status < 600 ? status : 'unknown'
}

/** `INTERNAL_SERVER_ERROR`, `HTTP_STATUS_NOT_FOUND`, `NotFound` */
function namedStatus(name: string | undefined): number | 'unknown' {
  const words = wordsOf(name ?? '').filter((word) => !['http', 'status', 'code', 'sc'].includes(word))
  return statuses[words.join('')] ?? 'unknown'
}

/** The status that is called so, by the words of its name without spaces: `notfound`. */
export function statusNamed(words: string): number | undefined {
  return statuses[words]
}
