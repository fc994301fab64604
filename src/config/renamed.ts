/** Keys that were renamed: the old name goes on working for one major version, with a warning. */
import type { Path } from './jsonc.ts'
import { dotted } from './outline.ts'

export interface RenamedKey {
  /** Old and new name, dotted: `safety.maxAbsent`. */
  readonly from: string
  readonly to: string
  /** The version that brought the new name; the old one is understood until the next major version. */
  readonly since: string
}

/** None so far. A row goes when its time is over; a test sees to it. */
export const RENAMED_KEYS: readonly RenamedKey[] = []

export interface Renaming {
  /** The configuration under today's names. */
  readonly value: Record<string, unknown>
  /** Where the file has what today's name stands for. */
  writtenAt(path: Path): Path
  readonly warnings: readonly string[]
}

/** The major version that no longer understands the old name. */
export function droppedIn({ since }: RenamedKey): string {
  return `${Number.parseInt(since, 10) + 1}.0.0`
}

/** Puts what stands under an old name under the new one. Where both are set the new one holds. */
export function renameKeys(written: Readonly<Record<string, unknown>>, renamed = RENAMED_KEYS): Renaming {
  const value = structuredClone(written) as Record<string, unknown>
  const moved: { readonly from: Path; readonly to: Path }[] = []
  const warnings: string[] = []
  for (const key of renamed) {
    const [from, to] = [key.from.split('.'), key.to.split('.')]
    const found = takeOut(value, from)
    if (found === undefined) continue
    if (putIn(value, to, found)) {
      moved.push({ from, to })
      warnings.push(
        `"${key.from}" is called "${key.to}" since version ${key.since}. The old name works until version ${droppedIn(key)}: rename it.`,
      )
    } else {
      warnings.push(`"${key.from}" is not used: "${key.to}", its new name, is set too. Take the old one out.`)
    }
  }
  return {
    value,
    warnings,
    writtenAt: (path) => {
      const origin = moved.find(({ to }) => dotted(path.slice(0, to.length)) === dotted(to))
      return origin === undefined ? path : [...origin.from, ...path.slice(origin.to.length)]
    },
  }
}

function takeOut(section: Record<string, unknown>, [key = '', ...rest]: readonly string[]): unknown {
  if (!Object.hasOwn(section, key)) return undefined
  const found = section[key]
  if (rest.length > 0) return isSection(found) ? takeOut(found, rest) : undefined
  delete section[key]
  return found
}

/** False when something is there already, or when there is no room: the section is something else. */
function putIn(
  section: Record<string, unknown>,
  [key = '', ...rest]: readonly string[],
  found: unknown,
): boolean {
  if (rest.length === 0) {
    if (section[key] !== undefined && section[key] !== '') return false
    section[key] = found
    return true
  }
  section[key] ??= {}
  const inner = section[key]
  return isSection(inner) && putIn(inner, rest, found)
}

function isSection(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
