/** Looks for secrets in everything a program has left behind: its files, byte by byte, and what it said. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Spoken {
  /** Where it was said, for the message. */
  readonly where: string
  readonly text: string
}

export interface Search {
  readonly files: number
  readonly streams: number
  readonly bytes: number
  /** `FILE: the secret "abc…" as base64`. */
  readonly leaks: readonly string[]
}

const NOTATIONS: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  'percent-encoded': encodeURIComponent,
  'percent-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'form-encoded': (secret) => new URLSearchParams({ '': secret }).toString().slice(1),
  'in JSON': (secret) => JSON.stringify(secret).slice(1, -1),
  'in JSON twice': (secret) => JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
  'in HTML': Bun.escapeHTML,
  'in base64': (secret) => Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  'in hex': (secret) => Buffer.from(secret).toString('hex'),
  'in UTF-16': (secret) => Buffer.from(secret, 'utf16le').toString('latin1'),
}

/**
 * Searches a folder and what was said for secrets in every notation they may take.
 * @param own files that may hold them: the configuration, and those it names
 */
export function searchForSecrets(
  folder: string,
  spoken: readonly Spoken[],
  secrets: ReadonlySet<string>,
  own: ReadonlySet<string>,
): Search {
  const needles = needlesOf(secrets)
  const files = filesIn(folder).filter((path) => !own.has(path))
  const places = [
    ...files.map((path) => ({ where: path, bytes: readFileSync(path) })),
    ...spoken.map(({ where, text }) => ({ where, bytes: Buffer.from(text) })),
  ]
  return {
    files: files.length,
    streams: spoken.length,
    bytes: places.reduce((sum, { bytes }) => sum + bytes.length, 0),
    leaks: places.flatMap(({ where, bytes }) =>
      [...needles].flatMap(([needle, name]) =>
        bytes.includes(needle, 0, name.endsWith('UTF-16') ? 'latin1' : 'utf8') ? [`${where}: ${name}`] : [],
      ),
    ),
  }
}

function needlesOf(secrets: ReadonlySet<string>): Map<string, string> {
  const needles = new Map<string, string>()
  for (const secret of secrets) {
    for (const [notation, write] of Object.entries(NOTATIONS)) {
      const needle = write(secret)
      if (!needles.has(needle)) needles.set(needle, `the secret "${secret.slice(0, 4)}…" ${notation}`)
    }
  }
  return needles
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const stat = lstatSync(path)
    return stat.isDirectory() ? filesIn(path) : stat.isFile() ? [path] : []
  })
}
