import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { version } from '../../../package.json'

const MAIN = join(import.meta.dir, '../../../src/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'usm-billing-process-'))

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function start(command: readonly string[], options: { cwd?: string } = {}) {
  const started = Bun.spawn([...command], {
    cwd: options.cwd ?? folder,
    env: { PATH: process.env['PATH'] ?? '' },
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [stdout, stderr, exitCode] = await Promise.all([
    new Response(started.stdout).text(),
    new Response(started.stderr).text(),
    started.exited,
  ])
  return { stdout, stderr, exitCode }
}

const run = (...argv: string[]) => start([process.execPath, MAIN, ...argv])
const shell = (script: string) => start(['bash', '-c', script])

describe('the process', () => {
  test('prints its version', async () => {
    expect(await run('--version')).toEqual({ stdout: `${version}\n`, stderr: '', exitCode: 0 })
  })

  test('exits 64 on a wrong command line and 4 without a configuration', async () => {
    expect((await run('--dry-rum')).exitCode).toBe(64)
    const { exitCode, stderr } = await run()
    expect(stderr).toContain(`${join(folder, 'usm-billing.jsonc')}: there is no such file`)
    expect(exitCode).toBe(4)
  })

  test('does not crash when the reader of its output has gone', async () => {
    const { stdout, stderr } = await shell(
      `set +o pipefail; '${process.execPath}' '${MAIN}' --help | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`,
    )
    expect(stderr).toBe('')
    expect(stdout).toBe('0\n')
  })
})

describe('the compiled program', () => {
  const binary = join(folder, 'real', 'usm-billing')

  test('finds its configuration next to its real path, from anywhere, a folder that is gone too, and through a link', async () => {
    // As it is released: what lies in the folder it is started from is not looked for.
    const alone = ['dotenv', 'bunfig', 'tsconfig', 'package-json'].map(
      (file) => `--no-compile-autoload-${file}`,
    )
    const built = Bun.spawnSync(
      [process.execPath, 'build', '--compile', '--compile-exec-argv=--', ...alone, MAIN, '--outfile', binary],
      { env: { PATH: process.env['PATH'] ?? '' } },
    )
    expect(built.exitCode).toBe(0)
    const config = join(folder, 'real', 'usm-billing.jsonc')
    const required = {
      billingUrl: 'http://b.test',
      billingId: 1,
      usersideUrl: 'http://us.test',
      usersideApiKey: 'k',
    }
    writeFileSync(config, JSON.stringify(required), { mode: 0o600 })
    const link = join(folder, 'link')
    symlinkSync(binary, link)
    for (const program of [binary, link]) {
      const { stdout, exitCode } = await start([program, '--check-config'], { cwd: tmpdir() })
      expect(stdout).toContain(`The configuration is valid: ${config}\n`)
      expect(exitCode).toBe(0)
    }

    const gone = join(folder, 'gone')
    const inGone = (...argv: string[]) =>
      shell(`mkdir '${gone}'; cd '${gone}'; rmdir '${gone}'; exec '${binary}' ${argv.join(' ')}`)
    expect(await inGone('--check-config', '--config', `'${config}'`)).toMatchObject({ exitCode: 0 })
    const { stderr, exitCode } = await inGone('--config', 'a.jsonc')
    expect([stderr.split('\n')[0], exitCode]).toEqual(['The working folder is gone.', 4])
  }, 60_000)
})
