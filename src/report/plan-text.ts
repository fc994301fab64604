/** What a run would change, for people: counts first, then the changes, long lists folded. */
import { printable } from '../model/text.ts'
import type { PlannedChange } from '../sync/changes.ts'

export interface PlanTextOptions {
  /** Show every change. */
  readonly isWhole: boolean
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
    if (this.#total === 0) return 'Nothing would change.'
    const width = Math.max(...[...this.#groups.keys()].map((name) => Bun.stringWidth(name)))
    const counts = [...this.#groups].map(
      ([name, { count }]) => `  ${name}${' '.repeat(width - Bun.stringWidth(name))}  ${count}`,
    )
    const lists = [...this.#groups.values()].flatMap(({ count, lines }) => {
      const rest = count - lines.length
      return ['', ...lines, ...(rest > 0 ? [`… and ${rest} more (--all shows them)`] : [])]
    })
    return [`${this.#total} changes:`, ...counts, ...lists].join('\n')
  }
}

/** `subscriber petrenko · balance · 12.50 → −3.00` */
export function changeLine({ entity, id, field, from, to }: PlannedChange): string {
  return `${entity} ${printable(id)} · ${field} · ${shown(from)} → ${shown(to)}`
}

/** Amounts get a minus sign that is seen; an empty value a mark that is. */
function shown(value: string): string {
  return value === '' ? '∅' : printable(value).replace(/^-(?=\d)/, '−')
}
