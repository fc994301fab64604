/** The result of `verify` for people: totals side by side, completeness, then what differs. */
import { formatDecimal } from '../model/decimal.ts'
import { printable } from '../model/text.ts'
import type { LeftAlone } from '../sync/verify/left-alone.ts'
import type { CountedIds, Mismatch, Total, Verification } from '../sync/verify/verify.ts'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'
import { shownValue } from './shown-value.ts'
import { exampleText } from './summary-text.ts'
import { renderTable } from './table.ts'

/** The whole text, without a line break at its end. @param width of the terminal, where there is one */
export function verifyText(verification: Verification, width?: number, speaker: Speaker = ENGLISH): string {
  const { totals, completeness } = verification
  const blocks = [
    renderTable(
      [
        { title: '' },
        { title: speaker.say('billing'), align: 'right' },
        { title: 'UserSide', align: 'right' },
        { title: '' },
      ],
      totals.map((total) => totalRow(total, speaker)),
      width,
    ),
    renderTable(
      [
        { title: speaker.say('Filled') },
        { title: speaker.say('billing'), align: 'right' },
        { title: 'UserSide', align: 'right' },
      ],
      completeness.map(({ field, billing, userside }) => [
        field,
        speaker.share(billing),
        speaker.share(userside),
      ]),
      width,
    ),
    differences(verification, speaker).join('\n'),
    verification.left.map((one) => leftLine(one, speaker)).join('\n'),
    speaker.say(conclusion(verification)),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function conclusion({ isEqual, isToDo, left }: Verification): Phrase {
  if (isToDo) return 'There are differences. "usm-billing plan" shows each; a run removes what it can.'
  if (!isEqual) return 'The numbers marked ≠ differ, and no run changes that.'
  return left.length === 0 ? 'Both sides agree.' : 'Both sides agree in everything that is imported.'
}

const REASONS = {
  ignored: '"fields" in the configuration says "ignore"',
  filled: '"fields" in the configuration says "fill": what is set stays',
  updated: '"fields" in the configuration says "update": nothing never replaces something',
  kept: 'set by hand, held by a guard, not known to one side, or not taken by UserSide: see the warnings',
} as const satisfies Readonly<Record<LeftAlone['why'], Phrase>>

function leftLine({ field, why, count, sample }: LeftAlone, speaker: Speaker): string {
  return speaker.say(
    'Left as it is: {1} of {2} differs ({3}): {4}.',
    field,
    speaker.count(count, '{1} subscriber', '{1} subscribers'),
    listed({ count, sample }),
    speaker.say(REASONS[why]),
  )
}

const TITLES = {
  subscribers: 'Subscribers',
  state: 'state',
  balance: 'Sum of balances',
  credit: 'Sum of credits',
  tariff: 'tariff',
  houses: 'Houses',
} as const satisfies Readonly<Record<Total['kind'], Phrase>>

/** They stand under the number of all subscribers. */
const SET_IN: ReadonlySet<Total['kind']> = new Set(['state', 'tariff'])

function totalRow({ kind, name, billing, userside }: Total, speaker: Speaker): string[] {
  const isAmount = kind === 'balance' || kind === 'credit'
  const format = (value: number): string => (isAmount ? formatAmount(value) : speaker.number(value))
  // Tariffs are called what the billing calls them.
  const told = kind === 'tariff' ? name : exampleText(name, speaker)
  const title =
    (SET_IN.has(kind) ? '  ' : '') + [speaker.say(TITLES[kind]), told].filter((part) => part !== '').join(' ')
  if (billing === undefined) return [title, speaker.say('not told'), format(userside), '']
  return [title, format(billing), format(userside), billing === userside ? '' : '≠']
}

function differences(verification: Verification, speaker: Speaker): string[] {
  const { differing, mismatches, missing, absent, duplicates, licence, unmanaged } = verification
  return [
    ...(differing === 0
      ? []
      : [
          `${speaker.count(differing, '{1} subscriber differs', '{1} subscribers differ')}:`,
          ...mismatches.map((mismatch) => mismatchLine(mismatch, speaker)),
        ]),
    ...someLine(
      missing,
      speaker.count(
        missing.count,
        '{1} subscriber in the billing, but not in UserSide',
        '{1} subscribers in the billing, but not in UserSide',
      ),
    ),
    ...someLine(
      absent,
      speaker.count(
        absent.count,
        '{1} subscriber in the billing by UserSide, but gone from it',
        '{1} subscribers in the billing by UserSide, but gone from it',
      ),
    ),
    ...duplicates.map(({ field, value, ids, leads = [] }) =>
      speaker.say(
        'Twice in UserSide: {1} {2}, under {3}',
        field,
        printable(value),
        [...ids.map(printable), ...leads.map((id) => `${speaker.say('lead')} ${printable(id)}`)].join(', '),
      ),
    ),
    ...(licence.over === 0
      ? []
      : [
          speaker.say(
            'Over the licence of {1}: {2} ({3} are active)',
            String(licence.limit),
            licence.over,
            licence.active,
          ),
        ]),
    ...(unmanaged === 0
      ? []
      : [speaker.say('Left out of all this (filter, unreadable, duplicates): {1}', unmanaged)]),
  ]
}

function mismatchLine({ field, count, sample }: Mismatch, speaker: Speaker): string {
  const examples = sample.map(
    ({ id, from, to }) => `${printable(id)}: ${shownValue(from)} → ${shownValue(to)}`,
  )
  const rest = count > sample.length ? '; …' : ''
  return `  ${field} ${speaker.number(count)} (${examples.join('; ')}${rest})`
}

function someLine(ids: CountedIds, what: string): string[] {
  return ids.count === 0 ? [] : [`${what}: ${listed(ids)}`]
}

/** The first of them, and a mark that there are more. */
function listed({ count, sample }: CountedIds): string {
  return sample.map(printable).join(', ') + (count > sample.length ? ', …' : '')
}

function formatAmount(units: number): string {
  return formatDecimal(units, 2).replace(/^-/, '−')
}
