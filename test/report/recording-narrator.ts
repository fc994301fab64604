import type { Narrator } from '../../src/model/logger.ts'

/** A narrator whose lines can be read: `warn: the disk is full`. */
export function recordingNarrator(): Narrator & { readonly lines: string[] } {
  const lines: string[] = []
  const note = (kind: string) => (text: string | number) => void lines.push(`${kind}: ${text}`)
  return {
    lines,
    step: note('step'),
    advance: note('advance'),
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
    debug: note('debug'),
  }
}
