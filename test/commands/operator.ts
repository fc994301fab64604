/** An operator with a configuration file and both systems on loopback, who types commands. */
import { expect } from 'bun:test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BillingOptions, type BillingSandbox, startBilling } from '../../src/sandbox/billing.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { populationInstant } from '../../src/sandbox/population.ts'
import { startUserside, type UsersideOptions, type UsersideSandbox } from '../../src/sandbox/userside.ts'
import { type Played, play } from './frame/console.ts'

export const POPULATION = generatePopulation({ size: 30, seed: 5 })
/** The billing's clock, which is everybody's. */
export const now = (): Date => populationInstant(POPULATION)

export interface Line {
  readonly type: string
  readonly [member: string]: unknown
}

export interface Typed extends Played {
  /** The lines of `--json`. */
  readonly lines: readonly Line[]
}

export interface Operator extends AsyncDisposable {
  readonly billing: BillingSandbox
  readonly userside: UsersideSandbox
  /** The folder of the configuration, of the logs and of the journal. */
  readonly folder: string
  /** Runs a command with a configuration file of its own; `changes` replace keys of it. */
  type(command: string, changes?: Readonly<Record<string, unknown>>): Promise<Typed>
  /** Nobody broke a rule. */
  expectNoViolation(): void
}

export async function startOperator(
  billingOptions: BillingOptions = {},
  usersideOptions: UsersideOptions = {},
): Promise<Operator> {
  const folder = await mkdtemp(join(tmpdir(), 'usm-billing-operator-'))
  const billing = await startBilling({ population: POPULATION, ...billingOptions })
  const userside = await startUserside({ now, ...usersideOptions })
  return {
    billing,
    userside,
    folder,
    async type(command, changes = {}) {
      const file = join(folder, 'usm-billing.jsonc')
      const configuration = {
        billingUrl: billing.url,
        billingId: 1,
        usersideUrl: userside.url,
        usersideApiKey: userside.apiKey,
        billingHttp: { retries: 0 },
        usersideHttp: { retries: 0 },
        ...changes,
      }
      await writeFile(file, JSON.stringify(configuration), { mode: 0o600 })
      billing.forgetRun()
      const played = await play([...command.split(' '), '--config', file], { now })
      const isJson = command.includes('--json')
      const lines = isJson ? played.stdout.trim().split('\n') : []
      return { ...played, lines: lines.map((line) => JSON.parse(line)) }
    },
    expectNoViolation() {
      expect(billing.violations).toEqual([])
      expect(userside.violations).toEqual([])
    },
    async [Symbol.asyncDispose]() {
      await billing.stop()
      await userside.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
