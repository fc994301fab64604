/** A connection and its certificate, looked at without anything being asked. Nothing is sent over it. */
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'

export interface Certificate {
  /** Why it is not trusted, as the TLS library calls it; `undefined` when it is. */
  readonly fault: string | undefined
  readonly expiresAt: Date
  /** Names it is made out to. */
  readonly names: readonly string[]
}

/** What came of it. `code` is the operating system's, or the TLS library's. */
export type Handshake =
  | { readonly kind: 'unreachable'; readonly code: string }
  /** There was a connection, and no agreement about its encryption. */
  | { readonly kind: 'no-tls'; readonly code: string }
  | { readonly kind: 'open'; readonly certificate: Certificate | undefined }

export interface HandshakeOptions {
  readonly url: string
  /** PEM of the certificate authority to trust. */
  readonly ca: string | undefined
  readonly timeoutMs: number
  /** How long to wait, once it is open, for a server that thinks better of it: TLS 1.3 refuses a client afterwards. */
  readonly lingerMs?: number
}

/** Opens a connection to the host of an address and closes it. Never throws. */
export function shakeHand({ url, ca, timeoutMs, lingerMs = 0 }: HandshakeOptions): Promise<Handshake> {
  const { protocol, hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const isTls = protocol === 'https:'
  const target = { host, port: Number(port) || (isTls ? 443 : 80) }
  const trust = {
    rejectUnauthorized: false,
    ...(isIP(host) === 0 && { servername: host }),
    ...(ca !== undefined && { ca }),
  }
  return new Promise((resolve) => {
    let isConnected = false
    const socket: Socket = isTls
      ? connectTls({ ...target, ...trust }, () => {
          const handshake: Handshake = { kind: 'open', certificate: certificateOf(socket as TLSSocket) }
          setTimeout(() => end(handshake), lingerMs)
        })
      : connectPlain(target, () => end({ kind: 'open', certificate: undefined }))
    const end = (handshake: Handshake): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(handshake)
    }
    const timer = setTimeout(() => end({ kind: 'unreachable', code: 'ETIMEDOUT' }), timeoutMs)
    socket.on('connect', () => {
      isConnected = true
    })
    socket.on('error', (error) => {
      const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message
      // Some servers hang up where others complain that this is no language of theirs.
      const isRefusal = /SSL|TLS|EPROTO/.test(code) || (isTls && isConnected && code === 'ECONNRESET')
      end({ kind: isRefusal ? 'no-tls' : 'unreachable', code })
    })
  })
}

function certificateOf(socket: TLSSocket): Certificate {
  const { valid_to, subjectaltname = '', subject } = socket.getPeerCertificate()
  const listed = subjectaltname.split(', ').map((name) => name.replace(/^[^:]*:/, ''))
  const names = listed.filter((name) => name !== '')
  const { authorizationError } = socket
  return {
    fault: socket.authorized ? undefined : faultName(authorizationError),
    expiresAt: new Date(valid_to),
    names: names.length > 0 ? names : [subject?.CN ?? ''].flat(),
  }
}

function faultName(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error === null || error === undefined ? 'unknown' : String(error)
}
