import type { Logger } from '../../src/model/logger.ts'

/** A logger whose lines can be read: `warn: the disk is full`. */
export function recordingLogger(): Logger & { readonly lines: string[] } {
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
