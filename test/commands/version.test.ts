/** Which build it is, and whether there is a newer one: asked over real HTTP, and only when somebody typed it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import manifest from '../../package.json' with { type: 'json' }
import { versionWith } from '../../src/commands/version.ts'
import { play } from './frame/console.ts'

let server: Bun.Server<undefined>
let answer: () => Response | Promise<Response>
/** Who was asking, of each request. */
let asked: (string | null)[]

beforeAll(() => {
  server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: (request) => {
      asked.push(request.headers.get('user-agent'))
      return answer()
    },
  })
})
beforeEach(() => {
  asked = []
})
afterAll(() => server.stop(true))

const version = (
  argv: readonly string[],
  { releasesUrl = server.url.href, patienceMs = 10_000, env = {} } = {},
) =>
  play(['version', ...argv], {
    env,
    loaders: { version: async () => versionWith({ releasesUrl, patienceMs }) },
  })

const release =
  (tag: unknown, more: object = {}) =>
  () =>
    Response.json({ tag_name: tag, ...more })

describe('version', () => {
  test('prints what --version prints, and asks nobody', async () => {
    answer = release('v9.9.9')
    expect(await version([])).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: '' })
    expect(await play(['-V'])).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: '' })
    const told = JSON.parse((await version(['--json'])).stdout)
    expect(told).toEqual({ type: 'version', exitCode: 0, version: manifest.version, commit: null })
    expect(asked).toEqual([])
  })

  test('is JSON with --json also as an option', async () => {
    const { stdout } = await play(['--version', '--json'])
    expect(stdout).toBe((await version(['--json'])).stdout)
  })

  test('needs no configuration', async () => {
    expect((await version(['--config', '/nonexistent/a.jsonc'])).exitCode).toBe(0)
  })

  test.each([
    [
      'v9.10.0',
      { html_url: 'https://example.com/r/9' },
      'A newer release exists: 9.10.0, https://example.com/r/9',
    ],
    ['9.10.0', {}, 'A newer release exists: 9.10.0'],
    [`v${manifest.version}`, {}, 'This is the newest release.'],
    ['v0.9.0', {}, 'This is newer than the newest release, 0.9.0.'],
  ])('--check of %s tells it in a sentence', async (tag, more, sentence) => {
    answer = release(tag, more)
    expect(await version(['--check'])).toEqual({
      exitCode: 0,
      stdout: `${manifest.version}\n${sentence}\n`,
      stderr: '',
    })
    expect(asked).toEqual([`usm-billing/${manifest.version}`])
  })

  test.each([
    ['uk_UA.UTF-8', 'Є новіший випуск: 9.10.0', 'Не вдалося дізнатися, чи є новіший випуск: '],
    ['ru_UA.UTF-8', 'Есть более новый выпуск: 9.10.0', 'Не удалось узнать, есть ли более новый выпуск: '],
  ])('--check speaks the language of %s', async (language, newer, unknown) => {
    const env = { LANG: language }
    answer = release('v9.10.0')
    expect((await version(['--check'], { env })).stdout).toBe(`${manifest.version}\n${newer}\n`)
    answer = () => new Response('<html>')
    expect((await version(['--check'], { env })).stderr).toStartWith(unknown)
    answer = release('v9.10.0')
    expect(await version(['--check', '--json'], { env })).toEqual(await version(['--check', '--json']))
  })

  test('--check --json tells it to programs', async () => {
    answer = release('v9.10.0', { html_url: 'https://example.com/r/9' })
    expect(JSON.parse((await version(['--check', '--json'])).stdout)).toEqual({
      type: 'version',
      exitCode: 0,
      version: manifest.version,
      commit: null,
      newest: '9.10.0',
      isNewer: true,
      page: 'https://example.com/r/9',
    })
  })

  test.each<[string, () => Response, string]>([
    ['an error', () => new Response('no', { status: 404 }), 'answered HTTP 404'],
    ['a page', () => new Response('<html>'), 'answered something that is no JSON'],
    ['nothing', () => new Response(''), 'answered something that is no JSON'],
    ['null', () => Response.json(null), 'answered something that is no release'],
    ['another object', () => Response.json({ version: '2' }), 'answered something that is no release'],
    ['a hostile name', release('v1.0.0\u001b[2J'), 'answered something that is no release'],
    ['a name that is no version', release('newest'), 'answered something that is no release'],
    [
      'a hostile page',
      release('v9.0.0', { html_url: 'javascript:alert(1)' }),
      'answered something that is no release',
    ],
    ['two megabytes', () => new Response(`"${'a'.repeat(2_000_000)}"`), 'is longer than a release'],
  ])('--check that gets %s says so, and ends with 3', async (_what, reply, reason) => {
    answer = reply
    const { exitCode, stdout, stderr } = await version(['--check'])
    expect(stdout).toBe(`${manifest.version}\n`)
    expect(stderr).toStartWith('Whether there is a newer release could not be told: ')
    expect(stderr).toContain(reason)
    expect(exitCode).toBe(3)
  })

  test.each([
    ['http://127.0.0.1:9/', '127.0.0.1:9 could not be reached'],
    ['', 'this build was not told where its releases are published'],
  ])('--check that cannot ask "%s" says why', async (url, reason) => {
    const { exitCode, stderr } = await version(['--check'], { releasesUrl: url })
    expect(stderr).toContain(reason)
    expect(exitCode).toBe(3)
  })

  test('--check does not wait for an answer that never ends', async () => {
    answer = () => new Response(new ReadableStream({ pull: () => new Promise<void>(() => {}) }))
    const { exitCode, stderr } = await version(['--check'], { patienceMs: 50 })
    expect(stderr).toContain('did not answer within 0.05 s')
    expect(exitCode).toBe(3)
  })
})
