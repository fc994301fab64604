/** Asks what the newest release is: one request, only when an operator typed it, telling nothing but this program's version. */
import * as v from 'valibot'
import { printable } from '../../model/text.ts'
import { VERSION } from '../../version.ts'

/** Bytes that are read of it; a list of all files of a release takes some ten thousand. */
const LIMIT = 1024 * 1024

/** The newest release, with the page that tells of it; or why it could not be told. */
export type NewestRelease =
  | { readonly version: string; readonly page: string | undefined }
  | { readonly problem: string }

/** The answer of GitHub's API for the latest release; whoever publishes elsewhere can write the same. */
const ReleaseSchema = v.object({
  tag_name: v.pipe(v.string(), v.regex(/^v?\d+\.\d+\.\d+[\w.+-]{0,40}$/)),
  html_url: v.optional(v.pipe(v.string(), v.maxLength(500), v.regex(/^https?:\/\/[!-~]+$/))),
})

/** Asks the address; never throws. @param patienceMs milliseconds for the whole answer */
export async function newestRelease(url: string, patienceMs: number): Promise<NewestRelease> {
  if (url === '') return { problem: 'this build was not told where its releases are published' }
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': `usm-billing/${VERSION}` },
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!response.ok) return { problem: `${hostOf(url)} answered HTTP ${response.status}` }
    const answer = v.safeParse(ReleaseSchema, JSON.parse(await limitedText(response)))
    if (!answer.success) return { problem: `${hostOf(url)} answered something that is no release` }
    return { version: answer.output.tag_name.replace(/^v/, ''), page: answer.output.html_url }
  } catch (error) {
    return { problem: reasonOf(error, hostOf(url), patienceMs) }
  }
}

/** @throws RangeError when there is more than {@link LIMIT} */
async function limitedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > LIMIT) throw new RangeError('too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

function reasonOf(error: unknown, host: string, patienceMs: number): string {
  if (error instanceof SyntaxError) return `${host} answered something that is no JSON`
  if (error instanceof RangeError) return `the answer of ${host} is longer than a release`
  if (error instanceof Error && error.name === 'TimeoutError')
    return `${host} did not answer within ${patienceMs / 1000} s`
  if (error instanceof Error && 'code' in error)
    return `${host} could not be reached (${printable(String(error.code))})`
  return `${host} could not be reached`
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'its address'
}
