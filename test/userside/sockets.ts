/** Servers that break HTTP in ways `Bun.serve` cannot. */
import net from 'node:net'

export interface RawServer extends Disposable {
  readonly url: string
  readonly connections: () => number
}

/** Hands every first request of a connection to `answer`. */
export async function startRaw(answer: (socket: net.Socket, nth: number) => void): Promise<RawServer> {
  let connections = 0
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => {
      connections += 1
      answer(socket, connections)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    connections: () => connections,
    [Symbol.dispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** The address of a port that nobody listens on. */
export async function deadUrl(): Promise<string> {
  const server = await startRaw(() => {})
  server[Symbol.dispose]()
  return server.url
}

/** A whole HTTP answer with the given body. */
export function http200(body: string, extra = ''): string {
  const length = Buffer.byteLength(body)
  return `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nConnection: close\r\n${extra}\r\n${body}`
}
