/** Lists that a billing cuts: asking for the rest until there is no more (T30). */
import type { Collector } from '../records/collector.ts'
import { WrongContent } from '../records/wrong-content.ts'
import type { Paging } from './dialects/dialect.ts'
import type { Parameters } from './url.ts'

/** Asks for a page; `accept` checks each attempt's page and throws when it is of no use. */
export type ReadPage<C> = (parameters: Parameters, accept: (page: C) => void) => Promise<C>

/**
 * Reads a list whole: as long as the last page may have been cut, the rows behind it are asked for. A further page
 * that brings nothing new is a failure: then nobody knows what is missing.
 */
export async function readPages<C extends Collector<C>>(
  paging: Paging | undefined,
  readPage: ReadPage<C>,
): Promise<C> {
  const list = await readPage({}, () => {})
  if (paging === undefined) return list
  let rows = list.rows
  while (rows > 0 && rows % paging.suspiciousRows === 0) {
    const page = await readPage(paging.from(list.rows), (candidate) => {
      if (candidate.rows > 0 && !list.isExtendedBy(candidate))
        throw new WrongContent('a list that looks cut goes on with nothing new')
    })
    list.absorb(page)
    rows = page.rows
  }
  return list
}
