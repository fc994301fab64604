/** A plan for people, as a decision: numbers that matter first, then who is gone and who is back, then block by block. */
import { printable } from '../model/text.ts'
import type { PlannedChange, PlannedKind } from '../sync/decide/planned-changes.ts'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'
import { countedRecords } from './record-words.ts'
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
  readonly title?: Phrase
  /** English when left out. */
  readonly speaker?: Speaker
}

/** The sentences of the guards that are on, and the houses that read alike, in English. */
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

const TITLES = {
  create: 'create',
  change: 'change',
  gone: 'mark as gone',
  return: 'bring back',
} as const satisfies Readonly<Record<PlannedKind, Phrase>>

/** The words before the numbers take as much room, where they are not longer. */
const TITLE_WIDTH = 13

/** Gathers the changes of a plan record by record; holds only what will be shown. */
export class PlanText {
  readonly #options: PlanTextOptions
  readonly #speaker: Speaker
  /** How many records of each entity there are of a kind. */
  readonly #counts: Readonly<Record<PlannedKind, Map<PlannedChange['entity'], number>>> = {
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
    this.#speaker = options.speaker ?? ENGLISH
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
        this.#speaker.say(
          'These houses of the billing read like houses UserSide has; they are not created, nobody is moved:',
        ),
        similarHouses.map((text) => this.#speaker.retell(text)),
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
    const speaker = this.#speaker
    const guards = brakes.map((text): PlanLine => {
      return { text: speaker.say('Held by a guard: {1}', speaker.retell(text)), kind: 'warning' }
    })
    if (this.#total === 0) {
      const nothing = this.#options.isPart
        ? 'Nothing of what was asked for would change.'
        : 'Nothing would change.'
      return [{ text: speaker.say(nothing) }, ...guards]
    }
    const fields = [...this.#fields]
      .sort(([, one], [, other]) => other - one)
      .map(([field, count]) => `${field} ${speaker.number(count)}`)
    const rows = [
      ...KINDS.map((kind) => {
        const told = [...this.#counts[kind]].map(([entity, count]) => countedRecords(count, entity, speaker))
        return { title: TITLES[kind], told, kind }
      }),
      { title: 'fields', told: fields } as const,
    ].filter(({ told }) => told.length > 0)
    const titles = Object.values(TITLES).map((title) => Bun.stringWidth(speaker.say(title)))
    const width = Math.max(TITLE_WIDTH, ...titles)
    return [
      { text: `${speaker.say(this.#options.title ?? 'A run would')}:` },
      ...rows.map(({ title, told, ...rest }): PlanLine => {
        return { text: `  ${padded(speaker.say(title), width)} ${told.join(', ')}`, ...rest }
      }),
      ...guards,
    ]
  }

  #list(kind: PlannedKind, title: Phrase): PlanLine[] {
    const count = [...this.#counts[kind].values()].reduce((sum, one) => sum + one, 0)
    if (count === 0) return []
    const blocks = this.#shown[kind]
    const rest = count - blocks.length
    return [
      { text: '' },
      { text: `${this.#speaker.say(title)}: ${this.#speaker.number(count)}` },
      ...blocks.flatMap((block) => this.#blockLines(block)),
      ...moreLine(rest, this.#speaker),
    ]
  }

  #blockLines({ entity, id, kind, changes }: Block): PlanLine[] {
    const name = entity === 'subscriber' ? (this.#options.nameOf?.(id) ?? '') : ''
    const created = kind === 'create' ? (changes.find(({ isMark }) => isMark)?.to ?? '') : ''
    const told = [created, name].find((text) => text !== '' && text !== id) ?? ''
    const head = `${this.#speaker.say(entity)} ${printable(id)}${told === '' ? '' : ` · ${printable(told)}`}`
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

/** How many are not shown. */
function moreLine(rest: number, speaker: Speaker): PlanLine[] {
  return rest > 0 ? [{ text: speaker.say('… and {1} more (--all shows them)', rest) }] : []
}

/** Filled up with blanks to a width on the terminal. */
function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - Bun.stringWidth(text)))
}

/** Who would be created or marked, were it not for a guard; nothing when it holds nobody back. */
export function heldBackLines(
  what: Phrase,
  ids: readonly string[],
  { isWhole, nameOf, speaker = ENGLISH }: Pick<PlanTextOptions, 'isWhole' | 'nameOf' | 'speaker'>,
): PlanLine[] {
  if (ids.length === 0) return []
  const shown = isWhole ? ids : ids.slice(0, SHOWN)
  const rest = ids.length - shown.length
  return [
    { text: '' },
    { text: speaker.say('Held back by a guard, {1}: {2}', speaker.say(what), ids.length), kind: 'warning' },
    ...shown.map((id) => {
      const name = nameOf?.(id) ?? ''
      return { text: `  ${printable(id)}${name === '' || name === id ? '' : ` · ${printable(name)}`}` }
    }),
    ...moreLine(rest, speaker),
  ]
}

/** `subscriber petrenko · balance · 12.50 → −3.00` */
export function changeLine(
  { entity, id, field, from, to }: Pick<PlannedChange, 'entity' | 'id' | 'field' | 'from' | 'to'>,
  speaker: Speaker = ENGLISH,
): string {
  return `${speaker.say(entity)} ${printable(id)} · ${field} · ${shownValue(from)} → ${shownValue(to)}`
}
