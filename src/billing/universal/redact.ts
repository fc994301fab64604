/** What may be shown of a body: the key in the billing's address opens far more than this program needs (T32). */
import type { Redact } from '../../model/redaction.ts'
import { cutText, printable } from '../../model/text.ts'

/** How much of a body a message carries (§2.1). */
const SHOWN_BYTES = 200

/** The beginning of a body as a message may show it: redacted, on one line, without control characters. */
export function excerptOf(body: string, redact: Redact): string {
  const short = cutText(redact(body).slice(0, 4 * SHOWN_BYTES), SHOWN_BYTES)
  const bytes = new TextEncoder().encode(printable(short))
  return new TextDecoder()
    .decode(bytes.subarray(0, SHOWN_BYTES))
    .replace(/\uFFFD+$/, '')
    .trim()
}
