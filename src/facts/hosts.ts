import { hole } from './strings.ts'

/** Names below which no host of the internet is to be found, or that documents alone use. */
const nearNames =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|test|example|invalid|svc|cluster|consul|docker|arpa)$|\.svc\./

/** Addresses of the same machine, of a private network, or of the metadata of a cloud. */
const nearAddresses =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|168\.63\.129\.16|\[|::)/

/** Whether a name stands for a host somewhere on the internet, as far as the text shows. */
export function isPublicHost(given: string): boolean {
  const host = given.toLowerCase()
  if (host.includes(hole) || /[{}$<>*%]/.test(host)) return false
  // A name without a dot is one of the same network: a service of a compose file.
  return /^[\w.-]+\.[a-z0-9-]+$/.test(host) && !nearNames.test(host) && !nearAddresses.test(host)
}

const commonEnds = /\.(?:com|net|org|io|dev|app|co|ai|eu|info|cloud|me|[a-z]{2}\.uk|de|fr|us)$/i

/** The host of an address that goes on with something unknown: of `'http://api.example.com' + path`, the path. */
export function withoutTail(host: string): string {
  const known = host.endsWith(hole) ? host.slice(0, -hole.length) : host
  return commonEnds.test(known) ? known : host
}

export interface Address {
  readonly scheme: string
  readonly user: string | undefined
  readonly password: string | undefined
  readonly host: string
  /** What stands behind the host: path and query. */
  readonly rest: string
}

const pattern =
  /^([a-z][a-z+]*):\/\/(?:([^\s/?#@:]*)(?::([^\s/?#@]*))?@)?(\[[^\]]*\]|[^\s/?#:@]+)(?::[^\s/?#]*)?([^\s]*)$/i

/** The parts of a text that is nothing but an address; `undefined` for any other text. */
export function addressIn(text: string): Address | undefined {
  const [, scheme, user, password, host, rest] = pattern.exec(text) ?? []
  if (scheme === undefined || host === undefined) return undefined
  return { scheme: scheme.toLowerCase(), user, password, host, rest: rest ?? '' }
}

const offInQuery = /[?&](?:sslmode=disable|(?:ssl|tls|useSSL)=false|ssl-mode=disabled|encrypt=false)(?:&|$|#)/i

const uncheckedInQuery = /[?&](?:sslmode=no-verify|sslaccept=accept_invalid_certs)(?:&|$|#)/i

/** Whether an address asks a database on the internet for a connection without encryption. */
export function isOpenConnection(text: string): boolean {
  return asksDatabase(text, offInQuery)
}

/** Whether an address asks a database on the internet for a connection whose other end nobody checks. */
export function isUncheckedConnection(text: string): boolean {
  return asksDatabase(text, uncheckedInQuery)
}

function asksDatabase(text: string, asked: RegExp): boolean {
  const address = addressIn(text)
  return (
    address !== undefined &&
    !/^(?:https?|wss?)$/.test(address.scheme) &&
    asked.test(address.rest) &&
    isPublicHost(address.host)
  )
}
