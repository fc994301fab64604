/**
 * Lists that tell of their own failure: records, and beside them an error in words (T37). Such a list is half a list,
 * and nobody may be missed in it.
 */
import { cutText, printable } from '../../model/text.ts'
import { WrongContent } from './wrong-content.ts'

/** What servers call their failures. */
const FAILURE =
  /^(?:\w*_)?(?:err|errors?|errstr|errno|errmsg|exceptions?|faults?|fatal|failure|failed)(?:_\w*)?$/i
/** What they call them too, where everything else is a record. */
const NOTICE = /^(?:warnings?|messages?|msg|result|status|reason|detail)$/i
const INTEGER = /^-?\d+$/
/** Words in which nothing is told: no letters at all, or that all is well. */
const HARMLESS = /^(?:\P{L}*|ok|success|done|true)$/iu

const LONGEST_KEY = 40
const LONGEST_SHOWN = 120

/** True for a key under which no record stands but a failure. */
export function isFailureKey(key: string): boolean {
  return FAILURE.test(key)
}

/**
 * Looks through what stands beside the records of a list.
 * @param isKeyedByNumbers all records stand under numbers: a word among them is no id
 * @throws WrongContent when a key that is no id holds a text
 */
export function refuseOwnFailure(
  beside: Iterable<readonly [key: string, value: unknown]>,
  isKeyedByNumbers: boolean,
): void {
  for (const [key, value] of beside) {
    const isText = typeof value === 'string' && !HARMLESS.test(value.trim())
    const isOther = isText && (NOTICE.test(key) || (isKeyedByNumbers && key !== '' && !INTEGER.test(key)))
    const isFailure = isFailureKey(key) && (isText || (typeof value === 'object' && value !== null))
    if (!isOther && !isFailure) continue
    const beside = `beside the records of the list stands "${cutText(printable(key), LONGEST_KEY)}"`
    throw new WrongContent(isText ? `${beside}: "${cutText(printable(value), LONGEST_SHOWN)}"` : beside, true)
  }
}
