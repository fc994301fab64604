/** Everything that was recorded, with other values in place of the personal ones, hashes of houses included. */
import { createHash } from 'node:crypto'
import { hashedTexts } from '../sync/addresses/address-book.ts'
import type { WantedHouse } from '../sync/addresses/addresses.ts'
import type { Exchange } from './exchange.ts'
import { learn, replaceExchange } from './replaced-exchanges.ts'
import { Replacement } from './replacement.ts'

export type Houses = ReadonlyMap<string, WantedHouse>

export interface Replaced {
  readonly exchanges: readonly Exchange[]
  readonly replacement: Replacement
}

/**
 * @param key random; nobody keeps it
 * @param houses of the billing as it is
 * @param readHouses the same of a billing that answers so
 */
export async function replaceAll(
  exchanges: readonly Exchange[],
  key: Uint8Array,
  houses: Houses,
  readHouses: (exchanges: readonly Exchange[]) => Promise<Houses>,
): Promise<Replaced> {
  const replacement = new Replacement(key)
  learn(exchanges, replacement)
  const billing = exchanges
    .filter(({ side }) => side === 'billing')
    .map((each) => replaceExchange(each, { replacement, hashes: new Map() }))
  // UserSide tells its houses by hashes of their names: those of the other names must stand for them.
  const hashes = otherHashes(houses, await readHouses(billing))
  const userside = exchanges
    .filter(({ side }) => side === 'userside')
    .map((each) => replaceExchange(each, { replacement, hashes }))
  return { exchanges: [...billing, ...userside], replacement }
}

function otherHashes(houses: Houses, others: Houses): Map<string, string> {
  const hashes = new Map<string, string>()
  for (const [id, house] of houses) {
    const other = others.get(id)
    if (other === undefined) continue
    for (const [name, otherName] of [
      [house.name, other.name],
      [house.formerName, other.formerName],
    ]) {
      if (name === undefined || otherName === undefined) continue
      const texts = hashedTexts(name.city || '-', name)
      const otherTexts = hashedTexts(otherName.city || '-', otherName)
      for (const [place, text] of texts.entries()) {
        const hash = md5(text)
        if (!hashes.has(hash)) hashes.set(hash, md5(otherTexts[place] ?? ''))
      }
    }
  }
  return hashes
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}
