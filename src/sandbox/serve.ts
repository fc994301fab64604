/**
 * Runs a sandbox in a process of its own, for benchmarks and for tests that kill things:
 * `bun src/sandbox/serve.ts --billing-size 50000 --userside`. Prints one line of JSON with the addresses, then
 * serves until its standard input closes or it is told to stop.
 */
import { parseArgs } from 'node:util'
import { startBilling } from './billing.ts'
import { afterTenMinutes } from './busy-hour.ts'
import { type DialectName, dialects } from './dialects/dialects.ts'
import { type EvolveOptions, evolve } from './evolve.ts'
import { generatePopulation } from './generate.ts'
import { startUserside } from './userside.ts'

const { values } = parseArgs({
  options: {
    'billing-size': { type: 'string' },
    'billing-samples': { type: 'string' },
    dialect: { type: 'string', default: 'ubilling' },
    seed: { type: 'string', default: '1' },
    changes: { type: 'string', default: '0' },
    userside: { type: 'boolean', default: false },
    'write-latency': { type: 'string', default: '0' },
    'no-gzip': { type: 'boolean', default: false },
    'port-billing': { type: 'string', default: '0' },
    'port-userside': { type: 'string', default: '0' },
  },
})

const isGzip = !values['no-gzip']
const seed = Number(values.seed)
const size = values['billing-size']
const samples = values['billing-samples']

const population = size === undefined ? undefined : generatePopulation({ size: Number(size), seed })
/** The same after so many times ten minutes. */
let busy = { population, times: 0 }
const billing =
  population === undefined && samples === undefined
    ? undefined
    : await startBilling({
        ...(samples === undefined ? {} : { samples }),
        ...(population === undefined
          ? {}
          : { population: evolve(population, { seed, changes: Number(values.changes) }) }),
        dialect: dialectNamed(values.dialect),
        isGzip,
        port: Number(values['port-billing']),
      })
const userside = values.userside
  ? await startUserside({
      isGzip,
      isLogFull: false,
      writeLatencyMs: Number(values['write-latency']),
      port: Number(values['port-userside']),
    })
  : undefined

console.log(
  JSON.stringify({
    billingUrl: billing?.url,
    usersideUrl: userside?.url,
    usersideApiKey: userside?.apiKey,
  }),
)

for await (const line of console) answer(line.trim())
await Promise.all([billing?.stop(), userside?.stop()])

/**
 * One command a line: `evolve N`, or `evolve N balance,name` for changes of these kinds only, `busy` for ten minutes
 * after the last ones, `report`, `forget`. Each is answered with one line of JSON.
 */
function answer(line: string): void {
  const [command, argument = '0', kinds] = line.split(' ')
  if (command === 'evolve' && population !== undefined)
    billing?.setPopulation(
      evolve(population, { seed, changes: Number(argument), ...(kinds && { kinds: kindsNamed(kinds) }) }),
    )
  if (command === 'busy' && busy.population !== undefined) {
    const times = busy.times + 1
    const later = afterTenMinutes(busy.population, times)
    busy = { population: later, times }
    billing?.setPopulation(later)
  }
  if (command === 'forget') {
    userside?.forgetRequests()
    billing?.forgetRequests()
  }
  console.log(
    JSON.stringify({
      billing: billing && {
        requests: billing.requests.length,
        bytes: billing.bytes(),
        violations: billing.violations,
      },
      userside: userside && {
        ...userside.counts,
        calls: Object.fromEntries(
          Map.groupBy(userside.requests, ({ call }) => call)
            .entries()
            .map(([call, requests]) => [call, requests.length]),
        ),
        bytesIn: sum(userside.requests.map((request) => request.bytesIn)),
        bytesOut: sum(userside.requests.map((request) => request.bytesOut)),
        peakConcurrency: userside.peakConcurrency,
        writingMs: userside.writingMs,
        violations: userside.violations.slice(0, 20),
        runs: userside.runs.length,
      },
    }),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** As the command names them: a tool for ourselves, that trusts its caller. */
function kindsNamed(names: string): NonNullable<EvolveOptions['kinds']> {
  return names.split(',') as unknown as NonNullable<EvolveOptions['kinds']>
}

function dialectNamed(name: string): DialectName {
  if (!Object.hasOwn(dialects, name)) throw new Error(`There is no dialect ${name}.`)
  return name as DialectName
}
