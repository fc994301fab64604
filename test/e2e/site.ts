/**
 * An installation as an operator has it: a folder with a configuration and logs, a billing and a UserSide. When it is
 * closed, everything the program wrote and said there is searched for the keys and passwords it was given.
 */
import { Database } from 'bun:sqlite'
import { expect } from 'bun:test'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Summary } from '../../src/model/summary.ts'
import { type BillingOptions, type BillingSandbox, startBilling } from '../../src/sandbox/billing.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import { startUserside, type UsersideOptions, type UsersideSandbox } from '../../src/sandbox/userside.ts'
import { journalPath, openJournal } from '../../src/state/journal.ts'
import type { PastRecordChange } from '../../src/state/run-journal.ts'
import { type Running, type RunOptions, type RunResult, start } from './cli.ts'
import { type Spoken, searchForSecrets } from './leaks.ts'

export interface SiteOptions {
  readonly billing?: BillingOptions
  readonly userside?: UsersideOptions
  /** Configuration keys beside the required ones. */
  readonly config?: Readonly<Record<string, unknown>>
}

/** A run with `--json`: what it said on stdout is its summary. */
export interface JsonRun extends RunResult {
  readonly summary: Summary
}

/** A small population without odd names, so that a test can read what it sees. */
export const PEOPLE: Population = generatePopulation({ size: 12, seed: 3, isHostile: false })

export class Site implements AsyncDisposable {
  readonly folder: string
  readonly configFile: string
  readonly #spoken: Spoken[] = []
  readonly #secrets: Set<string>
  readonly #own = new Set<string>()
  #config: Record<string, unknown>

  private constructor(
    readonly billing: BillingSandbox,
    readonly userside: UsersideSandbox,
    config: Readonly<Record<string, unknown>>,
  ) {
    this.folder = mkdtempSync(join(tmpdir(), 'usm-billing-site-'))
    this.configFile = join(this.folder, 'usm-billing.jsonc')
    this.#config = {
      billingUrl: billing.url,
      billingId: userside.billingId,
      usersideUrl: userside.url,
      usersideApiKey: userside.apiKey,
      logPath: 'log',
      ...config,
    }
    this.#secrets = new Set([billing.key, userside.apiKey, new URL(billing.url).search.slice(1)])
    this.#writeConfig()
  }

  static async open({ billing, userside, config = {} }: SiteOptions = {}): Promise<Site> {
    const people = billing?.samples === undefined ? { population: PEOPLE } : {}
    const source: BillingOptions = { key: 'UB4711c0ffee4711c0ffee4711c0ffee4711', ...people, ...billing }
    const site = new Site(
      await startBilling(source),
      await startUserside({ apiKey: 'US-key/with+odd&signs 4711', ...userside }),
      config,
    )
    if (source.population !== undefined) site.hidePasswordsOf(source.population)
    return site
  }

  /** The billing holds this population from now on. */
  populate(population: Population): void {
    this.billing.setPopulation(population)
    this.hidePasswordsOf(population)
  }

  /** Changes the configuration; a key that is `undefined` is taken out. */
  configure(changes: Readonly<Record<string, unknown>>): void {
    this.#config = { ...this.#config, ...changes }
    this.#writeConfig()
  }

  /** Whatever was sent to be created was sent longer ago: what nobody answered is not at work any more. */
  passTenMinutes(): void {
    const path = journalPath(join(this.folder, 'log'), this.userside.billingId)
    if (!existsSync(path)) return
    using journal = new Database(path)
    journal.run("UPDATE ledger SET sent_at = '2020-01-01T00:00:00.000Z' WHERE sent_at <> ''")
  }

  /** Writes a file into the folder. @param mode 0600 unless said otherwise */
  write(name: string, text: string, mode = 0o600): string {
    const path = join(this.folder, name)
    writeFileSync(path, text)
    chmodSync(path, mode)
    return path
  }

  /** The same for a file that is allowed to hold secrets. */
  writeSecret(name: string, text: string, mode?: number): string {
    const path = this.write(name, text, mode)
    this.own(path)
    return path
  }

  /** Says that a file is the operator's: a configuration, which may hold secrets. */
  own(path: string): void {
    this.#own.add(path)
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8')
  }

  /** Says that the program was given something that it must never show. */
  hide(...secrets: readonly string[]): void {
    for (const secret of secrets) this.#secrets.add(secret)
  }

  hidePasswordsOf(population: Population): void {
    for (const { password } of population.subscribers) this.hide(password)
  }

  /** Starts the program with this configuration. */
  start(args: readonly string[], options: RunOptions = {}): Running {
    // The billing judges a client by the order of its questions: another run asks anew.
    this.billing.forgetRun()
    const running = start([...args, '--config', this.configFile], options)
    return { ...running, ended: this.#listen(args, running.ended) }
  }

  run(args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
    return this.start(args, options).ended
  }

  /** Runs with `--json` and sees to it that stdout holds nothing but JSON, the summary last. */
  async runJson(args: readonly string[] = [], options: RunOptions = {}): Promise<JsonRun> {
    const result = await this.run([...args, '--json'], options)
    const values = jsonLines(result.stdout)
    const summary = values.at(-1)
    if (!isSummary(summary)) throw new Error(`no summary: ${result.stdout}${result.stderr}`)
    return { ...result, summary }
  }

  /** What the journal knows of a run. */
  changesOf(run: number): PastRecordChange[] {
    const told: string[] = []
    const tell = (text: string) => void told.push(text)
    const logger = { step() {}, advance() {}, info: tell, warn: tell, error: tell, debug: tell }
    const place = { folder: join(this.folder, 'log'), billingId: this.userside.billingId }
    const { journal } = openJournal({ ...place, logger })
    const changes = [...journal.changesOf(run)]
    journal.close()
    expect(told).toEqual([])
    return changes
  }

  /** Everything in the folder and everything that was said, searched for secrets. */
  search(): ReturnType<typeof searchForSecrets> {
    return searchForSecrets(this.folder, this.#spoken, this.#secrets, this.#own)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.billing.stop(), this.userside.stop()])
    const { leaks } = this.search()
    rmSync(this.folder, { recursive: true, force: true })
    expect(leaks).toEqual([])
  }

  async #listen(args: readonly string[], ended: Promise<RunResult>): Promise<RunResult> {
    const result = await ended
    const where = `usm-billing ${args.join(' ')}`
    this.#spoken.push({ where: `stdout of ${where}`, text: result.stdout })
    this.#spoken.push({ where: `stderr of ${where}`, text: result.stderr })
    return result
  }

  #writeConfig(): void {
    this.writeSecret('usm-billing.jsonc', JSON.stringify(this.#config, undefined, 2))
  }
}

/** Every line as JSON; nothing else may be there. @throws SyntaxError */
export function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** What the program said of itself in the log for programs. */
export function loggedSummaries(site: Site): Summary[] {
  return jsonLines(site.read('log/usm-billing.jsonl')).filter(isSummary)
}

function isSummary(value: unknown): value is Summary {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'summary'
}
