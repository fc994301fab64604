/** The result of `verify` for people: totals side by side, completeness, then what differs. */
import { formatDecimal } from '../model/decimal.ts'
import { printable } from '../model/text.ts'
import type { CountedIds, Mismatch, Total, Verification } from '../sync/verify/verify.ts'
import { counted, formatCount } from './quantity.ts'
import { shownValue } from './shown-value.ts'
import { renderTable } from './table.ts'

/** The whole text, without a line break at its end. */
export function verifyText(verification: Verification): string {
  const { totals, completeness, isEqual } = verification
  const blocks = [
    renderTable(
      [
        { title: '' },
        { title: 'billing', align: 'right' },
        { title: 'UserSide', align: 'right' },
        { title: '' },
      ],
      totals.map(totalRow),
    ),
    renderTable(
      [{ title: 'Filled' }, { title: 'billing', align: 'right' }, { title: 'UserSide', align: 'right' }],
      completeness.map(({ field, billing, userside }) => [
        field,
        formatShare(billing),
        formatShare(userside),
      ]),
    ),
    differences(verification).join('\n'),
    isEqual
      ? 'Both sides agree.'
      : 'There are differences. "usm-billing plan" shows each; a run removes what it can.',
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
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
      ({ field, value, ids }) =>
        `Twice in UserSide: ${field} ${printable(value)}, under ${ids.map(printable).join(', ')}`,
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
