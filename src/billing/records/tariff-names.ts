/** Tariffs by name, for subscribers of whose tariff nothing else is told (T40). */
import type { Tariff } from '../../model/catalogue.ts'
import { Hash } from '../../model/hash.ts'
import { plainText } from '../../model/text.ts'

export class TariffNames {
  /** Of the names and whose they are: another one, and a name may stand for another tariff. */
  readonly digest: number
  /** By name; `undefined` where several have it. */
  readonly #ids = new Map<string, string | undefined>()

  constructor(tariffs: Iterable<Tariff>) {
    const hash = new Hash()
    for (const { id, name: sent } of tariffs) {
      const name = plainText(sent)
      hash.add(id).add(name)
      this.#ids.set(name, this.#ids.has(name) ? undefined : id)
    }
    this.digest = hash.take()
  }

  /** The tariff of that name, where exactly one has it; else the name itself: no listed tariff, and treated as such (T12). */
  readonly idOf = (name: string): string => this.#ids.get(plainText(name)) ?? name
}
