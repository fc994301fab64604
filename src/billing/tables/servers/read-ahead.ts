/**
 * The next page is asked for before the present one is worked on, so that the server and this program work at the same
 * time. One page more is held for it; there is never more than one under way.
 */
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'

/**
 * The same pages. What fails is told in its turn, behind the pages before it. Whoever stops early, or throws, waits for
 * the page that is under way: the connection is free then for whatever is asked next.
 */
export async function* readAhead<Page>(pages: AsyncGenerator<Page, void>): AsyncGenerator<Page, void> {
  let coming = pages.next()
  try {
    for (;;) {
      const { done, value } = await coming
      if (done === true) return
      coming = pages.next()
      // A failure before its turn is no unhandled one.
      coming.catch(() => {})
      // The client sends when the event loop turns, and whoever works on a page does not let it.
      await turnOfTheLoop()
      yield value
    }
  } finally {
    await pages.return()
  }
}
