/** Loads the configuration: found, parsed, renamed keys mapped, validated, secrets resolved. */
import { dirname, resolve } from 'node:path'
import { ConfigError, type ConfigIssue } from '../model/errors.ts'
import { withAbsolutePath } from '../model/table-address.ts'
import { type EnvironmentValue, readEnvironment } from './environment.ts'
import { type ConfigHost, thisHost } from './host.ts'
import { type JsoncDocument, type Path, parseJsonc } from './jsonc.ts'
import { FILE_VARIABLE, type Location, locateConfig, systemFolders } from './location.ts'
import { holdsSecret, withAbsoluteProgram } from './notify.ts'
import { dotted, everyKey, keyAt } from './outline.ts'
import { type RenamedKey, renameKeys } from './renamed.ts'
import type { Config } from './schema.ts'
import { isReference, systemReason } from './secrets.ts'
import { type Validated, validate } from './validate.ts'

export interface LoadedConfig {
  readonly config: Config
  /** The file's path, or `environment` when there is none. */
  readonly source: string
  /** Sentences for the operator; the configuration is valid all the same. */
  readonly warnings: readonly string[]
}

export interface LoadOptions {
  /** `--config`. */
  readonly file?: string | undefined
  readonly host?: ConfigHost
  /** Old names of keys that are still understood. */
  readonly renamed?: readonly RenamedKey[]
}

/**
 * Finds, reads and checks the configuration. Environment variables fill the keys that the file does not set; with no
 * file at all they are the whole configuration.
 * @throws ConfigError with everything that is wrong
 */
export function loadConfig({ file, host = thisHost(), renamed }: LoadOptions = {}): LoadedConfig {
  const location = locateConfig(file, host)
  const variables = readEnvironment(host.env)
  const document = readDocument(location, variables, host)
  const written = plainObject(document?.value)
  const renaming = renameKeys(written, renamed)
  const inFile = renaming.value
  const filling = variables.filter(({ outline }) => !isSet(valueAt(inFile, outline.path)))
  const filled = filling.reduce((below, { outline, value }) => withValue(below, outline.path, value), inFile)
  // Who names a folder for the logs has the journal there too, as everywhere.
  const isPlaced = document === undefined || isSet(inFile['logPath'])
  const raw = isPlaced ? filled : { ...filled, ...layoutOf(location, inFile, host) }
  const isObject = document === undefined || !document.isWhole || written === document.value
  // Without a file to be relative to, paths begin in the working folder.
  const folder = document === undefined ? host.cwd : dirname(location.path)

  const { output, flaws } = validate(isObject ? raw : document.value, folder, host)
  const place = issuePlace(location.path, document, filling)
  const issues = flaws
    // In a broken text a key may be missing only because it could not be read.
    .filter(({ path, isMissing = false }) => document?.isWhole !== false || !isMissing || isSetAt(raw, path))
    .map(({ path, message }): ConfigIssue => {
      const at = renaming.writtenAt(path)
      return { ...place(at), key: dotted(at), message }
    })
  const all = [...(document?.issues ?? []), ...issues].toSorted(byPlace)
  if (output === undefined || all.length > 0) throw invalid(all, raw['language'])
  return {
    config: settle(output, folder),
    source: document === undefined ? 'environment' : location.path,
    warnings: [
      ...renaming.warnings,
      ...exposure(location.path, inFile, host),
      ...shadowed(inFile, variables),
    ],
  }
}

/** One line for the operator: `FILE:LINE:COLUMN key: what is wrong`; of a whole file, `FILE: what is wrong`. */
export function formatIssue(issue: ConfigIssue): string {
  return tellIssue(issue, (english) => english)
}

/** The same in another language. */
export function tellIssue(
  { file, line, column, key, message }: ConfigIssue,
  tell: (english: string) => string,
): string {
  // A variable of the environment is called one; a file is not told, whatever it is called.
  const place = line === undefined ? tell(file) : `${file}:${line}:${column ?? 1}`
  const told = tell(message)
  if (key !== '') return `${place} ${key}: ${told}`
  return line === undefined ? `${place}: ${told}` : `${place} ${told}`
}

function readDocument(
  location: Location,
  variables: readonly EnvironmentValue[],
  host: ConfigHost,
): JsoncDocument | undefined {
  try {
    const isThere = host.permissions(location.path) !== undefined
    if (!isThere && !location.isNamed && variables.length > 0) return undefined
    if (!isThere) throw notFound(location)
    return parseJsonc(host.readText(location.path), location.path)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw invalid([wholeFile(location.path, `cannot be read: ${systemReason(error)}`)])
  }
}

/** The folders of the system's layout that the file itself does not name. */
function layoutOf({ path }: Location, inFile: Record<string, unknown>, host: ConfigHost) {
  const folders = Object.entries(systemFolders(path, host) ?? {})
  return Object.fromEntries(folders.filter(([key]) => !isSet(inFile[key])))
}

function notFound({ path, isNamed }: Location): ConfigError {
  const hint = isNamed
    ? `Check --config and $${FILE_VARIABLE}.`
    : `Write one with "usm-billing init", name one with --config or $${FILE_VARIABLE}, or set the environment variables (BILLING_URL, …).`
  return new ConfigError('There is no configuration.', [wholeFile(path, 'there is no such file')], { hint })
}

function invalid(issues: readonly ConfigIssue[], language?: unknown): ConfigError {
  const { length } = issues
  const sentence =
    length === 1
      ? 'The configuration is not valid: one error.'
      : `The configuration is not valid: ${length} errors.`
  return new ConfigError(sentence, issues, { language })
}

function wholeFile(file: string, message: string): ConfigIssue {
  return { file, line: undefined, column: undefined, key: '', message }
}

function plainObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== ''
}

/** Of a key inside a section, or one that is there and is not read, more can be said than that it is missing. */
function isSetAt(raw: Record<string, unknown>, path: Path): boolean {
  return path.length > 1 || isSet(raw[String(path[0])])
}

/** Which file and line, or which variable, a path's value came from. */
function issuePlace(
  file: string,
  document: JsoncDocument | undefined,
  filling: readonly EnvironmentValue[],
): (path: Path) => Pick<ConfigIssue, 'file' | 'line' | 'column'> {
  const nowhere = { line: undefined, column: undefined }
  return (path) => {
    const filled = filling.find(({ outline }) => dotted(outline.path) === dotted(path))
    if (filled !== undefined) return { file: `environment ${filled.variable}`, ...nowhere }
    if (document !== undefined) return { file, ...document.placeOf(path) }
    return { file: `environment ${keyAt(path)?.env ?? ''}`.trim(), ...nowhere }
  }
}

function byPlace(one: ConfigIssue, other: ConfigIssue): number {
  const last = Number.MAX_SAFE_INTEGER
  return (one.line ?? last) - (other.line ?? last) || (one.column ?? last) - (other.column ?? last)
}

/** Makes paths absolute and gives the journal its folder. */
function settle(output: Validated, folder: string): Config {
  const settled = structuredClone(output)
  for (const { path, isPath } of everyKey()) {
    if (isPath !== true) continue
    const [key = '', ...above] = path.toReversed()
    const holder = above.reduceRight<Record<string, unknown>>(
      (parent, part) => plainObject(parent[part]),
      settled,
    )
    const value = holder[key]
    if (typeof value === 'string') holder[key] = resolve(folder, value)
  }
  return {
    ...settled,
    notify: settled.notify.map((entry) => withAbsoluteProgram(entry, folder)),
    billingUrl: withAbsolutePath(settled.billingUrl, (path) => resolve(folder, path)),
    statePath: settled.statePath ?? settled.logPath,
  }
}

/** A key that stands in a file which others on the machine may read. */
function exposure(file: string, inFile: Record<string, unknown>, host: ConfigHost): string[] {
  const mode = host.permissions(file) ?? 0
  if ((mode & 0o044) === 0) return []
  const open = everyKey().find(({ path, isSecret }) => {
    const value = valueAt(inFile, path)
    return isSecret === true && typeof value === 'string' && value !== '' && !isReference(value)
  })
  const told = [valueAt(inFile, ['notify'])].flat().findIndex(holdsSecret)
  const name = open !== undefined ? dotted(open.path) : told < 0 ? undefined : `notify[${told}]`
  if (name === undefined) return []
  const readers = (mode & 0o004) === 0 ? 'its group' : 'everybody on this machine'
  return [
    `${file} holds a key (${name}) and can be read by ${readers}: run "chmod 600 ${file}", or keep the key elsewhere ("file:PATH", "env:NAME", "credential:NAME").`,
  ]
}

/** A variable the operator set in vain, because the file sets its key to something else. */
function shadowed(inFile: Record<string, unknown>, variables: readonly EnvironmentValue[]): string[] {
  return variables
    .filter(({ outline, value }) => {
      const found = valueAt(inFile, outline.path)
      return isSet(found) && !Bun.deepEquals(found, value)
    })
    .map(
      ({ outline, variable }) =>
        `The environment variable ${variable} is not used: the configuration file sets ${dotted(outline.path)} to something else.`,
    )
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, part) => plainObject(parent)[part], value)
}

/** The same with a value at a path; sections that are not there are made. */
function withValue(
  section: Record<string, unknown>,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const inner = section[key]
  // What stands in the place of a section is for the validation to refuse.
  if (rest.length > 0 && inner !== undefined && plainObject(inner) !== inner) return section
  return { ...section, [key]: rest.length === 0 ? value : withValue(plainObject(inner), rest, value) }
}
