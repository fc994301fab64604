/**
 * Checks of a billing that is read as tables: the server, the account, every query and a sample of its rows; then all
 * lists by the very reader of a run (`contracts/databases.md`).
 */
import type { BillingDirectories } from '../../../billing/billing.ts'
import type { QueryFinding, TablesInspection } from '../../../billing/tables/inspection/inspection.ts'
import type { SourceFacts } from '../../../billing/tables/source.ts'
import { PAGE_ROWS } from '../../../billing/tables/sql/connection.ts'
import { itemsOf } from '../../../model/directory.ts'
import { BillingError, ConfigError } from '../../../model/errors.ts'
import { QUERY_NAMES, type QueryName, SIDE_QUERIES } from '../../../model/table-queries.ts'
import type { Session } from '../../frame/session.ts'
import type { BillingFindings } from '../billing.ts'
import { type Check, problemCheck } from '../check.ts'
import { readLists } from './lists.ts'
import {
  absentCheck,
  columnsCheck,
  failedListCheck,
  hasTextAddresses,
  isNeeded,
  isSide,
  MADE_OF_TEXTS,
  pageCheck,
  refusedQueryCheck,
} from './queries.ts'
import { encodingCheck, SAMPLE_ROWS, sampleChecks } from './sample.ts'
import {
  accountCheck,
  addressCheck,
  openedChecks,
  refusedCheck,
  schemasOf,
  snapshotCheck,
  unknownCheck,
} from './server.ts'

/** @throws Interrupted */
export async function checkTables(inspection: TablesInspection, session: Session): Promise<BillingFindings> {
  session.logger.step('Looking at the tables')
  const looked = await look(inspection, session)
  if (looked.facts === undefined) return { checks: looked.checks }
  session.logger.step('Reading the tables')
  const { checks, ...lists } = await readLists(session, looked.queries, looked.unfit)
  const items: Partial<Record<keyof BillingDirectories, ReadonlyMap<string, unknown>>> = {}
  for (const [name, directory] of Object.entries(lists.directories))
    if (directory.state === 'available') items[name as keyof BillingDirectories] = itemsOf(directory)
  const remarks = session.problems
    .list()
    .filter(({ code }) => code !== 'billing-list-failed')
    .map((problem) => problemCheck('billing', problem))
  return {
    ...lists.findings,
    checks: [
      ...looked.checks,
      ...checks,
      ...sideChecks(session, looked),
      ...sampleChecks(looked.findings, items, looked.facts.offsetAt, lists.findings.subscribers?.subscribers),
      encodingCheck(looked.findings, session.config.billingDatabase.encoding),
      ...remarks,
    ],
  }
}

/** Lists that are read with the subscribers and are well in their first rows may fail further on. */
function sideChecks({ problems }: Session, { unfit }: Looked): Check[] {
  const failed = problems.list().find(({ code }) => code === 'billing-list-failed')
  return SIDE_QUERIES.filter((query) => !unfit.has(query)).flatMap((query) => {
    const told = failed?.sample.find((example) => example.startsWith(`${query}: `))
    return told === undefined ? [] : [failedListCheck(query, told.slice(query.length + 2))]
  })
}

interface Looked {
  readonly checks: readonly Check[]
  /** `undefined` when nothing could be opened. */
  readonly facts?: SourceFacts
  readonly queries: ReadonlySet<QueryName>
  readonly findings: readonly QueryFinding[]
  /** Queries that cannot be asked as they are. */
  readonly unfit: ReadonlySet<QueryName>
}

async function look(inspection: TablesInspection, { config, signal }: Session): Promise<Looked> {
  const address = addressCheck(inspection.address)
  const nothing = { queries: new Set<QueryName>(), findings: [], unfit: new Set<QueryName>() }
  try {
    const facts = await inspection.open()
    const checks = [address, ...openedChecks(inspection, facts, config), ...(await surveyChecks(inspection))]
    const seen = await lookAtQueries(inspection)
    return { ...seen, facts, queries: new Set(inspection.queries), checks: [...checks, ...seen.checks] }
  } catch (error) {
    if (!isTold(error)) throw error
    signal.throwIfAborted()
    return { ...nothing, checks: [address, refusedCheck(inspection.address, error)] }
  } finally {
    await inspection.close()
  }
}

async function surveyChecks(inspection: TablesInspection): Promise<Check[]> {
  const { survey, address, named } = inspection
  if (survey === undefined) return []
  const checks: Check[] = []
  const note = async (name: string, ask: () => Promise<Check>): Promise<void> => {
    try {
      checks.push(await ask())
    } catch (error) {
      if (!(error instanceof BillingError) || error.kind === 'temporary') throw error
      checks.push(unknownCheck(name, error))
    }
  }
  await note('account', async () =>
    accountCheck(address, await survey.account(), await schemasOf(inspection)),
  )
  await note('snapshot', async () => snapshotCheck(named(await survey.lockedTables())))
  return checks
}

/** Every query by itself: one that fails leaves the others as they are. */
async function lookAtQueries(inspection: TablesInspection): Promise<Omit<Looked, 'facts' | 'queries'>> {
  const checks: Check[] = []
  const findings: QueryFinding[] = []
  const unfit = new Set<QueryName>()
  /** The subscribers come first, and say whether houses have a list. */
  const isMade = (query: QueryName): boolean =>
    MADE_OF_TEXTS.has(query) && findings.some((one) => one.query === 'subscribers' && hasTextAddresses(one))
  for (const query of QUERY_NAMES) {
    if (!inspection.queries.has(query)) {
      if (!isSide(query) && query !== 'states' && !isMade(query))
        checks.push(absentCheck(query, isNeeded(query, findings), inspection.address.server === 'file'))
      continue
    }
    try {
      const finding = await inspection.look(query, query === 'subscribers' ? PAGE_ROWS : SAMPLE_ROWS)
      checks.push(columnsCheck(finding, inspection.queries))
      findings.push(finding)
      if (finding.flaws.length > 0) unfit.add(query)
      else if (query === 'subscribers' && inspection.survey !== undefined) checks.push(pageCheck(finding))
    } catch (error) {
      if (!isTold(error)) throw error
      if (error instanceof BillingError && error.kind === 'temporary') throw error
      unfit.add(query)
      checks.push(await refusedQueryCheck(inspection, query, error))
    }
  }
  return { checks, findings, unfit }
}

/** A failure of the billing or of its configuration: what a check is there to tell. */
function isTold(error: unknown): error is BillingError | ConfigError {
  return error instanceof BillingError || error instanceof ConfigError
}
