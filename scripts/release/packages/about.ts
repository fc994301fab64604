/** What every package says of itself, and the templates it is said in. */
import { join } from 'node:path'
import type { Source } from '../source.ts'

export const summary = "copies subscribers from a provider's billing into the ERP UserSide"

/** Lines of at most 78 characters. */
export const description = [
  'A one-way mirror for internet providers, started by cron or a systemd timer:',
  'it reads tariffs, houses and subscribers from the billing, reads what the ERP',
  'UserSide holds, and sends the differences and nothing else. It takes the place',
  'of the PHP module usm_billing and understands its configuration.',
]

/** Of the program and of what is compiled into it; `LICENSES/README.md` has the whole list. */
export const license = 'MIT AND LGPL-2.0-or-later AND LGPL-2.1-or-later AND BSD-3-Clause AND Apache-2.0'

/**
 * Reads a template of `packaging/` and fills in its `@NAMES@`.
 * @throws Error for a name that nobody filled in
 */
export async function fillTemplate(
  source: Source,
  path: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const template = await Bun.file(join(source.root, 'packaging', path)).text()
  return template.replace(/@([A-Z]+)@/g, (_mark, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`packaging/${path} asks for ${name}, which nobody knows.`)
    return value
  })
}

/**
 * The version as all four formats write it.
 * @throws Error for anything but numbers and dots: each format orders pre-releases in its own way
 */
export function packageVersion({ version }: Source): string {
  if (!/^\d+(?:\.\d+)*$/.test(version))
    throw new Error(`Packages are made of releases only, and ${version} is none.`)
  return version
}
