/** What may be shown of a text that came from the ERP or holds its address. */
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
  function redact(text: string, secrets: readonly string[] = []): string {
    let shown = text
    for (const secret of [...known, ...secrets]) {
      for (const form of formsOf(secret)) shown = shown.replaceAll(form, '***')
    }
    return shown
      .replace(/([?&]key=)[^&\s"'<>]*/gi, '$1***')
      .replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s"'<>@]*@/gi, '$1***@')
  }

  // Before the cut, so that no half of a key survives at its end; after the decoding too, which may uncover one.
  function excerpt(text: string, secrets?: readonly string[]): string {
    const plain = decodeEntities(redact(text.slice(0, 20 * EXCERPT_LENGTH), secrets))
    return cutText(foldSpace(printable(redact(plain, secrets))), EXCERPT_LENGTH)
  }

  return { redact, excerpt }
}

/** A secret as it may stand in a text: plain, in a URL, in a form body, in JSON. Longest first. */
function formsOf(secret: string): string[] {
  if (secret === '') return []
  const inForm = new URLSearchParams({ '': secret }).toString().slice(1)
  const forms = [
    secret,
    encodeURIComponent(secret.toWellFormed()),
    inForm,
    JSON.stringify(secret).slice(1, -1),
  ]
  return [...new Set(forms)].sort((a, b) => b.length - a.length)
}
