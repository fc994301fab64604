/** What the ERP has accepted to create: how often each thing, what became of it, and what it is still at. */
import { seededRandom } from '../random.ts'
import type { Erp } from './erp.ts'
import type { Oddities } from './oddities.ts'

/** A thing to be created, as the billing calls it: subscribers and tariffs by their ids, everything else by name. */
export interface Creation {
  readonly kind: 'subscriber' | 'tariff' | 'group' | 'tag' | 'service' | 'city' | 'street' | 'house'
  readonly key: string
}

type Fate = 'hide' | 'rename' | 'double' | 'forget' | 'keep'

const SHARED_FATES = ['hide', 'rename', 'double', 'forget'] as const
const GRAIN = 1_000_000

export class Creates {
  /** How often each thing was created, by kind and key: `subscriber koval`. */
  readonly accepted = new Map<string, number>()
  readonly #late: { readonly names: ReadonlySet<string>; readonly carryOut: () => void }[] = []
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(
    private readonly erp: Erp,
    private readonly oddities: Oddities,
  ) {}

  /** True while a create of it was answered, but is not carried out yet. */
  isUnderWay(creation: Creation): boolean {
    return this.#late.some(({ names }) => names.has(nameOf(creation)))
  }

  /** True when a request that creates these is to be answered before it is carried out. */
  isLate(call: string, creations: readonly Creation[]): boolean {
    const [first] = creations
    if (first === undefined) return false
    const { late, chance } = this.oddities
    if (late !== undefined && chance === undefined) return late.calls?.test(call) ?? true
    return this.#draw(`late ${call} ${nameOf(first)}`) < (chance?.delay ?? 0)
  }

  /** Answered: it is carried out when the time has come. */
  postpone(creations: readonly Creation[], carryOut: () => void): void {
    const one = { names: new Set(creations.map(nameOf)), carryOut }
    this.#late.push(one)
    const { late: { afterMs } = {} } = this.oddities
    if (afterMs === undefined) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      const place = this.#late.indexOf(one)
      if (place >= 0) this.#late.splice(place, 1)[0]?.carryOut()
    }, afterMs)
    this.#timers.add(timer)
  }

  /** Carries out whatever is late. Gives how many requests it was. */
  carryOutLate(): number {
    const late = this.#late.splice(0)
    for (const { carryOut } of late) carryOut()
    return late.length
  }

  /** Makes it, or not, as chance will have it. Gives its ERP id. @param make gives the ERP id of a new one each time */
  make(creation: Creation, make: () => string): string {
    const name = nameOf(creation)
    const fate = this.#fateOf(creation)
    this.accepted.set(name, (this.accepted.get(name) ?? 0) + 1)
    if (fate === 'forget') return this.erp.nextId()
    const erpId = make()
    if (fate === 'double') make()
    if (fate === 'hide') this.erp.hide(erpId)
    if (fate === 'rename') this.erp.showAs(erpId, `${creation.key}~`)
    return erpId
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #fateOf(creation: Creation): Fate {
    const { chance } = this.oddities
    if (chance === undefined) return 'keep'
    let drawn = this.#draw(`fate ${nameOf(creation)}`)
    for (const fate of SHARED_FATES) {
      drawn -= chance[fate] ?? 0
      if (drawn < 0) return fate
    }
    return 'keep'
  }

  /** From 0 to below 1; another time another number, but the same for the same seed. */
  #draw(what: string): number {
    const times = this.accepted.get(what.slice(what.indexOf(' ') + 1)) ?? 0
    const seed = Bun.hash.crc32(`${this.oddities.chance?.seed} ${what} ${times}`)
    return seededRandom(seed).int(GRAIN) / GRAIN
  }
}

function nameOf({ kind, key }: Creation): string {
  return `${kind} ${key}`
}
