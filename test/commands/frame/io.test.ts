import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'usm-io-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const IO = join(import.meta.dir, '../../../src/commands/frame/io.ts')

/** Runs a script that has `io`, in a shell line in which `PROGRAM` stands for it. */
async function inShell(script: string, line: string) {
  const code = `import { processIo } from ${JSON.stringify(IO)}; const io = processIo(); ${script}`
  const shell = Bun.spawn(['bash', '-c', line.replace('PROGRAM', '"$BUN" -e "$CODE"')], {
    env: { PATH: process.env['PATH'] ?? '', BUN: process.execPath, CODE: code, OUT: join(folder, 'out') },
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [stdout, stderr] = await Promise.all([
    new Response(shell.stdout).text(),
    new Response(shell.stderr).text(),
  ])
  return { stdout, stderr }
}

const MANY_LINES = `for (let n = 0; n < 50000; n++) io.stdout.write('line ' + n + '\\n');`

const TELL = `io.stderr.write(String(io.stdout.failure)); process.exit(0)`

describe('an output that cannot be written', () => {
  test.each([
    ['a full disk', 'PROGRAM >/dev/full', /no space left on device/],
    ['a file that may not grow', `trap '' XFSZ; ulimit -f 1; PROGRAM >"$OUT"`, /file too large/i],
    ['a reader that has gone', 'PROGRAM | head -n 1', /^undefined$/],
    ['an output that was closed', 'PROGRAM >&-', /^undefined$/],
    ['a file with room', 'PROGRAM >"$OUT"', /^undefined$/],
    ['nothing at all', 'PROGRAM >/dev/null', /^undefined$/],
  ])('is remembered with its reason: %s', async (_, line, failure) => {
    const { stderr } = await inShell(`${MANY_LINES} ${TELL}`, line)
    expect(stderr).toMatch(failure)
  })
})

describe('the console', () => {
  test('loses nothing of a long output, even when the process ends at once', async () => {
    const { stdout } = await inShell(`${MANY_LINES} process.exit(0)`, 'PROGRAM | wc -l')
    expect(stdout.trim()).toBe('50000')
  })

  test('loses nothing when something else has made the pipe non-blocking', async () => {
    const { stdout } = await inShell(
      `process.stdout.write(''); ${MANY_LINES} process.exit(0)`,
      'PROGRAM | wc -l',
    )
    expect(stdout.trim()).toBe('50000')
  })

  test('goes on when the reader has gone', async () => {
    const { stdout, stderr } = await inShell(
      `${MANY_LINES} io.stderr.write('still here'); process.exit(3)`,
      'PROGRAM | head -n 1; echo "${PIPESTATUS[0]}"',
    )
    expect(stderr).toBe('still here')
    expect(stdout).toBe('line 0\n3\n')
  })

  test('goes on when there is no output at all', async () => {
    const { stderr } = await inShell(`io.stdout.write('x'); io.stderr.write('still here')`, 'PROGRAM >&-')
    expect(stderr).toBe('still here')
  })

  test('is no terminal in a pipe, in a file and in /dev/null', async () => {
    const tell = 'io.stderr.write([io.stdout.isTerminal, io.stdout.columns, io.isInteractive].join())'
    for (const line of ['PROGRAM | cat', 'PROGRAM >/dev/null', 'PROGRAM </dev/null']) {
      expect((await inShell(tell, line)).stderr).toBe('false,80,false')
    }
  })

  test('is a terminal in a terminal', async () => {
    const tell = 'io.stdout.write([io.stdout.isTerminal, io.isInteractive].join())'
    const { stdout } = await inShell(tell, `script -qec 'PROGRAM' /dev/null`)
    expect(stdout).toContain('true,true')
  })
})
