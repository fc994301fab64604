/** What an error of `fetch`, or of reading a body, means. How far the request came decides what may be done about it. */

import { cutText, printable } from '../model/text.ts'

export interface NetworkFault {
  /**
   * - `timeout`: no whole answer in time
   * - `unsent`: no connection came about, so nobody saw the request
   * - `tls`: a connection, but no agreement about its encryption; nobody saw the request either
   * - `address`: the address cannot be called at all
   * - `packing`: the answer came, but it cannot be unpacked
   * - `no-http`: an answer came that is no HTTP
   * - `cut`: it broke off on the way; whether the request was seen is unknown
   */
  readonly kind: 'timeout' | 'unsent' | 'tls' | 'address' | 'packing' | 'no-http' | 'cut'
  /** What the operating system or a library calls it; may be empty. */
  readonly code: string
  /** In plain words where there are some, else the code. */
  readonly reason: string
}

const UNSENT: Readonly<Record<string, string>> = {
  ConnectionRefused: 'nothing listens at this address',
  ECONNREFUSED: 'nothing listens at this address',
  FailedToOpenSocket: 'the name is unknown or the host is not reachable',
  ENOTFOUND: 'the name is unknown',
  EAI_AGAIN: 'the name cannot be looked up just now',
  ENETUNREACH: 'the network is not reachable',
  ENETDOWN: 'the network is not reachable',
  EHOSTUNREACH: 'the host is not reachable',
}
const TLS = /CERT|SIGNATURE|HOSTNAME_MISMATCH|ERR_TLS|ERR_SSL|^EPROTO$/
const PACKING = /zlib|brotli|zstd|decompress/i
const NO_HTTP = /malformed_?http|invalidhttp|HPE_/i
/** A proxy that opens no way to the server says why in a status of its own. */
const TUNNEL = 'ERR_PROXY_TUNNEL'
const MOST_STATUS_LENGTH = 60

/** Reads an error of `fetch`. Errors without a code are no errors of the network, save a time limit. */
export function readNetworkFault(error: unknown): NetworkFault {
  const { name, code, message } = describe(error)
  if (name === 'TimeoutError') return { kind: 'timeout', code, reason: 'no whole answer in time' }
  if (code === TUNNEL) return { kind: 'unsent', code, reason: tunnelReason(message) }
  const reason = UNSENT[code]
  if (reason !== undefined) return { kind: 'unsent', code, reason }
  if (TLS.test(code)) return { kind: 'tls', code, reason: code }
  if (PACKING.test(code)) return { kind: 'packing', code, reason: code }
  if (NO_HTTP.test(code)) return { kind: 'no-http', code, reason: code }
  if (/url|protocol/i.test(code)) return { kind: 'address', code, reason: code }
  // The message of an error may hold the address, with the key in it.
  return { kind: 'cut', code, reason: code || name }
}

function tunnelReason(message: string): string {
  const status = /\b\d{3}\b[^\r\n]*/.exec(message)?.[0]
  if (status === undefined) return 'it opens no way there'
  return `it opens no way there (${cutText(printable(status).trim(), MOST_STATUS_LENGTH)})`
}

function describe(error: unknown): { name: string; code: string; message: string } {
  if (!(error instanceof Error)) return { name: 'unknown error', code: '', message: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { name: error.name, code, message: error.message }
}
