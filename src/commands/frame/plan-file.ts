/** A plan kept in a file: what it was made for, then a change a line. No password is in it. */
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as v from 'valibot'
import { systemReason } from '../../config/secrets.ts'
import type { FieldValue } from '../../model/journal.ts'
import { replaceFile } from '../../report/replace-file.ts'
import type { KeptChange } from '../../sync/decide/kept-plan.ts'
import { VERSION } from '../../version.ts'
import { UsageError } from './exit-codes.ts'
import type { Session } from './session.ts'

/** A plan older than this is not carried out: too much of it would not hold. */
const HOURS = 24
const HOUR_MS = 3_600_000

/** Of the file's form; one of another program is not read. */
const FORMAT = 1

const value: v.GenericSchema<FieldValue> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(value), v.record(v.string(), value)]),
)

const Head = v.object({
  type: v.literal('plan'),
  format: v.literal(FORMAT),
  version: v.string(),
  billingId: v.number(),
  configuration: v.string(),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Names given with `--id`. */
  only: v.optional(v.array(v.string())),
  /** Guards that were overridden. */
  accepted: v.object({ absent: v.boolean(), creates: v.boolean(), changes: v.boolean() }),
  /** How many lines follow: a file that was cut is not a plan. */
  changes: v.number(),
})

const Line = v.object({
  entity: v.picklist(['tariff', 'subscriber', 'house', 'group', 'tag', 'service', 'message']),
  id: v.string(),
  field: v.string(),
  before: value,
  after: value,
  from: v.string(),
  to: v.string(),
  digest: v.exactOptional(v.string()),
})

export interface KeptPlan extends v.InferOutput<typeof Head> {
  readonly kept: readonly KeptChange[]
}

/** Gathers the changes of a plan and writes them down. */
export class PlanFile {
  readonly #path: string
  readonly #lines: string[] = []

  constructor(path: string) {
    this.#path = resolve(path)
  }

  add({ entity, id, field, before, after, from, to, digest }: KeptChange): void {
    const change: KeptChange = { entity, id, field, before, after, from, to }
    this.#lines.push(JSON.stringify(digest === undefined ? change : { ...change, digest }))
  }

  /** @throws UsageError when the file cannot be written */
  write(session: Pick<Session, 'config' | 'options' | 'now' | 'console'>): void {
    const { options, now, console } = session
    const head: v.InferOutput<typeof Head> = {
      type: 'plan',
      format: FORMAT,
      version: VERSION,
      billingId: options.billingId,
      configuration: configurationDigest(session),
      madeAt: now().toISOString(),
      ...(options.only !== undefined && { only: [...options.only] }),
      accepted: {
        absent: options.isAbsenceAccepted,
        creates: options.isCreateAccepted,
        changes: options.isChangeAccepted,
      },
      changes: this.#lines.length,
    }
    try {
      replaceFile(this.#path, `${[JSON.stringify(head), ...this.#lines].join('\n')}\n`, 0o600)
    } catch (error) {
      throw new UsageError(`${this.#path} cannot be written: ${systemReason(error)}.`, {
        hint: 'Name a file in a folder this account may write to.',
        cause: error,
      })
    }
    console.info(
      `The plan was written to ${this.#path}. "usm-billing apply ${this.#path}" carries it out within ${HOURS} hours.`,
    )
  }
}

/** @throws UsageError for a file that cannot be read or is no whole plan of this program */
export function readPlanFile(path: string): KeptPlan {
  const text = read(path)
  try {
    const [first = '', ...lines] = text.split('\n')
    const head = v.parse(Head, JSON.parse(first))
    const kept = lines.filter((line) => line !== '').map((line) => v.parse(Line, JSON.parse(line)))
    if (kept.length === head.changes) return { ...head, kept }
    throw new UsageError(`${path} is not whole: ${kept.length} of ${head.changes} changes are in it.`, {
      hint: AGAIN,
    })
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${path} is no plan that this program has kept.`, { hint: AGAIN, cause: error })
  }
}

/** @throws UsageError for a plan of another billing, of another configuration, or of another day */
export function checkPlan(
  path: string,
  plan: KeptPlan,
  session: Pick<Session, 'config' | 'options' | 'now'>,
): void {
  const { options, now } = session
  const refuse = (why: string): never => {
    throw new UsageError(`${path} was not carried out: ${why}.`, { hint: AGAIN })
  }
  if (plan.billingId !== options.billingId)
    refuse(`it is a plan of billing ${plan.billingId}, and this is billing ${options.billingId}`)
  if (plan.configuration !== configurationDigest(session)) refuse('it was made with another configuration')
  const age = now().getTime() - Date.parse(plan.madeAt)
  if (age > HOURS * HOUR_MS) refuse(`it is older than ${HOURS} hours (${plan.madeAt})`)
  if (age < -HOUR_MS) refuse(`it is of a time to come (${plan.madeAt}): the clock of this host was set back`)
}

const AGAIN = 'Nothing was written. Keep a new plan: usm-billing plan --out FILE.'

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${systemReason(error)}.`, { cause: error })
  }
}

/**
 * Everything that decides what a plan is: both addresses, and what is done with what is read. Keyed, so that nothing of
 * the configuration can be guessed from it.
 */
function configurationDigest({ config, options }: Pick<Session, 'config' | 'options'>): string {
  const { billingUrl, billingName, billingDialect, usersideUrl } = config
  const { isFull, isAbsenceAccepted, isCreateAccepted, isChangeAccepted, only, ...lasting } = options
  const { concurrency, fullEveryMinutes, digestKey, ...decided } = lasting
  const text = JSON.stringify([
    [billingUrl, billingName, billingDialect, usersideUrl],
    { ...decided, additionalFields: [...decided.additionalFields] },
  ])
  return createHmac('sha256', digestKey).update(text).digest('hex')
}
