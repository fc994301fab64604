/** What is told of the two sides before anything is done: lists and fields that are left alone, and why. Pure. */
import type { ReportProblem } from '../../model/problem.ts'
import type { SyncContext } from '../fields/context.ts'
import type { SyncOptions } from '../fields/options.ts'
import type { Source } from '../read/source.ts'
import type { Target } from '../read/target.ts'
import type { TariffPlan } from './tariffs.ts'

/** What is left alone because a list could not be had; said once. The billing's failures tell of themselves. */
export function reportUnavailable(
  source: Source,
  target: Target,
  { additionalFields }: Pick<SyncOptions, 'additionalFields'>,
  report: ReportProblem,
): void {
  const isNeeded = (name: string): boolean =>
    NEEDED.has(name) || (name === 'additionalFields' && additionalFields.size > 0)
  for (const [name, list] of Object.entries(source)) {
    if (list.state !== 'unavailable' || list.reason !== 'unsupported' || !isNeeded(name)) continue
    report({
      code: 'list-unsupported',
      example: name,
      text: 'The billing does not have some lists; the fields that need them are left alone.',
    })
  }
  for (const [name, list] of Object.entries({
    services: target.services,
    groups: target.groups,
    tags: target.tags,
  })) {
    if (list.state === 'available') continue
    report({
      code: 'userside-list-failed',
      example: `${name}: ${list.message}`,
      text: 'UserSide did not give some of its lists; the fields that need them were left alone.',
      partial: true,
    })
  }
}

/** Lists whose absence leaves a field alone; districts and messages are nobody's field. */
const NEEDED: ReadonlySet<string> = new Set(['tariffs', 'services', 'states', 'groups', 'tags', 'cities'])

/** Says which fields the billing does not export, so that nobody waits for them. */
export function reportNotExported(fields: readonly string[], report: ReportProblem): void {
  if (fields.length === 0) return
  report({
    code: 'fields-not-exported',
    example: fields.join(', '),
    text: 'The billing does not export these fields; they are left alone in UserSide.',
  })
}

/** Says why passwords are not written although they were asked for. */
export function reportPasswords({ policies, settings, options }: SyncContext, report: ReportProblem): void {
  if (policies.password === 'ignore' || !settings.isPasswordEncoded || options.passwordSalt !== undefined)
    return
  report({
    code: 'password-salt',
    example: 'usersidePasswordSalt',
    text: 'UserSide wants passwords encoded with a salt; set "usersidePasswordSalt", or switch the encoding off there. Passwords were skipped.',
  })
}

/** Says that the billing's clock is not to be believed, and what was done about it. */
export function reportClock({ system }: Pick<Source, 'system'>, report: ReportProblem): void {
  const { local, isDoubtful } = system.clock
  if (isDoubtful !== true) return
  report({
    code: 'clock-wrong',
    example: local,
    text: 'The clock of the billing is wrong by more than any time zone, or somebody between keeps its answers. Its local times were read in the time zone of this host.',
  })
}

/** Names tariffs that may be the same under an id the original module normalised. */
export function reportNearMisses(tariffs: TariffPlan | undefined, report: ReportProblem): void {
  for (const id of tariffs?.nearMisses ?? []) {
    report({
      code: 'tariff-near-miss',
      example: id,
      text: 'UserSide has tariffs whose id is almost that of the billing ("_" for "&" or "+"); they are not the same for usm-billing.',
    })
  }
}

/** Says under whose id UserSide shows a record that is remembered as somebody else's. @param id in the billing */
export function reportRecordOfAnother(id: string, report: ReportProblem): void {
  report({
    code: 'userside-record-of-another',
    example: id,
    text: 'UserSide shows the records of others under the ids of subscribers. These are left alone: nothing of one is written to another.',
    partial: true,
  })
}
