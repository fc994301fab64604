/** A plan for people, as a decision: numbers that matter first, then who is gone and who is back, then block by block. */
import { printable } from '../model/text.ts'
import type { PlannedChange, PlannedKind } from '../sync/decide/planned-changes.ts'
import { counted, formatCount } from '../text/quantity.ts'
import { shownValue } from './shown-value.ts'

/** A line of text, and what it is about. */
export interface PlanLine {
  readonly text: string
  readonly kind?: PlannedKind | 'warning'
}

export interface PlanTextOptions {
  /** Show every change. */
  readonly isWhole: boolean
  /** Only some were asked for. */
  readonly isPart?: boolean
  /** The name of a subscriber by its id, `""` when it is not known. */
  readonly nameOf?: (id: string) => string
  /** What would be done; `A run would` unless said otherwise. */
  readonly title?: string
}

/** The sentences of the guards that are on, and the houses that read alike. */
export interface PlanRemarks {
  readonly brakes: readonly string[]
  readonly similarHouses: readonly string[]
}

/** Records that change in a field shown before they are folded. */
const SHOWN = 10

/** One record: its head, and a row for each of its fields. */
interface Block {
  readonly entity: PlannedChange['entity']
  readonly id: string
  readonly kind: PlannedKind
  readonly changes: PlannedChange[]
}

const KINDS: readonly PlannedKind[] = ['create', 'change', 'gone', 'return']

const TITLES: Readonly<Record<PlannedKind, string>> = {
  create: 'create',
  change: 'change',
  gone: 'mark as gone',
  return: 'bring back',
}

/** Gathers the changes of a plan record by record; holds only what will be shown. */
export class PlanText {
  readonly #options: PlanTextOptions
  /** How many records of each entity there are of a kind. */
  readonly #counts: Readonly<Record<PlannedKind, Map<string, number>>> = {
    create: new Map(),
    change: new Map(),
    gone: new Map(),
    return: new Map(),
  }
  readonly #fields = new Map<string, number>()
  /** Blocks that are shown, by kind. */
  readonly #shown: Readonly<Record<PlannedKind, Block[]>> = { create: [], change: [], gone: [], return: [] }
  /** How often a field of a kind was shown. */
  readonly #shownFields = new Map<string, number>()
  #open: Block | undefined
  #total = 0

  constructor(options: PlanTextOptions) {
    this.#options = options
  }

  /** The changes of a record follow one another. */
  add(change: PlannedChange): void {
    const { entity, id, field, kind } = change
    this.#total += 1
    if (this.#open?.entity !== entity || this.#open.id !== id) {
      this.#closeBlock()
      this.#open = { entity, id, kind, changes: [] }
    }
    this.#open.changes.push(change)
    if (entity === 'subscriber' && kind !== 'create' && !change.isMark)
      this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1)
  }

  /** Single values that would change. */
  get total(): number {
    return this.#total
  }

  /** The whole text. */
  lines({ brakes, similarHouses }: PlanRemarks = { brakes: [], similarHouses: [] }): PlanLine[] {
    this.#closeBlock()
    return [
      ...this.#headline(brakes),
      ...section(
        'These houses of the billing read like houses UserSide has; they are not created, nobody is moved:',
        similarHouses,
      ),
      ...this.#list('gone', 'Marked as gone'),
      ...this.#list('return', 'Back in the billing'),
      ...this.#list('create', 'New'),
      ...this.#list('change', 'Changed'),
    ]
  }

  #closeBlock(): void {
    const block = this.#open
    this.#open = undefined
    if (block === undefined) return
    const counts = this.#counts[block.kind]
    counts.set(block.entity, (counts.get(block.entity) ?? 0) + 1)
    if (this.#isShown(block)) this.#shown[block.kind].push(block)
  }

  /** Who is gone and who is back always is. Of others it is enough to see each field change some times. */
  #isShown({ kind, entity, changes }: Block): boolean {
    if (this.#options.isWhole || kind === 'gone' || kind === 'return') return true
    const names = changes.map(({ field }) => `${kind} ${entity} ${kind === 'create' ? '' : field}`)
    const isTelling = names.some((name) => (this.#shownFields.get(name) ?? 0) < SHOWN)
    if (isTelling)
      for (const name of new Set(names)) this.#shownFields.set(name, (this.#shownFields.get(name) ?? 0) + 1)
    return isTelling
  }

  #headline(brakes: readonly string[]): PlanLine[] {
    const guards: PlanLine[] = brakes.map((text) => ({ text: `Held by a guard: ${text}`, kind: 'warning' }))
    if (this.#total === 0) {
      const nothing = this.#options.isPart
        ? 'Nothing of what was asked for would change.'
        : 'Nothing would change.'
      return [{ text: nothing }, ...guards]
    }
    const rows = KINDS.flatMap((kind): PlanLine[] => {
      const told = [...this.#counts[kind]].map(([entity, count]) => counted(count, entity))
      return told.length === 0 ? [] : [{ text: `  ${TITLES[kind].padEnd(13)} ${told.join(', ')}`, kind }]
    })
    const fields = [...this.#fields]
      .sort(([, one], [, other]) => other - one)
      .map(([field, count]) => `${field} ${formatCount(count)}`)
    return [
      { text: `${this.#options.title ?? 'A run would'}:` },
      ...rows,
      ...(fields.length === 0 ? [] : [{ text: `  fields        ${fields.join(', ')}` }]),
      ...guards,
    ]
  }

  #list(kind: PlannedKind, title: string): PlanLine[] {
    const count = [...this.#counts[kind].values()].reduce((sum, one) => sum + one, 0)
    if (count === 0) return []
    const blocks = this.#shown[kind]
    const rest = count - blocks.length
    return [
      { text: '' },
      { text: `${title}: ${formatCount(count)}` },
      ...blocks.flatMap((block) => this.#blockLines(block)),
      ...(rest > 0 ? [{ text: `… and ${formatCount(rest)} more (--all shows them)` }] : []),
    ]
  }

  #blockLines({ entity, id, kind, changes }: Block): PlanLine[] {
    const name = entity === 'subscriber' ? (this.#options.nameOf?.(id) ?? '') : ''
    const created = kind === 'create' ? (changes.find(({ isMark }) => isMark)?.to ?? '') : ''
    const told = [created, name].find((text) => text !== '' && text !== id) ?? ''
    const head = `${entity} ${printable(id)}${told === '' ? '' : ` · ${printable(told)}`}`
    const fields = changes.filter(({ isMark }) => !isMark)
    const width = Math.max(0, ...fields.map(({ field }) => field.length))
    const rows = fields.map(({ field, from, to }) => {
      const value =
        kind === 'create' && from === '' ? shownValue(to) : `${shownValue(from)} → ${shownValue(to)}`
      return { text: `    ${field.padEnd(width)}  ${value}` }
    })
    return [{ text: `  ${head}`, kind }, ...rows]
  }
}

function section(title: string, rows: readonly string[]): PlanLine[] {
  if (rows.length === 0) return []
  return [{ text: '' }, { text: title, kind: 'warning' }, ...rows.map((text) => ({ text: `  ${text}` }))]
}

/** Who would be created or marked, were it not for a guard; nothing when it holds nobody back. */
export function heldBackLines(
  what: string,
  ids: readonly string[],
  { isWhole, nameOf }: Pick<PlanTextOptions, 'isWhole' | 'nameOf'>,
): PlanLine[] {
  if (ids.length === 0) return []
  const shown = isWhole ? ids : ids.slice(0, SHOWN)
  const rest = ids.length - shown.length
  return [
    { text: '' },
    { text: `Held back by a guard, ${what}: ${formatCount(ids.length)}`, kind: 'warning' },
    ...shown.map((id) => {
      const name = nameOf?.(id) ?? ''
      return { text: `  ${printable(id)}${name === '' || name === id ? '' : ` · ${printable(name)}`}` }
    }),
    ...(rest > 0 ? [{ text: `… and ${formatCount(rest)} more (--all shows them)` }] : []),
  ]
}

/** `subscriber petrenko · balance · 12.50 → −3.00` */
export function changeLine({
  entity,
  id,
  field,
  from,
  to,
}: Pick<PlannedChange, 'entity' | 'id' | 'field' | 'from' | 'to'>): string {
  return `${entity} ${printable(id)} · ${field} · ${shownValue(from)} → ${shownValue(to)}`
}
