/** A billing and a UserSide on loopback. This is the HTTP server both stand on; it can break connections on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createGzip, gzipSync } from 'node:zlib'
import { disturbedReply, type Faults } from './faults.ts'
import { byteLength, type Reply } from './reply.ts'

/** One request as it came in. */
export interface Exchange {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** What stands behind the server. */
export interface Service {
  /** The call's name, as faults know it. */
  callOf(exchange: Exchange): string
  /** Carries the request out. @param isDisturbed whether a fault will keep the client from seeing the answer */
  answer(exchange: Exchange, isDisturbed: boolean): Reply
  /** Called instead of {@link answer} when a fault keeps the request from being carried out. */
  missed(exchange: Exchange): void
  /** Milliseconds the system takes for it at least, from the request on. */
  latencyOf(exchange: Exchange): number
  /** A request takes its time: what would hold up others may be done meanwhile. */
  meanwhile?(): void
  /** An error in this system's own words. */
  refusal(text: string): Reply
  /** A request has come in whole. */
  begun(exchange: Exchange): void
  /** The last moment before the client can know that the answer is complete. */
  ended(exchange: Exchange): void
}

export interface LoopbackOptions {
  readonly faults: Faults
  /** Compress for clients that ask for it. */
  readonly isGzip: boolean
  /** The instant for the `Date` header. */
  readonly now: () => Date
  /** Port to listen on; 0, the default, for any free one. */
  readonly port?: number
}

export interface Loopback {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  stop(): Promise<void>
}

/** Starts serving; resolves when it listens. */
export function listen(service: Service, options: LoopbackOptions): Promise<Loopback> {
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    serve(service, options, request, response).catch(() => response.socket?.destroy())
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      const address = server.address()
      const port = address === null || typeof address === 'string' ? 0 : address.port
      resolve({
        origin: `http://127.0.0.1:${port}`,
        stop: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
            for (const socket of sockets) socket.destroy()
          }),
      })
    })
  })
}

async function serve(
  service: Service,
  options: LoopbackOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const begunAt = performance.now()
  const exchange: Exchange = {
    method: request.method ?? '',
    target: request.url ?? '',
    headers: request.headers,
    body: await readBody(request),
  }
  service.begun(exchange)
  let isOver = false
  const end = (): void => {
    if (!isOver) service.ended(exchange)
    isOver = true
  }
  // A client that is gone, killed perhaps, has nothing under way any more.
  response.once('close', end)
  const call = service.callOf(exchange)
  const disturbance = options.faults.next(call)
  const isCarriedOut = disturbance === undefined || disturbance.isApplied
  const real = isCarriedOut ? service.answer(exchange, disturbance !== undefined) : undefined
  if (!isCarriedOut) service.missed(exchange)
  const latency = service.latencyOf(exchange)
  if (latency > 0) service.meanwhile?.()
  const left = latency - (performance.now() - begunAt)
  if (left > 0) await Bun.sleep(left)
  await options.faults.whenFree(call)
  const reply =
    disturbance === undefined ? real : disturbedReply(disturbance, real, (text) => service.refusal(text))
  if (reply !== undefined) return send(reply, options, exchange, response, end)
  end()
  if (disturbance?.fault.kind !== 'timeout') request.socket.resetAndDestroy()
}

async function send(
  reply: Reply,
  options: LoopbackOptions,
  exchange: Exchange,
  response: ServerResponse,
  end: () => void,
): Promise<void> {
  const isZipped =
    options.isGzip &&
    reply.headers['Content-Encoding'] === undefined &&
    String(exchange.headers['accept-encoding'] ?? '').includes('gzip')
  const body = isZipped ? await zipped(reply.body) : reply.body
  response.setHeader('Date', options.now().toUTCString())
  if (isZipped) response.setHeader('Content-Encoding', 'gzip')
  if (reply.framing === 'length') response.setHeader('Content-Length', byteLength(body))
  else {
    response.useChunkedEncodingByDefault = false
    response.setHeader('Connection', 'close')
  }
  response.writeHead(reply.status, reply.headers)
  const isLeftOpen = reply.framing === 'open'
  for (const chunk of isLeftOpen ? body : body.slice(0, -1)) {
    if (!response.write(chunk)) await drained(response)
  }
  end()
  if (!isLeftOpen) response.end(body.at(-1))
}

/** Compressing a big body again for every run would cost more than serving it. */
const ZIPPED = new WeakMap<readonly Uint8Array[], Promise<readonly Uint8Array[]>>()

function zipped(body: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const known = ZIPPED.get(body)
  if (known !== undefined) return known
  const [first, ...rest] = body
  const made =
    first !== undefined && rest.length === 0
      ? zippedPiece(first)
      : Readable.from(body)
          .pipe(createGzip({ level: 1 }))
          .toArray()
  ZIPPED.set(body, made)
  return made
}

/** Without a stream, which costs more than most answers; other requests may come in before it is done, as with one. */
async function zippedPiece(piece: Uint8Array): Promise<readonly Uint8Array[]> {
  await nextTurn()
  return [gzipSync(piece, { level: 1 })]
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
