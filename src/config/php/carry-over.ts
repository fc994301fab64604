/** The old PHP configuration in the keys of ours. */

import { withMeant } from '../../model/nearest.ts'
import { formatIp } from '../../model/network.ts'
import { BUILT_IN_NAMES } from '../../model/table-address.ts'
import { fromText } from '../environment.ts'
import type { ConfigHost } from '../host.ts'
import { dotted, type KeyOutline, OUTLINE } from '../outline.ts'
import { validate } from '../validate.ts'
import { readPhp, type Unread } from './statements.ts'
import { isPhpArray, type PhpValue } from './values.ts'

/** What was not carried over. */
export interface LeftOut {
  /** Which line of the PHP file, and why. */
  readonly sentence: string
  /** The operator's comments on it. */
  readonly comments: readonly string[]
}

export interface CarriedOver {
  /** Valid values by key. */
  readonly values: Readonly<Record<string, unknown>>
  /** The operator's comments by key. */
  readonly comments: ReadonlyMap<string, readonly string[]>
  readonly header: readonly string[]
  readonly footer: readonly string[]
  readonly leftOut: readonly LeftOut[]
  /** Required keys that the PHP file did not give a valid value for. */
  readonly missing: readonly string[]
}

/**
 * Reads `usm_billing.conf.php`. Executes nothing. What has no counterpart, is no plain value or is not valid is named
 * in `leftOut`, never carried over silently.
 * @param folder of the PHP file
 * @param file its name: `usm_utm5.conf.php` is that of a reader of UTM5's tables, which has parameters of its own besides
 */
export function carryOver(source: string, folder: string, host: ConfigHost, file = ''): CarriedOver {
  const php = readPhp(source, folder)
  const leftOut: { line: number; text: string; comments: readonly string[] }[] = []
  const comments = new Map<string, readonly string[]>()
  const values: Record<string, unknown> = { ...readerOf(file) }
  // What is said of a variable that only helps to write others is said of the next of those.
  let waiting: readonly string[] = []
  for (const { name, value, line, comments: own, ...about } of php.assignments.values()) {
    const outline = OUTLINE.find(({ key }) => key === name)
    if (outline === undefined && about.isUsed) {
      waiting = [...waiting, ...own]
    } else if (outline === undefined) {
      const known = OUTLINE.map(({ key }) => key)
      const shown = about.isConstant ? name : `$${name}`
      const text = withMeant(`${shown} has no counterpart`, name, known)
      leftOut.push({ line, text, comments: own })
    } else {
      comments.set(name, [...waiting, ...own])
      waiting = []
      const converted = convert(value, outline)
      if (converted !== undefined) values[name] = converted
    }
  }
  leftOut.push(...php.unread.map(sayUnread))

  const { flaws } = validate(values, folder, host)
  for (const { path, message } of flaws) {
    const key = String(path[0])
    if (values[key] === undefined) continue
    const line = php.assignments.get(key)?.line ?? 0
    leftOut.push({ line, text: `$${dotted(path)}: ${message}`, comments: [] })
  }
  for (const { path } of flaws) delete values[String(path[0])]
  const missing = OUTLINE.filter(({ key, isRequired }) => isRequired && values[key] === undefined)
  const sorted = leftOut.toSorted((one, other) => one.line - other.line)
  return {
    values,
    comments,
    header: php.header,
    footer: php.footer,
    leftOut: sorted.map(({ line, text, comments: own }) => ({
      sentence: `line ${line}: ${text}`,
      comments: own,
    })),
    missing: missing.map(({ key }) => key),
  }
}

/** The vendor sells a reader for each billing, under the name of the billing. */
function readerOf(file: string): Readonly<Record<string, unknown>> {
  const [, billing] = /^usm_([a-z0-9]+)\.conf/i.exec(file) ?? []
  const billingName = BUILT_IN_NAMES.find((name) => name === billing?.toLowerCase())
  return billingName === undefined ? {} : { billingName }
}

function sayUnread({ line, names, excerpt, reason, comments }: Unread) {
  const what = names.length === 0 ? excerpt : names.map((name) => `$${name}`).join(', ')
  return { line, text: `${what} is not read: ${reason}`, comments }
}

/** A PHP value in the kind of a key, as PHP itself would take it; what cannot be is left for validation to refuse. */
function convert(value: PhpValue, outline: KeyOutline): unknown {
  if (value === null || value === '') return undefined
  switch (outline.kind) {
    case 'boolean':
      return value === 1 || value === '1' ? true : value === 0 || value === '0' ? false : plain(value)
    case 'number':
      return typeof value === 'string' ? fromText(value, outline) : plain(value)
    case 'text':
    case 'choice':
      return typeof value === 'number' ? String(value) : plain(value)
    case 'list':
      return isPhpArray(value) ? [...value.entries.values()].map(element) : fromText(String(value), outline)
    case 'map':
      return isPhpArray(value) ? Object.fromEntries(value.entries) : plain(value)
    default:
      return plain(value)
  }
}

/** One address range: a text, a number PHP uses for an address, or a pair of either. */
function element(value: PhpValue): unknown {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? formatIp(value) : value
  return isPhpArray(value) ? [...value.entries.values()].map(plain) : value
}

function plain(value: PhpValue): unknown {
  if (!isPhpArray(value)) return value
  const keys = [...value.entries.keys()]
  const isList = keys.every((key, index) => key === String(index))
  const members = [...value.entries].map(([key, member]) => [key, plain(member)] as const)
  return isList ? members.map(([, member]) => member) : Object.fromEntries(members)
}
