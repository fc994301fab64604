/** What may be shown of a text that came from the ERP or holds its address. */
import { createRedactor as createModelRedactor } from '../model/redaction.ts'
import { cutText, decodeEntities, foldSpace, printable } from '../model/text.ts'

const EXCERPT_LENGTH = 200

export interface Redactor {
  /** The text without the API key, in any encoding, without `user:pass@` and without the call's own secrets. */
  redact(text: string, secrets?: readonly string[]): string
  /** The same, entities decoded, fit for one line of a log, at most 200 characters. */
  excerpt(text: string, secrets?: readonly string[]): string
}

/** Knows the secrets of one configuration. */
export function createRedactor(known: readonly string[]): Redactor {
  const redactKnown = createModelRedactor(known)

  function redact(text: string, secrets: readonly string[] = []): string {
    return secrets.length === 0 ? redactKnown(text) : createModelRedactor([...known, ...secrets])(text)
  }

  // Before the cut, so that no half of a key survives at its end; after the decoding too, which may uncover one.
  function excerpt(text: string, secrets?: readonly string[]): string {
    const plain = decodeEntities(redact(text.slice(0, 20 * EXCERPT_LENGTH), secrets))
    return cutText(foldSpace(printable(redact(plain, secrets))), EXCERPT_LENGTH)
  }

  return { redact, excerpt }
}
