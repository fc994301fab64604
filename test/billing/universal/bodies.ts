/** True bodies of billings to damage: of the recorded uBilling where the samples are, of generated ones everywhere. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Method } from '../../../src/billing/universal/methods.ts'
import { startBilling } from '../../../src/sandbox/billing.ts'
import { type DialectName, dialects } from '../../../src/sandbox/dialects/dialects.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import { clientOf } from './answering.ts'

/** Beside a clone of the project, not in it. */
export const SAMPLES = join(import.meta.dir, '../../../../shared/samples/ubilling')

export interface Body {
  readonly what: string
  readonly method: Method
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A handful of subscribers and all directories in the bytes of every product. */
export async function generatedBodies(size = 8): Promise<Body[]> {
  const names = Object.keys(dialects) as DialectName[]
  return (await Promise.all(names.map((name) => bodiesOf(name, size)))).flat()
}

/** The recorded answers, the list of subscribers cut down to its first records; none without the samples. */
export function recordedBodies(records = 12): Body[] {
  if (!existsSync(SAMPLES)) return []
  const methods: readonly Method[] = [
    'get_user_list',
    'get_tariff_list',
    'get_user_state_list',
    'get_house_list',
  ]
  return methods.map((method) => {
    const text = readFileSync(join(SAMPLES, `${method}.json`), 'utf8')
    const short = method === 'get_user_list' ? firstRecords(text, records) : text.slice(0, 20_000)
    const whole = method === 'get_house_list' ? `${short.slice(0, short.lastIndexOf('},"'))}}}` : short
    return { what: `recorded ${method}`, method, bytes: new TextEncoder().encode(whole) }
  })
}

async function bodiesOf(dialect: DialectName, size: number): Promise<Body[]> {
  const bodies: Body[] = []
  const sandbox = await startBilling({
    population: generatePopulation({ size, seed: 3 }),
    dialect,
    isGzip: false,
  })
  const keep = async (url: string | URL | Request, init?: RequestInit) => {
    const bytes = new Uint8Array(await (await fetch(url, init)).arrayBuffer())
    const { searchParams } = new URL(String(url))
    const asked = searchParams.get('request') ?? searchParams.get('method1') ?? ''
    const method = asked.replace('userside_manager.', '') as Method
    bodies.push({ what: `${dialect} ${method}`, method, bytes })
    return new Response(bytes)
  }
  const client = clientOf(sandbox.url, {
    protocol: dialect === 'carbon' ? 'carbon5' : 'standart',
    fetch: keep as typeof fetch,
  })
  await client.system()
  await client.tariffs()
  await client.states()
  await client.subscribers()
  await client.streets()
  await sandbox.stop()
  return bodies
}

/** uBilling ends every record with the password. */
function firstRecords(text: string, count: number): string {
  const ends = [...text.matchAll(/"password":"[^"]*"\}/g)]
  const end = ends[count - 1]
  return end === undefined ? text : `${text.slice(0, end.index + end[0].length)}}`
}
