/** Tries out a database before its configuration is written: the connection, the account, the first rows. For `init`. */
import { thisHost } from '../../../config/host.ts'
import { validate } from '../../../config/validate.ts'
import { BillingError, ConfigError } from '../../../model/errors.ts'
import { SILENT } from '../../../model/logger.ts'
import { printable } from '../../../model/text.ts'
import { checkNameTold } from '../../../report/doctor-text.ts'
import { ENGLISH, type Speaker } from '../../../text/speaker.ts'
import { inspectBilling } from '../../frame/billing.ts'
import type { Check } from '../check.ts'
import { columnsCheck, refusedQueryCheck } from './queries.ts'
import { encodingCheck, SAMPLE_ROWS } from './sample.ts'
import { accountCheck, addressCheck, openedChecks, refusedCheck, schemasOf } from './server.ts'

/** What a configuration needs beside a billing, so that the rest of it can be checked. */
const OTHER_SIDE = { billingId: 1, usersideUrl: 'http://userside.invalid', usersideApiKey: 'none' }

/** @param values keys of the configuration that tell the billing @param speaker tells what was found */
export async function proveTables(
  values: Readonly<Record<string, unknown>>,
  speaker: Speaker = ENGLISH,
): Promise<{ readonly isProved: boolean; readonly lines: readonly string[] }> {
  const host = thisHost()
  const { output, flaws } = validate({ ...OTHER_SIDE, ...values }, host.cwd, host)
  if (output === undefined)
    return {
      isProved: false,
      lines: flaws.map(({ path, message }) => printable(`${path.join('.')} ${speaker.retell(message)}`)),
    }
  const checks = await checksOf({ ...output, statePath: output.logPath })
  return {
    isProved: checks.every(({ ok }) => ok !== 'fail'),
    lines: checks.map((check) => lineOf(check, speaker)),
  }
}

async function checksOf(config: Parameters<typeof inspectBilling>[0]): Promise<Check[]> {
  const inspection = inspectBilling(config, {
    logger: SILENT,
    report: () => {},
    withPasswords: false,
    withMessages: false,
  })
  if (inspection === undefined) return []
  const { address, survey } = inspection
  const checks: Check[] = []
  try {
    const facts = await inspection.open()
    checks.push(...openedChecks(inspection, facts, config))
    if (survey !== undefined)
      checks.push(accountCheck(address, await survey.account(), await schemasOf(inspection)))
    // A query that is only a beginning cannot be right yet.
    if (config.billingName !== 'sql') checks.push(...(await subscriberChecks(inspection, config)))
  } catch (error) {
    if (!(error instanceof BillingError || error instanceof ConfigError)) throw error
    checks.push(addressCheck(address), refusedCheck(address, error))
  } finally {
    await inspection.close()
  }
  return checks
}

type Inspection = NonNullable<ReturnType<typeof inspectBilling>>

/** The one query that has to be there, as the built-in billing has it. */
async function subscriberChecks(
  inspection: Inspection,
  config: Parameters<typeof inspectBilling>[0],
): Promise<Check[]> {
  try {
    const finding = await inspection.look('subscribers', SAMPLE_ROWS)
    const columns = columnsCheck(finding, inspection.queries)
    return [columns, encodingCheck([finding], config.billingDatabase.encoding)]
  } catch (error) {
    if (!(error instanceof BillingError) || error.kind === 'temporary') throw error
    return [await refusedQueryCheck(inspection, 'subscribers', error)]
  }
}

function lineOf(check: Check, speaker: Speaker): string {
  const mark = { ok: '✔', warn: '!', fail: '✘', skip: '·' }[check.ok]
  const hint = check.hint === '' ? '' : ` → ${speaker.retell(check.hint)}`
  return printable(`${mark} ${checkNameTold(check, speaker)}: ${speaker.retell(check.text)}${hint}`)
}
