/** A server reached through a proxy that does harm when it is told to: closes, resets, falls silent. */
import { connect, createServer, type Socket } from 'node:net'

export type Fault = 'fin' | 'reset' | 'silence'

export interface FaultProxy extends AsyncDisposable {
  readonly port: number
  /** How often a client has sent something with these words in it. */
  seen(): number
}

/**
 * @param words which statements are counted
 * @param at with which of them the harm is done
 * @param harm what is done; a function of the test's own is waited for before the statement goes on
 */
export async function faultProxy(
  target: number,
  words: string,
  at: number,
  harm: Fault | (() => Promise<void>),
): Promise<FaultProxy> {
  let count = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    let isSilent = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    client.on('data', async (data) => {
      if (data.includes(words)) count++
      if (data.includes(words) && count === at) {
        if (harm === 'fin') {
          client.end()
          upstream.destroy()
          return
        }
        if (harm === 'reset') {
          client.resetAndDestroy()
          upstream.destroy()
          return
        }
        if (harm === 'silence') isSilent = true
        else await harm()
      }
      if (!isSilent) upstream.write(data)
    })
    upstream.on('data', (data) => {
      if (!isSilent) client.write(data)
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => {
      if (!isSilent) client.end()
    })
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    seen: () => count,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
