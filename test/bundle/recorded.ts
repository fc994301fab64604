/** A preview between two sandboxes with everything recorded, and the same from the answers alone. */

import { createBilling } from '../../src/billing/universal/universal-billing.ts'
import type { Exchange } from '../../src/bundle/exchange.ts'
import { recordingFetch, replayingFetch } from '../../src/bundle/exchange.ts'
import { type Houses, replaceAll } from '../../src/bundle/replaced-bundle.ts'
import { NO_JOURNAL } from '../../src/model/journal.ts'
import { SILENT } from '../../src/model/logger.ts'
import { Problems } from '../../src/model/problem.ts'
import { ledgerInMemory } from '../../src/state/ledger-table.ts'
import { wantedHouses } from '../../src/sync/addresses/addresses.ts'
import { type PlannedChange, plannedChanges } from '../../src/sync/decide/planned-changes.ts'
import type { SyncOptions } from '../../src/sync/fields/options.ts'
import { readSource, type Source } from '../../src/sync/read/source.ts'
import { previewSync } from '../../src/sync/run.ts'
import { createUserside } from '../../src/userside/client.ts'

export interface Addresses {
  readonly billing: string
  readonly userside: string
  readonly apiKey: string
}

interface Preview {
  readonly changes: readonly PlannedChange[]
  readonly problems: readonly { readonly code: string; readonly count: number }[]
  readonly houses: Houses
}

/** A bundle draws its own; here it is always the same, unless others are to be tried. */
const KEY = new Bun.CryptoHasher('sha256').update(process.env['BUNDLE_KEY'] ?? 'a bundle').digest()

const SURROUNDINGS = { logger: SILENT, signal: new AbortController().signal, sleep: async () => {} }
const HTTP = { timeoutSec: 30, retries: 0 }

async function previewOver(
  { billing, userside, apiKey }: Addresses,
  fetches: { readonly billing: typeof fetch; readonly userside: typeof fetch },
  options: SyncOptions,
): Promise<Preview> {
  const problems = new Problems()
  const common = { ...SURROUNDINGS, report: problems.report.bind(problems) }
  const { plan } = await previewSync({
    ...common,
    problems,
    options,
    journal: NO_JOURNAL,
    ledger: ledgerInMemory(),
    handshake: { version: '0.0.0', path: '/opt', logPath: '/var/log' },
    billing: createBilling({
      ...common,
      url: billing,
      protocol: 'standart',
      dialect: 'auto',
      http: HTTP,
      withPasswords: true,
      withMessages: options.isMessageImported,
      fetch: fetches.billing,
    }),
    userside: createUserside({
      ...common,
      url: userside,
      apiKey,
      billingId: 1,
      http: { ...HTTP, concurrency: 2 },
      fetch: fetches.userside,
    }),
  })
  return {
    changes: [...plannedChanges(plan)],
    problems: problems.list().map(({ code, count }) => ({ code, count })),
    houses: housesOf(plan.source, options),
  }
}

/** Records a preview and replaces everything in it. */
export async function bundled(addresses: Addresses, options: SyncOptions, ask: typeof fetch = fetch) {
  const exchanges: Exchange[] = []
  const original = await previewOver(
    addresses,
    {
      billing: recordingFetch('billing', ask, exchanges),
      userside: recordingFetch('userside', fetch, exchanges),
    },
    options,
  )
  const replaced = await replaceAll(exchanges, KEY, original.houses, async (answers) =>
    housesOf(await sourceOf(answers), options),
  )
  const again = await previewOver(
    { billing: 'http://billing.invalid/?key=x', userside: 'http://userside.invalid/', apiKey: 'x' },
    {
      billing: replayingFetch('billing', replaced.exchanges),
      userside: replayingFetch('userside', replaced.exchanges),
    },
    options,
  )
  return { exchanges, original, replaced: replaced.exchanges, again }
}

async function sourceOf(exchanges: readonly Exchange[]): Promise<Source> {
  const billing = createBilling({
    ...SURROUNDINGS,
    report: () => {},
    url: 'http://billing.invalid/?key=x',
    protocol: 'standart',
    dialect: 'auto',
    http: HTTP,
    withPasswords: false,
    withMessages: false,
    fetch: replayingFetch('billing', exchanges),
  })
  return readSource(billing, SILENT, { withMessages: false, expected: undefined })
}

function housesOf(source: Source, options: SyncOptions): Houses {
  return (
    wantedHouses(
      source,
      { isStreetFullNameUsed: options.isStreetFullNameUsed, usedIds: undefined },
      () => {},
    ) ?? new Map()
  )
}
