/** What is wrong with a server's encryption, told as what it is: by a run of either side, and by `doctor`. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkConnection } from '../../src/commands/doctor/connection.ts'
import type { UsersideError } from '../../src/model/errors.ts'
import { clientOf, errorOf } from '../billing/universal/answering.ts'
import { startErp } from '../userside/erp.ts'
import { startRaw } from '../userside/sockets.ts'
import { AUTHORITY, startFront, startTls, type TlsKind } from './tls-servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'usm-tls-'))
const caFile = join(folder, 'ca.pem')

beforeAll(() => writeFileSync(caFile, AUTHORITY))
afterAll(() => rmSync(folder, { recursive: true }))

interface Row {
  readonly kind: TlsKind
  /** The authority is known: what is wrong is something else. */
  readonly isTrusted: boolean
  readonly says: RegExp
  readonly hint: RegExp
}

const ROWS: readonly Row[] = [
  {
    kind: 'a self-signed certificate',
    isTrusted: false,
    says: /certificate is self-signed \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
    hint: /openssl s_client.*Http\.caFile.*Http\.insecureTls/,
  },
  {
    kind: 'an unknown authority',
    isTrusted: false,
    says: /certificate comes from an authority nobody here knows \(UNABLE_TO_/,
    hint: /certificate of that authority in \w+Http\.caFile.*Http\.insecureTls/,
  },
  {
    kind: 'another name',
    isTrusted: true,
    says: /certificate is made out to other\.example, not to this host/,
    hint: /^(?:billing|userside)Url: a name the certificate is made out to/,
  },
  {
    kind: 'an expired certificate',
    isTrusted: true,
    says: /certificate expired on 2021-01-31/,
    hint: /Renew it on the server/,
  },
  {
    kind: 'a certificate of the future',
    isTrusted: true,
    says: /certificate is not valid yet/,
    hint: /clock/,
  },
  {
    kind: 'TLS 1.0 only',
    isTrusted: true,
    says: /no newer TLS than 1\.1/,
    hint: /TLS 1\.2.*ssl_protocols/,
  },
  {
    kind: 'TLS 1.1 at most',
    isTrusted: true,
    says: /no newer TLS than 1\.1/,
    hint: /TLS 1\.2.*ssl_protocols/,
  },
  { kind: 'no common cipher', isTrusted: true, says: /share no cipher/, hint: /ssl_ciphers/ },
  {
    kind: 'a client certificate',
    isTrusted: true,
    says: /wants a certificate of its clients/,
    hint: /no client certificate/,
  },
  {
    kind: 'plain http',
    isTrusted: false,
    says: /no TLS at this address/,
    hint: /^(?:billing|userside)Url: http:\/\//,
  },
  {
    kind: 'a greeting of its own',
    isTrusted: false,
    says: /no TLS at this address/,
    hint: /^(?:billing|userside)Url: http:\/\//,
  },
  {
    kind: 'nothing but hanging up',
    isTrusted: false,
    says: /hangs up in the TLS handshake/,
    hint: /Url: is this the port that speaks https/,
  },
]
/** What is said of certificates must not be said where they are not at fault. */
const OF_CERTIFICATES = /certificate|insecureTls|caFile/

function expectTrue({ says, hint }: Row, message: string, advice: string | undefined): void {
  expect(message).toMatch(says)
  expect(advice).toMatch(hint)
  if (!OF_CERTIFICATES.test(says.source) && !OF_CERTIFICATES.test(hint.source)) {
    expect(message.replace('wants a certificate of its clients', '')).not.toMatch(OF_CERTIFICATES)
    expect(advice?.replace('no client certificate', '')).not.toMatch(OF_CERTIFICATES)
  }
}

describe.each(ROWS.map((row) => [row.kind, row] as const))('a server with %s', (_, row) => {
  const trust = row.isTrusted ? { caFile } : {}
  const http = { timeoutSec: 20, retries: 2, ...trust }

  test('as the billing is told so, and not asked again', async () => {
    await using server = await startTls(row.kind, '{"a":{"login":"a"}}')
    const client = clientOf(`https://localhost:${server.port}/?key=K0123456789`, { http })
    const error = await errorOf(client.subscribers())
    expectTrue(row, error.message, error.hint)
    expect([error.kind, client.tally.requests]).toEqual(['config', 1])
    expect(`${error.message}${error.hint}`).not.toContain('K0123456789')
  })

  test('as UserSide is told so, and not asked again', async () => {
    await using server = await startTls(row.kind, '{"date":"2026-11-23 12:00:00"}')
    using erp = startErp()
    const client = erp.client({ url: `https://localhost:${server.port}/`, http })
    const error = (await client.system().catch((caught: unknown) => caught)) as UsersideError
    expectTrue(row, error.message, error.hint)
    expect([error.kind, client.tally.retries]).toEqual(['refused', 0])
  })

  test('is told so by doctor', async () => {
    await using server = await startTls(row.kind, '')
    const { checks, isOpen } = await checkConnection({
      system: 'billing',
      urlKey: 'billingUrl',
      httpKey: 'billingHttp',
      url: `https://localhost:${server.port}/?key=K`,
      http: { insecureTls: false, ...trust },
      env: {},
      now: new Date(),
    })
    const check = checks.find(({ name }) => name === 'certificate')
    expect([check?.ok, isOpen]).toEqual(['fail', false])
    expectTrue(row, check?.text ?? '', check?.hint)
  })
})

test('a server that is in order is asked', async () => {
  await using server = await startTls('good', '{"a":{"login":"a"}}')
  const http = { timeoutSec: 20, retries: 0, caFile }
  const client = clientOf(`https://localhost:${server.port}/?key=K`, { http })
  expect((await client.subscribers()).subscribers.size).toBe(1)
})

test.each([
  'an unknown authority',
  'another name',
  'an expired certificate',
  'a certificate of the future',
] as const)('insecureTls trusts a server with %s', async (kind) => {
  await using server = await startTls(kind, '{"a":{"login":"a"}}')
  const http = { timeoutSec: 20, retries: 0, insecureTls: true }
  const client = clientOf(`https://localhost:${server.port}/?key=K`, { http })
  expect((await client.subscribers()).subscribers.size).toBe(1)
})

test.each([
  ['TLS 1.0 only', /no newer TLS than 1\.1/],
  ['no common cipher', /share no cipher/],
  ['plain http', /no TLS at this address/],
  ['a client certificate, told late', /the server wants a certificate of its clients/],
] as const)('insecureTls does not hide %s', async (kind, says) => {
  await using server = await startTls(kind, '')
  const http = { timeoutSec: 20, retries: 0, insecureTls: true }
  const error = await errorOf(clientOf(`https://localhost:${server.port}/?key=K`, { http }).subscribers())
  expect(error.message).toMatch(says)
})

test('a client certificate that is asked for once everything seemed well is told', async () => {
  await using server = await startTls('a client certificate, told late', '')
  // On a network of any length the handshake is over before it is told.
  await using front = await startFront(server.port, { latencyMs: 20 })
  const http = { timeoutSec: 20, retries: 0, caFile }
  const error = await errorOf(clientOf(`https://localhost:${front.port}/?key=K`, { http }).subscribers())
  expect(error.message).toMatch(/the server wants a certificate of its clients, and this program has none/)
})

test('a certificate that was not at fault is not blamed', async () => {
  await using server = await startTls('a self-signed certificate', '')
  await using front = await startFront(server.port, {
    instead: (nth) => (nth === 1 ? 'HTTP/1.1 400 Bad Request\r\n\r\n' : undefined),
  })
  const http = { timeoutSec: 20, retries: 0, insecureTls: true }
  const error = await errorOf(clientOf(`https://localhost:${front.port}/?key=K`, { http }).subscribers())
  expect(error.message).toContain('no TLS connection comes about (EPROTO)')
  expect(`${error.message} ${error.hint}`).not.toMatch(OF_CERTIFICATES)
})

test('http spoken to a port that speaks https is no certificate’s fault', async () => {
  await using server = await startTls('good', '')
  const error = await errorOf(
    clientOf(`http://localhost:${server.port}/?key=K`, {
      http: { timeoutSec: 20, retries: 0 },
    }).subscribers(),
  )
  expect(`${error.message} ${error.hint}`).not.toMatch(OF_CERTIFICATES)
})

test('a connection that breaks off in the midst of an answer is no fault of the encryption', async () => {
  using raw = await startRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{'))
  const error = await errorOf(clientOf(raw.url, { http: { timeoutSec: 20, retries: 0 } }).subscribers())
  expect(error.message).toContain('broke off')
  expect(`${error.message} ${error.hint}`).not.toMatch(OF_CERTIFICATES)
})
