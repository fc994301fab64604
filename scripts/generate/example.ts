/** The example of a configuration: every key with its default and a line of explanation. */
import { OUTLINE } from '../../src/config/outline.ts'
import { renderConfig } from '../../src/config/render.ts'

/** Where a package keeps configurations, and the folders one of them uses unless it says otherwise. */
export interface InstalledPlaces {
  readonly configuration: string
  readonly logPath: string
  readonly statePath: string
}

/** @param installed where a package put things; nothing for the file beside an unpacked binary */
export function renderExample(installed?: InstalledPlaces): string {
  const required = OUTLINE.filter(({ isRequired }) => isRequired)
  const place =
    installed === undefined
      ? 'usm-billing.jsonc next to the program'
      : `${installed.configuration}/usm-billing.jsonc`
  return renderConfig({
    header: [
      'Configuration of usm-billing: every key with its default and what it means.',
      `Copy it to ${place} and set the four keys that have no default:`,
      `${required.map(({ key }) => key).join(', ')}.`,
      'Instead of a secret, "env:NAME", "file:PATH" or "credential:NAME" may stand.',
    ],
    values: {
      ...Object.fromEntries(required.map(({ key, example: value }) => [key, value])),
      ...(installed === undefined ? {} : { logPath: installed.logPath, statePath: installed.statePath }),
    },
    showsDefaults: true,
  })
}
