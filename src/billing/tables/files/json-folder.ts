/**
 * A folder of files in the universal API's own shape (`get_user_list.json` …): the universal client reads them, over a
 * `fetch` that answers from the folder (`contracts/databases.md` §4).
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure as HttpFailure } from '../../universal/failure.ts'
import type { Method } from '../../universal/methods.ts'
import { decoded, lookForMark } from './decoded.ts'
import { Failure } from './file-failure.ts'
import { type FileRules, readWatched } from './watched-file.ts'

/** The list without which there is nothing to do: by it such a folder is known. */
export const SUBSCRIBERS_FILE = 'get_user_list.json'

/** What the universal client is told for an address; nothing is ever sent to it. */
export const FOLDER_ADDRESS = 'http://folder.invalid/'

/** Answers the universal client's questions from a folder. A file that is not there is a method it does not have. */
export function folderFetch(folder: string, encoding: string, rules: FileRules): typeof fetch {
  const answer = async (input: Request | string | URL): Promise<Response> => {
    const method = new URL(input instanceof Request ? input.url : input).searchParams.get('request') ?? ''
    const file = `${method as Method}.json`
    // Whether it can be read is another question: a file that cannot is no list, and not one the billing does not have.
    if (!(await namesIn(folder)).includes(file)) return new Response('Unknown Action', { status: 400 })
    return new Response(streamOf(whole(utf8(readWatched(join(folder, file), rules), encoding))))
  }
  return Object.assign(answer, { preconnect() {} })
}

/** @throws HttpFailure when the folder is gone */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    throw new HttpFailure('malformed', `The folder ${folder} cannot be read.`, {
      hint: 'Check billingUrl, and that this account may read the folder.',
      cause,
    })
  }
}

/** The universal client reads UTF-8 only, and takes the mark of an encoding for a remark before the answer. */
async function* utf8(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array, void> {
  const marked = await lookForMark(bytes)
  const isPlain = marked.encoding === undefined && /^(?:auto|utf-?8)$/i.test(encoding)
  if (isPlain) return yield* marked.bytes
  for await (const text of decoded(marked.bytes, encoding)) yield Buffer.from(text)
}

/** Of a server's answer that breaks off the universal client tells what to do there; this is a file. @throws Failure */
async function* whole(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let opening: number | undefined
  let last: number | undefined
  for await (const piece of bytes) {
    opening ??= piece.find(isSign)
    last = piece.findLast(isSign) ?? last
    yield piece
  }
  const closing = CLOSING[String.fromCharCode(opening ?? 0)]?.charCodeAt(0)
  if (closing !== undefined && last !== closing)
    throw new Failure(
      'It is cut: a bracket is still open at its end.',
      'Look at the program that writes the file.',
    )
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

function isSign(byte: number): boolean {
  return byte > 0x20
}

function streamOf(bytes: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next()
        if (done === true) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        throw new HttpFailure('malformed', error.message, { hint: error.hint, cause: error })
      }
    },
    async cancel() {
      await bytes.return()
    },
  })
}
