/**
 * What reading the list of subscribers costs: `bun bench/stream.ts [subscribers]`, 200,000 without a number. Each way
 * of reading runs in a process of its own against the bytes of a sandbox billing, served by yet another one. Prints, asserts nothing.
 */
import { createBilling } from '../src/billing/universal/universal-billing.ts'
import { readRecords } from '../src/json/records.ts'
import { SILENT } from '../src/model/logger.ts'
import type { SubscriberList } from '../src/model/subscriber.ts'
import { startBilling } from '../src/sandbox/billing.ts'
import { generatePopulation } from '../src/sandbox/generate.ts'

/** The base: a process that only starts. The floor: a bare program that holds everything at once. */
const WAYS = {
  'start only': async () => 0,
  'fetch, JSON.parse': async (url: string) => {
    const list = (await (await fetch(url)).json()) as Record<string, unknown>
    return Object.keys(list).length
  },
  'records, dropped': async (url: string) => {
    let count = 0
    const { body } = await fetch(url)
    if (body !== null) for await (const lot of readRecords(body)) count += lot.length
    return count
  },
  'subscribers, kept': async (url: string) => {
    kept = await client(url).subscribers()
    return kept.subscribers.size
  },
} as const satisfies Record<string, (url: string) => Promise<number>>

type Way = keyof typeof WAYS

interface Figures {
  readonly count: number
  readonly ms: number
  readonly cpuMs: number
  readonly peakMb: number
  readonly heapMb: number
}

/** Held so that the memory it takes is measured. */
let kept: SubscriberList | undefined

function client(url: string, fetching: typeof fetch = fetch) {
  return createBilling({
    url,
    protocol: 'standart',
    dialect: 'auto',
    http: { timeoutSec: 300, retries: 0 },
    withPasswords: false,
    withMessages: false,
    logger: SILENT,
    report: () => {},
    fetch: fetching,
  })
}

async function measure(way: Way, url: string): Promise<Figures> {
  const start = performance.now()
  const count = await WAYS[way](url)
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage()
  const { maxRSS } = process.resourceUsage()
  Bun.gc(true)
  const { heapUsed } = process.memoryUsage()
  return {
    count,
    ms,
    cpuMs: (user + system) / 1000,
    peakMb: maxRSS / 1024,
    heapMb: heapUsed / 1024 / 1024,
  }
}

async function compare(size: string): Promise<void> {
  const server = Bun.spawn([process.execPath, import.meta.path, 'serve', size], {
    stdout: 'pipe',
    stderr: 'inherit',
  })
  try {
    const url = await firstLine(server.stdout)
    const rows = (Object.keys(WAYS) as Way[]).map((way) => ({ way, ...inOwnProcess(way, url) }))
    const [{ peakMb: base } = { peakMb: 0 }] = rows
    console.log(`${size} subscribers`)
    console.table(
      rows.map(({ way, count, ms, cpuMs, peakMb, heapMb }) => ({
        way,
        records: count,
        ms: Math.round(ms),
        'cpu ms': Math.round(cpuMs),
        'peak MB': Math.round(peakMb),
        'above start': Math.round(peakMb - base),
        'heap after': Math.round(heapMb),
      })),
    )
  } finally {
    server.kill()
    await server.exited
  }
}

/** Serves the list of a generated population to every request. */
async function serve(size: number): Promise<void> {
  const billing = await startBilling({ population: generatePopulation({ size }), isGzip: false })
  let list: Uint8Array<ArrayBuffer> = new Uint8Array()
  const keep = async (address: string | URL | Request, init?: RequestInit) => {
    list = new Uint8Array(await (await fetch(address, init)).arrayBuffer())
    return new Response(list)
  }
  const asking = client(billing.url, keep as typeof fetch)
  await asking.system()
  await asking.subscribers()
  await billing.stop()
  const { port } = Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: () => new Response(list) })
  console.log(`http://127.0.0.1:${port}/?module=remoteapi&key=K&action=userside`)
}

function inOwnProcess(way: Way, url: string): Figures {
  const { stdout, success } = Bun.spawnSync([process.execPath, import.meta.path, way, url], {
    stderr: 'inherit',
  })
  if (!success) throw new Error(`measuring "${way}" failed`)
  return JSON.parse(stdout.toString())
}

async function firstLine(stdout: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stdout) {
    text += decoder.decode(chunk, { stream: true })
    if (text.includes('\n')) break
  }
  return text.trim()
}

function isWay(word: string): word is Way {
  return Object.hasOwn(WAYS, word)
}

const [first = '200000', second = ''] = process.argv.slice(2)
if (first === 'serve') await serve(Number(second))
else if (isWay(first)) console.log(JSON.stringify(await measure(first, second)))
else await compare(first)
