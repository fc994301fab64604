/** One run, told in several places at once. */
import type { Narrator } from '../model/logger.ts'

/** A narrator that passes everything on to all of them, in their order. */
export function tellAll(...narrators: readonly Narrator[]): Narrator {
  const toAll = (tell: (narrator: Narrator) => void) => {
    for (const narrator of narrators) tell(narrator)
  }
  return {
    step: (title, total) => toAll((narrator) => narrator.step(title, total)),
    advance: (count) => toAll((narrator) => narrator.advance(count)),
    info: (text) => toAll((narrator) => narrator.info(text)),
    warn: (text) => toAll((narrator) => narrator.warn(text)),
    error: (text) => toAll((narrator) => narrator.error(text)),
    debug: (text) => toAll((narrator) => narrator.debug(text)),
  }
}
