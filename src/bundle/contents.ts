/** A bundle as an archive: the answers a file each, their questions in an index, and texts beside them. */
import { callOf, type Exchange } from './exchange.ts'
import { type TarEntry, tarGz } from './tar.ts'
import { readTarGz } from './untar.ts'

export interface Contents {
  readonly exchanges: readonly Exchange[]
  /** Texts by the names of their files. */
  readonly texts: ReadonlyMap<string, string>
}

const INDEX = 'answers/index.json'
/** More than the lists of a million subscribers. */
const MOST_BYTES = 4 * 1024 ** 3 - 1

/** @param at unix time in seconds */
export function packBundle({ exchanges, texts }: Contents, at: number): Uint8Array {
  const entry = (path: string, data: Uint8Array): TarEntry => ({
    path,
    data,
    mode: 0o600,
  })
  const named = exchanges.map((exchange, place) => ({ exchange, file: fileOf(exchange, place) }))
  const index = named.map(({ exchange: { side, question, status, headers }, file }) => ({
    side,
    question,
    status,
    headers,
    file,
  }))
  return tarGz(
    [
      ...Array.from(texts, ([path, text]) => entry(path, Buffer.from(text))),
      entry(INDEX, Buffer.from(`${JSON.stringify(index, undefined, 1)}\n`)),
      ...named.map(({ exchange, file }) => entry(file, exchange.body)),
    ],
    at,
  )
}

/** @throws RangeError for what is no bundle */
export function unpackBundle(packed: Uint8Array): Contents {
  const files = readTarGz(packed, MOST_BYTES)
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
  const index: unknown = readIndex(text(files.get(INDEX)))
  if (!Array.isArray(index)) throw new RangeError('This is no bundle: it has no answers.')
  const exchanges = index.map((each: Exchange & { readonly file: string }): Exchange => {
    const { side, question, status, headers, file } = each
    return { side, question, status, headers, body: files.get(file) ?? new Uint8Array() }
  })
  const texts = Array.from(files).filter(([path]) => !path.startsWith('answers/'))
  return { exchanges, texts: new Map(texts.map(([path, bytes]) => [path, text(bytes)])) }
}

function readIndex(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fileOf({ side, question }: Exchange, place: number): string {
  const call = callOf(question)
    .replace(/[^a-z0-9_]/gi, '-')
    .slice(0, 40)
  return `answers/${side}-${String(place + 1).padStart(3, '0')}-${call}.txt`
}
