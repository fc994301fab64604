/** Health checks: a service outside gets a request when a run begins, succeeds or fails, and alarms when none comes. */

export interface PingOptions {
  /** `pingUrl`; `undefined`: no request is made. */
  readonly url: string | undefined
  /** Called when a ping failed. It fails no run. */
  readonly onTrouble: (message: string) => void
  readonly fetch?: typeof fetch
  /** Milliseconds that one ping may take, its second try included. */
  readonly timeoutMs?: number
  /** Aborted when the run is to end: a ping under way is given up. One that is begun later is sent all the same. */
  readonly signal?: AbortSignal
}

/** None of them throws, and none sends anything but the request itself: no name, no count, no reason. */
export interface Ping {
  start(): Promise<void>
  ok(): Promise<void>
  fail(): Promise<void>
}

const TIMEOUT_MS = 10_000
const PAUSE_MS = 200
/** What a server answers that may answer better a moment later. */
const TEMPORARY: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** The address itself means success; `/start` and `/fail` are added to its path. */
export function createPing(options: PingOptions): Ping {
  const tell = async (event: '' | '/start' | '/fail'): Promise<void> => {
    const { url, onTrouble, signal } = options
    if (url === undefined) return
    const patience = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
    const ends = signal === undefined || signal.aborted ? patience : AbortSignal.any([patience, signal])
    const trouble = await ask(address(url, event), ends, options.fetch ?? globalThis.fetch)
    if (trouble !== undefined) onTrouble(`The health check (pingUrl) was not told: ${trouble}.`)
  }
  return { start: () => tell('/start'), ok: () => tell(''), fail: () => tell('/fail') }
}

/** Asks, and once more where that may help; gives what is in the way, without the address: who knows it can speak for us. */
async function ask(url: string, signal: AbortSignal, send: typeof fetch): Promise<string | undefined> {
  const first = await askOnce(url, signal, send)
  if (first === undefined || !first.isTemporary || signal.aborted) return first?.trouble
  await pause(PAUSE_MS, signal)
  return (await askOnce(url, signal, send))?.trouble
}

interface Trouble {
  readonly trouble: string
  readonly isTemporary: boolean
}

async function askOnce(url: string, signal: AbortSignal, send: typeof fetch): Promise<Trouble | undefined> {
  try {
    const response = await send(url, { signal })
    // What a health check answers beside its status nobody needs: it may be endless.
    response.body?.cancel().catch(() => {})
    if (response.ok) return undefined
    const { status } = response
    return { trouble: `it answered HTTP ${status}`, isTemporary: TEMPORARY.has(status) }
  } catch (error) {
    return { trouble: reasonOf(signal.aborted ? signal.reason : error), isTemporary: true }
  }
}

function address(url: string, event: string): string {
  const target = new URL(url)
  if (event !== '') target.pathname = target.pathname.replace(/\/$/, '') + event
  return target.href
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it could not be reached'
  if (error.name === 'TimeoutError') return 'it did not answer in time'
  if (error.name === 'Interrupted') return 'the run was told to stop'
  return 'code' in error && typeof error.code === 'string' ? error.code : 'it could not be reached'
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}
