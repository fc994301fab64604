/** A plan for people: counts first, then the changes, long lists folded. */
import { printable } from '../model/text.ts'
import type { PlannedChange } from '../sync/decide/planned-changes.ts'
import { formatCount } from './quantity.ts'
import { shownValue } from './shown-value.ts'

export interface PlanTextOptions {
  /** Show every change. */
  readonly isWhole: boolean
  /** Only some were asked for. */
  readonly isPart?: boolean
}

/** Changes of one field shown before a list is folded. */
const SHOWN = 10

/** Gathers changes by entity and field; holds only what will be shown. */
export class PlanText {
  readonly #options: PlanTextOptions
  readonly #groups = new Map<string, { count: number; readonly lines: string[] }>()
  #total = 0

  constructor(options: PlanTextOptions) {
    this.#options = options
  }

  add(change: PlannedChange): void {
    const name = `${change.entity} · ${change.field}`
    const group = this.#groups.get(name) ?? { count: 0, lines: [] }
    this.#groups.set(name, group)
    this.#total += 1
    group.count += 1
    if (this.#options.isWhole || group.lines.length < SHOWN) group.lines.push(changeLine(change))
  }

  get total(): number {
    return this.#total
  }

  /** The whole text, without a line break at its end. */
  toString(): string {
    if (this.#total === 0) {
      return this.#options.isPart ? 'Nothing of what was asked for would change.' : 'Nothing would change.'
    }
    const names = Math.max(...[...this.#groups.keys()].map((name) => name.length))
    const digits = Math.max(...[...this.#groups.values()].map(({ count }) => formatCount(count).length))
    const counts = [...this.#groups].map(
      ([name, { count }]) => `  ${name.padEnd(names)}  ${formatCount(count).padStart(digits)}`,
    )
    const lists = [...this.#groups.values()].flatMap(({ count, lines }) => {
      const rest = count - lines.length
      return ['', ...lines, ...(rest > 0 ? [`… and ${formatCount(rest)} more (--all shows them)`] : [])]
    })
    return [
      `${formatCount(this.#total)} ${this.#total === 1 ? 'change' : 'changes'}:`,
      ...counts,
      ...lists,
    ].join('\n')
  }
}

/** Who would be marked absent, were it not for the guard; `""` when it holds nobody back. */
export function heldBackText(
  what: string,
  ids: readonly string[],
  { isWhole }: Pick<PlanTextOptions, 'isWhole'>,
): string {
  if (ids.length === 0) return ''
  const shown = isWhole ? ids : ids.slice(0, SHOWN)
  const rest = ids.length - shown.length
  const more = rest > 0 ? [`… and ${rest} more (--all shows them)`] : []
  const title = `Held back by a guard, ${what}: ${ids.length}`
  return ['', title, ...shown.map((id) => `  ${printable(id)}`), ...more].join('\n')
}

/** `subscriber petrenko · balance · 12.50 → −3.00` */
export function changeLine({ entity, id, field, from, to }: PlannedChange): string {
  return `${entity} ${printable(id)} · ${field} · ${shownValue(from)} → ${shownValue(to)}`
}
