/** A billing and a UserSide in a process of their own, so that what they cost is not measured. */
import { join } from 'node:path'

/** What both sides were asked since it was last forgotten. Bytes are those of the bodies, unpacked. */
export interface Traffic {
  readonly billing: {
    readonly requests: number
    readonly bytes: number
    readonly violations: readonly string[]
  }
  readonly userside: {
    readonly reads: number
    readonly bookkeeping: number
    readonly writes: number
    /** Milliseconds in which they were carried out: UserSide's time, not the program's. */
    readonly writingMs: number
    /** Requests by call. */
    readonly calls: Readonly<Record<string, number>>
    readonly bytesIn: number
    readonly bytesOut: number
    readonly violations: readonly string[]
  }
}

export interface Sandboxes {
  readonly billingUrl: string
  readonly usersideUrl: string
  readonly usersideApiKey: string
  /** The two big lists, as anybody may fetch them. */
  readonly lists: readonly [billing: string, userside: string]
  /** UserSide's list of source hashes. */
  readonly hashes: string
  /** From now on the billing differs from its first state by this many changes, of some kinds only. */
  evolve(changes: number, kinds?: string): Promise<void>
  /** Ten minutes pass in the billing: see `afterTenMinutes`. */
  passTenMinutes(): Promise<void>
  traffic(): Promise<Traffic>
  forget(): Promise<void>
  stop(): Promise<void>
}

export interface SandboxOptions {
  readonly size: number
  readonly isGzip: boolean
  /** Milliseconds UserSide takes for a write. */
  readonly writeLatencyMs?: number
}

/** Starts both; resolves when they listen. */
export async function startSandboxes(options: SandboxOptions): Promise<Sandboxes> {
  const server = Bun.spawn(
    [
      process.execPath,
      join(import.meta.dir, '../src/sandbox/serve.ts'),
      `--billing-size=${options.size}`,
      '--userside',
      `--write-latency=${options.writeLatencyMs ?? 0}`,
      ...(options.isGzip ? [] : ['--no-gzip']),
    ],
    { stdin: 'pipe', stdout: 'pipe', stderr: 'inherit' },
  )
  const lines = linesOf(server.stdout)
  const { billingUrl, usersideUrl, usersideApiKey } = JSON.parse(await nextOf(lines))

  const command = async (text: string): Promise<Traffic> => {
    server.stdin.write(`${text}\n`)
    server.stdin.flush()
    return JSON.parse(await nextOf(lines))
  }
  const module = `${usersideUrl}/api.php?key=${usersideApiKey}&cat=module&billing_id=1`
  return {
    billingUrl,
    usersideUrl,
    usersideApiKey,
    lists: [
      `${billingUrl}&temp=1700000000&request=get_user_list`,
      `${module}&request=get_user_list&is_id_billing_user_id=1&is_parent_id=1&timestamp_ready=1`,
    ],
    hashes: `${module}&request=get_user_crc_billing_list`,
    evolve: async (changes, kinds = '') => void (await command(`evolve ${changes} ${kinds}`.trimEnd())),
    passTenMinutes: async () => void (await command('busy')),
    traffic: () => command('report'),
    forget: async () => void (await command('forget')),
    stop: async () => {
      server.stdin.end()
      await server.exited
    },
  }
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true })
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    yield* lines
  }
}

async function nextOf(lines: AsyncGenerator<string, void>): Promise<string> {
  const { value } = await lines.next()
  if (typeof value !== 'string') throw new Error('The sandboxes have ended.')
  return value
}
