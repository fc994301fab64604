/** Servers whose encryption is wrong, each in one way of its own. The certificates are for the tests only. */
import { connect, createServer as createPlainServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import * as identity from '../userside/tls-identity.ts'

/** Signs all the others but the self-signed one; nobody knows it who is not told of it. */
export const AUTHORITY = `-----BEGIN CERTIFICATE-----
MIIBbDCCARGgAwIBAgIBBTAKBggqhkjOPQQDAjAkMSIwIAYDVQQDDBlBbiBhdXRo
b3JpdHkgbm9ib2R5IGtub3dzMCAXDTIwMDEwMTAwMDAwMFoYDzIwOTkxMjMxMDAw
MDAwWjAkMSIwIAYDVQQDDBlBbiBhdXRob3JpdHkgbm9ib2R5IGtub3dzMFkwEwYH
KoZIzj0CAQYIKoZIzj0DAQcDQgAElx3LTRXV2q52s+q+7IgItsutdQQHaF6H1LaQ
6HZsZldRkPD5K9aHb92g9dUHkKWHa0B8FY94kMXqBN06VMDYzqMyMDAwDwYDVR0T
AQH/BAUwAwEB/zAdBgNVHQ4EFgQU1VF0b9Axqq7PNHx147gQnTHMZiAwCgYIKoZI
zj0EAwIDSQAwRgIhAPsnh0DsSQCV5tIERx8zXRKKDCKp8kq4JIVS+koHeZ9xAiEA
vyvSJ2UNwD3mEVMNrMVQRxcsKvnijZAODtMyHzV8uRs=
-----END CERTIFICATE-----
`

/** The one key of all of them. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnKD67YVQH1+XcMVQ
Cqvx2TWOOgTvywIwXQkE2ltxWrihRANCAATMulBdAJ5nvbhGVC0XwwHDNKCEDkMQ
CFHBDjGrOHwNCDAU31mkkyj5USy3xes3TD1wvAvVbzPGwVetd4y/kb8O
-----END PRIVATE KEY-----
`

/** For localhost and 127.0.0.1, 2020 to 2099. */
const GOOD = `-----BEGIN CERTIFICATE-----
MIIBhzCCAS2gAwIBAgIBBjAKBggqhkjOPQQDAjAkMSIwIAYDVQQDDBlBbiBhdXRo
b3JpdHkgbm9ib2R5IGtub3dzMCAXDTIwMDEwMTAwMDAwMFoYDzIwOTkxMjMxMDAw
MDAwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMB
BwNCAATMulBdAJ5nvbhGVC0XwwHDNKCEDkMQCFHBDjGrOHwNCDAU31mkkyj5USy3
xes3TD1wvAvVbzPGwVetd4y/kb8Oo14wXDAaBgNVHREEEzARgglsb2NhbGhvc3SH
BH8AAAEwHQYDVR0OBBYEFOT98Qf5Ybg0mBshZsyj6SwFc/YIMB8GA1UdIwQYMBaA
FNVRdG/QMaquzzR8deO4EJ0xzGYgMAoGCCqGSM49BAMCA0gAMEUCIQDT/0hqYMfy
2x5d+FtoFkBZE0qZAQZK7FmHq1lY8tzUrwIgcKv4xletMBPlZwIT3p+medsIBTPs
aEqKeWiTxe2w1DQ=
-----END CERTIFICATE-----
`

/** For other.example. */
const OTHER_NAME = `-----BEGIN CERTIFICATE-----
MIIBiDCCAS+gAwIBAgIBBzAKBggqhkjOPQQDAjAkMSIwIAYDVQQDDBlBbiBhdXRo
b3JpdHkgbm9ib2R5IGtub3dzMCAXDTIwMDEwMTAwMDAwMFoYDzIwOTkxMjMxMDAw
MDAwWjAYMRYwFAYDVQQDDA1vdGhlci5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZI
zj0DAQcDQgAEzLpQXQCeZ724RlQtF8MBwzSghA5DEAhRwQ4xqzh8DQgwFN9ZpJMo
+VEst8XrN0w9cLwL1W8zxsFXrXeMv5G/DqNcMFowGAYDVR0RBBEwD4INb3RoZXIu
ZXhhbXBsZTAdBgNVHQ4EFgQU5P3xB/lhuDSYGyFmzKPpLAVz9ggwHwYDVR0jBBgw
FoAU1VF0b9Axqq7PNHx147gQnTHMZiAwCgYIKoZIzj0EAwIDRwAwRAIgJTeDpD6u
AKyXV+Yr8CfEePgNdxfQdMW8sYgnPT+shwkCICs5ZZIaYj4XWoNgr5tZw4lnZ2n6
KJkoch+jpq8DUbdv
-----END CERTIFICATE-----
`

/** Until 2021-01-31. */
const EXPIRED = `-----BEGIN CERTIFICATE-----
MIIBhTCCASugAwIBAgIBCDAKBggqhkjOPQQDAjAkMSIwIAYDVQQDDBlBbiBhdXRo
b3JpdHkgbm9ib2R5IGtub3dzMB4XDTIwMDEwMTAwMDAwMFoXDTIxMDEzMTAwMDAw
MFowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD
QgAEzLpQXQCeZ724RlQtF8MBwzSghA5DEAhRwQ4xqzh8DQgwFN9ZpJMo+VEst8Xr
N0w9cLwL1W8zxsFXrXeMv5G/DqNeMFwwGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/
AAABMB0GA1UdDgQWBBTk/fEH+WG4NJgbIWbMo+ksBXP2CDAfBgNVHSMEGDAWgBTV
UXRv0DGqrs80fHXjuBCdMcxmIDAKBggqhkjOPQQDAgNIADBFAiEArZec3C2y0+qZ
4tA5zRS3/dtpIj6pdCh+1mZRvKQCKfsCIG7Zn/GrRe3BwgWtlqaXYO+gzKlXfOOu
j3LJuIxJQlVH
-----END CERTIFICATE-----
`

/** From 2098 on. */
const NOT_YET_VALID = `-----BEGIN CERTIFICATE-----
MIIBiDCCAS+gAwIBAgIBCTAKBggqhkjOPQQDAjAkMSIwIAYDVQQDDBlBbiBhdXRo
b3JpdHkgbm9ib2R5IGtub3dzMCIYDzIwOTgwMTAxMDAwMDAwWhgPMjA5OTEyMzEw
MDAwMDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49
AwEHA0IABMy6UF0Anme9uEZULRfDAcM0oIQOQxAIUcEOMas4fA0IMBTfWaSTKPlR
LLfF6zdMPXC8C9VvM8bBV613jL+Rvw6jXjBcMBoGA1UdEQQTMBGCCWxvY2FsaG9z
dIcEfwAAATAdBgNVHQ4EFgQU5P3xB/lhuDSYGyFmzKPpLAVz9ggwHwYDVR0jBBgw
FoAU1VF0b9Axqq7PNHx147gQnTHMZiAwCgYIKoZIzj0EAwIDRwAwRAIgeZssA3Ip
W/sWRNFsB2eWrvoueBhqgrUXtaUl11Xf+xwCIFFHSieTe236dXrAOW7vax2V9dc0
GPskU/nxAoqPkk8z
-----END CERTIFICATE-----
`

const good: TlsOptions = { cert: GOOD, key: KEY }

const KINDS = {
  good,
  'an unknown authority': good,
  'a self-signed certificate': { cert: identity.CERTIFICATE, key: identity.PRIVATE_KEY },
  'another name': { cert: OTHER_NAME, key: KEY },
  'an expired certificate': { cert: EXPIRED, key: KEY },
  'a certificate of the future': { cert: NOT_YET_VALID, key: KEY },
  'TLS 1.0 only': { ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1' },
  'TLS 1.1 at most': { ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' },
  'no common cipher': { ...good, maxVersion: 'TLSv1.2', ciphers: 'DES-CBC3-SHA' },
  'a client certificate': { ...good, maxVersion: 'TLSv1.2', requestCert: true, rejectUnauthorized: true },
  'a client certificate, told late': {
    ...good,
    minVersion: 'TLSv1.3',
    requestCert: true,
    rejectUnauthorized: true,
  },
  'plain http': undefined,
  'a greeting of its own': undefined,
  'nothing but hanging up': undefined,
} as const satisfies Readonly<Record<string, TlsOptions | undefined>>

export type TlsKind = keyof typeof KINDS

export interface TlsServer extends AsyncDisposable {
  readonly port: number
}

/** A server that answers every request with this body, where its encryption lets a request come about. */
export async function startTls(kind: TlsKind, body: string): Promise<TlsServer> {
  const sockets = new Set<Socket>()
  const answer = (socket: Socket): void => {
    socket.on('error', () => {})
    socket.once('data', () => {
      if (kind === 'nothing but hanging up') socket.destroy()
      else if (kind === 'plain http') socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')
      else socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
    if (kind === 'a greeting of its own') socket.write('220 mail.example ESMTP\r\n')
  }
  const options: TlsOptions | undefined = KINDS[kind]
  const server: Server = options === undefined ? createPlainServer(answer) : createTlsServer(options, answer)
  server.on('tlsClientError', () => {})
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Stands before a server, and may say something else to one connection after the other. */
export async function startFront(
  port: number,
  { latencyMs = 0, instead }: { latencyMs?: number; instead?: (nth: number) => string | undefined },
): Promise<TlsServer> {
  let connections = 0
  const sockets = new Set<Socket>()
  const server = createPlainServer((socket) => {
    connections += 1
    const other = instead?.(connections)
    socket.on('error', () => {})
    sockets.add(socket)
    if (other !== undefined) return socket.end(other)
    const onward = connect(port, '127.0.0.1')
    sockets.add(onward)
    onward.on('error', () => {})
    for (const [from, to] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      from.on('data', (chunk) => setTimeout(() => to.write(chunk), latencyMs))
      from.on('close', () => setTimeout(() => to.destroy(), latencyMs))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
