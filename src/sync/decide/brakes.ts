/**
 * The brakes of a plan: a misunderstanding between the two systems must not become thousands of writes
 * (`contracts/userside-api.md` §12.3, §12.6). Every brake measures a share and a count, says one sentence, and lets
 * everything pass that it is not about. Pure.
 */
import type { ReportProblem } from '../../model/problem.ts'
import { type FieldMeasure, isAbove, type Limits, type Measure } from '../compare/measures.ts'
import type { SyncOptions } from '../fields/options.ts'

/** What a brake stops. */
export type BrakeKind = 'absent' | 'creates' | 'changes' | 'list'

/** A brake that is on: why, for the operator. */
export interface Brake {
  readonly kind: BrakeKind
  /** What is held by it: `subscribers`, `houses`, names of fields, the first of those who are not marked. */
  readonly subjects: readonly string[]
  readonly message: string
  /** Of a doubtful list: an `--accept-…` may let it pass in part. */
  readonly isOverridable?: boolean
}

const BRAKE_CODES = {
  absent: 'absence-guard',
  creates: 'create-guard',
  changes: 'change-guard',
  list: 'list-guard',
} as const satisfies Record<BrakeKind, string>

type Rules = Pick<SyncOptions, 'safety' | 'isAbsenceAccepted' | 'isCreateAccepted' | 'isChangeAccepted'>

/** Of a kind that UserSide has fewer of, many are created as a matter of course. */
const FEW = 50

function share({ count, base }: Measure): string {
  return `${((count / base) * 100).toFixed(1)} %`
}

/** The second half of every sentence. */
function limitsText(limits: Limits): string {
  return `more than ${limits.count} and more than ${limits.percent} %`
}

/** What is wrong, and how to let it pass: two sentences, each a phrase of its own. */
function overridable(what: string, when: string, flag: string): string {
  return `${what} ${overrideText(when, flag)}`
}

function overrideText(when: string, flag: string): string {
  return `${when}, run once with ${flag}; the limits are "safety" in the configuration.`
}

/**
 * Whether subscribers may be marked as "not in billing".
 * @param absent how many would be marked
 * @param base how many UserSide shows as being in this billing, or is remembered to
 * @param seen how many the billing has
 */
export function absenceBrake(
  absent: number,
  base: number,
  seen: number,
  { safety, isAbsenceAccepted }: Pick<Rules, 'safety' | 'isAbsenceAccepted'>,
): Brake | undefined {
  if (absent === 0) return undefined
  const brake = { kind: 'absent', subjects: ['subscribers'] } as const
  if (seen === 0) {
    return {
      ...brake,
      message: `The billing has no subscriber at all, UserSide has ${base}: nobody is marked as "not in billing". An empty list never marks anybody.`,
    }
  }
  const measure = { count: absent, base }
  const limits = { count: safety.maxAbsentCount, percent: safety.maxAbsentPercent }
  if (isAbsenceAccepted || !isAbove(measure, limits)) return undefined
  return {
    ...brake,
    message: overridable(
      `${absent} of ${base} subscribers (${share(measure)}) are gone from the billing, ${limitsText(limits)}: they are not marked as "not in billing", everything else is done.`,
      'If they are really gone',
      '--accept-absent',
    ),
  }
}

/** How a kind that would be created is told, with how many of it there are. */
const BESIDE = {
  subscribers: (count: number, base: number, part: string) => `${count} subscribers beside ${base} (${part})`,
  houses: (count: number, base: number, part: string) => `${count} houses beside ${base} (${part})`,
  tariffs: (count: number, base: number, part: string) => `${count} tariffs beside ${base} (${part})`,
  groups: (count: number, base: number, part: string) => `${count} groups beside ${base} (${part})`,
  tags: (count: number, base: number, part: string) => `${count} tags beside ${base} (${part})`,
  services: (count: number, base: number, part: string) => `${count} services beside ${base} (${part})`,
} as const

/** How many of a kind would be created. */
export interface CreateMeasure extends Measure {
  readonly what: keyof typeof BESIDE
}

/** Whether so many may be created, kind by kind. A first run is free. */
export function createBrake(
  measures: readonly CreateMeasure[],
  isFirstRun: boolean,
  { safety, isCreateAccepted }: Pick<Rules, 'safety' | 'isCreateAccepted'>,
): Brake | undefined {
  if (isFirstRun || isCreateAccepted) return undefined
  const limits = { count: safety.maxCreateCount, percent: safety.maxCreatePercent }
  const above = measures.filter((measure) => measure.base > FEW && isAbove(measure, limits))
  if (above.length === 0) return undefined
  const told = above.map((measure) => BESIDE[measure.what](measure.count, measure.base, share(measure)))
  return {
    kind: 'creates',
    subjects: above.map(({ what }) => what),
    message: overridable(
      `${told.join(', ')} would be created, ${limitsText(limits)}: none of them is, everything else is done.`,
      'If they are really new',
      '--accept-creates',
    ),
  }
}

/** Houses that UserSide has in the streets that are wanted, and none of those that are wanted among them. */
export function houseBrake(
  wanted: number,
  { isCreateAccepted }: Pick<Rules, 'isCreateAccepted'>,
): Brake | undefined {
  if (isCreateAccepted) return undefined
  return {
    kind: 'creates',
    subjects: ['houses'],
    message: overridable(
      `UserSide has houses in the streets of the billing, and none of the ${wanted} houses that are wanted is found among them: no house is created, everything else is done. Compare how both systems write cities, streets and numbers.`,
      'If they are really new',
      '--accept-creates',
    ),
  }
}

/** Whether fields may change in so many records at once. */
export function changeBrake(
  measures: readonly FieldMeasure[],
  { safety, isChangeAccepted }: Pick<Rules, 'safety' | 'isChangeAccepted'>,
): Brake | undefined {
  if (isChangeAccepted) return undefined
  const limits = { count: safety.maxChangeCount, percent: safety.maxChangePercent }
  const above = measures.filter((measure) => isAbove(measure, limits))
  if (above.length === 0) return undefined
  const told = above.map(
    (measure) => `${measure.field} in ${measure.count} of ${measure.base} records (${share(measure)})`,
  )
  return {
    kind: 'changes',
    subjects: above.map(({ field }) => field),
    message: overridable(
      `${told.join(', ')} would change, ${limitsText(limits)}: ${above.length === 1 ? 'this field is left' : 'these fields are left'} as UserSide has them, everything else is done.`,
      'If the billing is right',
      '--accept-changes',
    ),
  }
}

/** What UserSide's list shows of the subscribers it is known to hold. */
export interface ShownAgain {
  readonly remembered: number
  readonly shown: number
}

const LEAST_SHOWN = 0.9

/** True when the list is not the one that is remembered: empty, short, or under other keys (§12.6). */
export function isListDoubtful({ remembered, shown }: ShownAgain): boolean {
  return shown < remembered * LEAST_SHOWN
}

/** Of a list that is not the one that is remembered nobody is created and nobody is marked. */
export function listBrake(known: ShownAgain): Brake {
  return {
    kind: 'list',
    subjects: ['subscribers'],
    isOverridable: true,
    message:
      `UserSide shows ${known.shown} of the ${known.remembered} subscribers it is known to hold (${share({ count: known.shown, base: known.remembered })}): ` +
      'nobody is created and nobody is marked as "not in billing", everything else is done. ' +
      'If it has really lost them, run once with --accept-creates, and with --accept-absent where some are to be marked.',
  }
}

/** The list has the ERP's own ids for keys: nobody can be told from it (§12.6). */
export function keyBrake(records: number): Brake {
  return {
    kind: 'list',
    subjects: ['subscribers'],
    message: `UserSide lists its ${records} subscribers under its own ids instead of the billing's: nobody is created and nobody is marked as "not in billing". This release does not know the parameter is_id_billing_user_id: bring UserSide up to date.`,
  }
}

/** Says what each brake has to say. */
export function reportBrakes(brakes: readonly Brake[], report: ReportProblem): void {
  for (const { kind, subjects, message } of brakes)
    for (const example of subjects) report({ code: BRAKE_CODES[kind], example, text: message })
}
