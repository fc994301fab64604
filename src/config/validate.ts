/** Checks the values of a configuration against the schema; lists every flaw. */
import * as v from 'valibot'
import { fromText } from './environment.ts'
import { flawsOfFiles } from './files.ts'
import type { ConfigHost } from './host.ts'
import type { Path } from './jsonc.ts'
import { dotted, isAt, keyAt } from './outline.ts'
import { ConfigSchema } from './schema.ts'
import { isReference, resolveReference } from './secrets.ts'
import { type Flaw, mustBe, shapeOf } from './shape.ts'

export type Validated = v.InferOutput<typeof ConfigSchema>

export interface Validation {
  /** Only when there is no flaw. */
  readonly output: Validated | undefined
  readonly flaws: readonly Flaw[]
}

/**
 * Checks a configuration as it was read.
 * @param folder where relative paths begin
 */
export function validate(raw: unknown, folder: string, host: ConfigHost): Validation {
  const shaped = shapeOf(raw)
  const references = resolveAll(shaped.value, folder, host)
  const result = v.safeParse(ConfigSchema, references.value, { message: '' })
  // A key that is already known to be wrong was left out, so nobody needs to hear that it is missing.
  const hidden = new Set(references.followed)
  const files = flawsOfFiles(references.value, folder, host, hidden)
  const known = [...shaped.flaws, ...references.flaws, ...files]
  const names = known.map((flaw) => dotted(flaw.path))
  const invalid = (result.issues ?? [])
    .map((issue) => flawOf(issue, hidden))
    .filter((flaw) => !names.includes(dotted(flaw.path)) && !known.some(({ path }) => isInside(path, flaw)))
  const flaws = [...known, ...withoutRepeats(invalid)]
  return { output: flaws.length === 0 && result.success ? result.output : undefined, flaws }
}

/** What a section lacks may be what stands in it under a wrong name, or could not be read. */
function isInside(inner: Path, { path, isMissing = false }: Flaw): boolean {
  return !isMissing && inner.length > path.length && path.every((part, index) => part === inner[index])
}

/** A number may be neither whole nor large enough, and its one sentence says both. */
function withoutRepeats(flaws: readonly Flaw[]): Flaw[] {
  const told = new Map(flaws.map((flaw) => [`${dotted(flaw.path)}: ${flaw.message}`, flaw]))
  return [...told.values()]
}

interface References {
  readonly value: Record<string, unknown>
  readonly flaws: Flaw[]
  /** Dotted paths whose value came from elsewhere and is not to be shown. */
  readonly followed: string[]
}

function resolveAll(value: Record<string, unknown>, folder: string, host: ConfigHost): References {
  const flaws: Flaw[] = []
  const followed: string[] = []
  const resolve = (item: unknown, path: Path): unknown => {
    if (Array.isArray(item)) return item.map((element, index) => resolve(element, [...path, index]))
    if (typeof item === 'object' && item !== null) {
      const members = Object.entries(item).map(
        ([key, member]) => [key, resolve(member, [...path, key])] as const,
      )
      return Object.fromEntries(members.filter(([, member]) => member !== undefined))
    }
    if (typeof item !== 'string' || !isReference(item) || isFolder(item, path, value)) return item
    const resolved = resolveReference(item, folder, host)
    if (resolved === undefined) return item
    if ('problem' in resolved) {
      flaws.push({ path, message: resolved.problem })
      return undefined
    }
    followed.push(dotted(path))
    const outline = keyAt(path)
    return outline !== undefined && isAt(outline, path) ? fromText(resolved.value, outline) : resolved.value
  }
  return { value: resolve(value, []) as Record<string, unknown>, flaws, followed }
}

/** The address of a folder looks like a reference to a file that holds an address. */
function isFolder(text: string, path: Path, { billingName }: Record<string, unknown>): boolean {
  return (
    dotted(path) === 'billingUrl' && String(billingName).toLowerCase() === 'files' && text.startsWith('file:')
  )
}

function flawOf(issue: v.BaseIssue<unknown>, hidden: ReadonlySet<string>): Flaw {
  const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)))
  if (issue.message !== '') return { path, message: issue.message }
  const outline = keyAt(path)
  const isItself = outline !== undefined && isAt(outline, path)
  if (isItself && issue.type === 'strict_object' && issue.received === 'undefined') {
    const { meaning, env } = outline
    const message =
      env === undefined ? `is missing: ${meaning}` : `is missing: ${meaning} (environment: ${env})`
    return { path, message, isMissing: true }
  }
  const form = (isItself ? outline?.form : outline?.itemForm) ?? 'another value'
  const isSecret = outline?.isSecret === true || hidden.has(dotted(path))
  return { path, message: mustBe(form, issue.input, isSecret) }
}
