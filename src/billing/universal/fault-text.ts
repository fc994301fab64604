/** Says where an answer stops being JSON, so that the record can be found in the billing (T38). */
import type { FaultPlace } from '../../json/json-error.ts'
import type { Redact } from '../../model/redaction.ts'
import { cutText, printable } from '../../model/text.ts'

/** Characters shown on either side of the place. */
const SIDE = 20
const LONGEST_ID = 60

/** A member whose value is nobody's business, and in or right behind whose value a text ends. */
const IN_SECRET =
  /"[^"]*(?:passw|psw|pwd|key|secret|token|hash)[^"]*"\s*:\s*(?:"(?:[^"\\]|\\[\s\S])*"?|[^",{}[\]]*)[^",{}[\]]*$/i

/** One sentence with the last whole record, the place and what stands there. */
export function faultText({ offset, entries, lastId, before, behind }: FaultPlace, redact: Redact): string {
  return `${lastWhole(entries, cutText(printable(redact(lastId)), LONGEST_ID))}; the fault is at byte ${offset}: "${around(before, behind, redact)}".`
}

function lastWhole(entries: number, id: string): string {
  if (entries === 0) return 'No record before it is whole'
  return id === ''
    ? `Record ${entries} is the last whole one`
    : `Record ${entries} (id "${id}") is the last whole one`
}

function around(before: string, behind: string, redact: Redact): string {
  if (IN_SECRET.test(before)) return '***'
  return visible(redact(before)).slice(-SIDE) + cutText(visible(redact(behind)), SIDE)
}

/** Control characters are often the fault itself: they are spelled. */
function visible(text: string): string {
  const spelled = text.replace(/[\u0000-\u001f\u007f]/g, (sign) => JSON.stringify(sign).slice(1, -1))
  return printable(spelled)
}
