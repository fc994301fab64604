/** The result of `verify` for people: totals side by side, completeness, then what differs. */
import { formatDecimal } from '../model/decimal.ts'
import { printable } from '../model/text.ts'
import type { LeftAlone } from '../sync/verify/left-alone.ts'
import type { CountedIds, Mismatch, Total, Verification } from '../sync/verify/verify.ts'
import { counted, formatCount } from '../text/quantity.ts'
import { shownValue } from './shown-value.ts'
import { renderTable } from './table.ts'

/** The whole text, without a line break at its end. @param width of the terminal, where there is one */
export function verifyText(verification: Verification, width?: number): string {
  const { totals, completeness } = verification
  const blocks = [
    renderTable(
      [
        { title: '' },
        { title: 'billing', align: 'right' },
        { title: 'UserSide', align: 'right' },
        { title: '' },
      ],
      totals.map(totalRow),
      width,
    ),
    renderTable(
      [{ title: 'Filled' }, { title: 'billing', align: 'right' }, { title: 'UserSide', align: 'right' }],
      completeness.map(({ field, billing, userside }) => [
        field,
        formatShare(billing),
        formatShare(userside),
      ]),
      width,
    ),
    differences(verification).join('\n'),
    verification.left.map(leftLine).join('\n'),
    conclusion(verification),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function conclusion({ isEqual, isToDo, left }: Verification): string {
  if (isToDo) return 'There are differences. "usm-billing plan" shows each; a run removes what it can.'
  if (!isEqual) return 'The numbers marked ≠ differ, and no run changes that.'
  return left.length === 0 ? 'Both sides agree.' : 'Both sides agree in everything that is imported.'
}

const REASONS: Readonly<Record<LeftAlone['why'], string>> = {
  ignored: '"fields" in the configuration says "ignore"',
  filled: '"fields" in the configuration says "fill": what is set stays',
  updated: '"fields" in the configuration says "update": nothing never replaces something',
  kept: 'set by hand, held by a guard, not known to one side, or not taken by UserSide: see the warnings',
}

function leftLine({ field, why, count, sample }: LeftAlone): string {
  const rest = count > sample.length ? ', …' : ''
  return `Left as it is: ${field} of ${counted(count, 'subscriber')} differs (${sample.map(printable).join(', ')}${rest}): ${REASONS[why]}.`
}

const TITLES: Readonly<Record<Total['kind'], string>> = {
  subscribers: 'Subscribers',
  state: '  state',
  balance: 'Sum of balances',
  credit: 'Sum of credits',
  tariff: '  tariff',
  houses: 'Houses',
}

function totalRow({ kind, name, billing, userside }: Total): string[] {
  const format = kind === 'balance' || kind === 'credit' ? formatAmount : formatCount
  const title = [TITLES[kind], name].filter((part) => part !== '').join(' ')
  if (billing === undefined) return [title, 'not told', format(userside), '']
  return [title, format(billing), format(userside), billing === userside ? '' : '≠']
}

function differences(verification: Verification): string[] {
  const { differing, mismatches, missing, absent, duplicates, licence, unmanaged } = verification
  return [
    ...(differing === 0
      ? []
      : [
          `${counted(differing, 'subscriber differs', 'subscribers differ')}:`,
          ...mismatches.map(mismatchLine),
        ]),
    ...someLine(missing, 'in the billing, but not in UserSide'),
    ...someLine(absent, 'in the billing by UserSide, but gone from it'),
    ...duplicates.map(
      ({ field, value, ids, leads = [] }) =>
        `Twice in UserSide: ${field} ${printable(value)}, under ${[...ids.map(printable), ...leads.map((id) => `lead ${printable(id)}`)].join(', ')}`,
    ),
    ...(licence.over === 0
      ? []
      : [
          `Over the licence of ${licence.limit}: ${formatCount(licence.over)} (${formatCount(licence.active)} are active)`,
        ]),
    ...(unmanaged === 0
      ? []
      : [`Left out of all this (filter, unreadable, duplicates): ${formatCount(unmanaged)}`]),
  ]
}

function mismatchLine({ field, count, sample }: Mismatch): string {
  const examples = sample.map(
    ({ id, from, to }) => `${printable(id)}: ${shownValue(from)} → ${shownValue(to)}`,
  )
  const rest = count > sample.length ? '; …' : ''
  return `  ${field} ${formatCount(count)} (${examples.join('; ')}${rest})`
}

function someLine({ count, sample }: CountedIds, what: string): string[] {
  if (count === 0) return []
  const rest = count > sample.length ? ', …' : ''
  return [`${counted(count, 'subscriber')} ${what}: ${sample.map(printable).join(', ')}${rest}`]
}

/** Never rounded to all or nothing what is not. */
function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %'
  if (share > 0.999 && share < 1) return '> 99.9 %'
  return `${(share * 100).toFixed(share === 0 || share === 1 ? 0 : 1)} %`
}

function formatAmount(units: number): string {
  return formatDecimal(units, 2).replace(/^-/, '−')
}
