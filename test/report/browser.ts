/** A headless Chromium, driven over its debugging protocol: what a person would see, asked for by a test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTool } from '../../scripts/test-tools.ts'

/** For eyes: `USM_SCREENSHOTS=folder` keeps the pictures. */
export function keepPicture(name: string, picture: Buffer): void {
  const kept = process.env['USM_SCREENSHOTS']
  if (kept === undefined) return
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, `${name}.png`), picture)
}

export interface View {
  readonly scheme: 'light' | 'dark'
  readonly width: number
  readonly height?: number
}

export interface Page {
  /** Shows a file as it looks to somebody with that screen. */
  open(path: string, view: View): Promise<void>
  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown>
  /** PNG of the whole page. */
  screenshot(): Promise<Buffer>
  /** Everything the console, the policy or a script complained of since `open`. */
  readonly complaints: readonly string[]
  /** Addresses that were asked for since `open`. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

type Message = {
  id?: number
  method?: string
  params?: Record<string, unknown>
  result?: unknown
  error?: unknown
}

/** @throws Error when there is none: tests that start one need it (`describeWith('chromium')`) */
export async function startBrowser(): Promise<Page> {
  const executable = findTool('chromium')
  if (executable === undefined) throw new Error('There is no browser here.')
  const profile = mkdtempSync(join(tmpdir(), 'usm-browser-'))
  const child = Bun.spawn(
    [
      executable,
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-scrollbars',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdout: 'ignore', stderr: 'pipe' },
  )
  const port = await debuggingPort(child.stderr)
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    type: string
    webSocketDebuggerUrl: string
  }[]
  const address = targets.find((target) => target.type === 'page')?.webSocketDebuggerUrl ?? ''
  const session = await connect(address)
  const complaints: string[] = []
  const requests: string[] = []
  session.onEvent(({ method, params }) => {
    if (method === 'Network.requestWillBeSent') requests.push(String(Object(params?.['request']).url))
    if (['Log.entryAdded', 'Runtime.consoleAPICalled', 'Runtime.exceptionThrown'].includes(method ?? ''))
      complaints.push(JSON.stringify(params))
  })
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await session.send(`${domain}.enable`)
  return {
    complaints,
    requests,
    async open(path, { scheme, width, height = 800 }) {
      complaints.length = 0
      requests.length = 0
      const features = [{ name: 'prefers-color-scheme', value: scheme }]
      await session.send('Emulation.setEmulatedMedia', { features })
      const metrics = { width, height, deviceScaleFactor: 1, mobile: width < 600 }
      await session.send('Emulation.setDeviceMetricsOverride', metrics)
      const loaded = session.once('Page.loadEventFired')
      await session.send('Page.navigate', { url: Bun.pathToFileURL(path).href })
      await loaded
    },
    async evaluate(expression) {
      const answer = await session.send('Runtime.evaluate', { expression, returnByValue: true })
      return Object(Object(answer).result).value
    },
    async screenshot() {
      const answer = await session.send('Page.captureScreenshot', { captureBeyondViewport: true })
      return Buffer.from(String(Object(answer).data), 'base64')
    },
    async close() {
      session.close()
      child.kill()
      await child.exited
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

async function debuggingPort(errors: ReadableStream<Uint8Array>): Promise<string> {
  let said = ''
  for await (const chunk of errors) {
    said += new TextDecoder().decode(chunk)
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1]
    if (port !== undefined) return port
  }
  throw new Error(`Chromium did not start: ${said}`)
}

async function connect(address: string) {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const waiting = new Map<number, (message: Message) => void>()
  const listeners = new Set<(message: Message) => void>()
  let last = 0
  socket.onmessage = ({ data }) => {
    const message: Message = JSON.parse(String(data))
    if (message.id === undefined) for (const listener of listeners) listener(message)
    else waiting.get(message.id)?.(message)
  }
  return {
    onEvent: (listener: (message: Message) => void) => void listeners.add(listener),
    once: (method: string) =>
      new Promise<void>((resolve) => {
        const listener = (message: Message) => {
          if (message.method !== method) return
          listeners.delete(listener)
          resolve()
        }
        listeners.add(listener)
      }),
    send(method: string, params: object = {}): Promise<unknown> {
      const id = ++last
      socket.send(JSON.stringify({ id, method, params }))
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id)
          if (error === undefined) resolve(result)
          else reject(new Error(`${method}: ${JSON.stringify(error)}`))
        })
      })
    },
    close: () => socket.close(),
  }
}
