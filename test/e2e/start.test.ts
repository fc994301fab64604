/** How the program starts, wherever and however it is started. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { chmod, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { DECLARATIONS } from '../../src/commands/frame/declarations.ts'
import { bareEnvironment, program, run } from './cli.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usm-billing-start-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('the command line', () => {
  test('--version prints the version and ends well', async () => {
    const { exitCode, stdout } = await run(['--version'])
    expect(stdout).toContain(manifest.version)
    expect(exitCode).toBe(0)
  })

  test('--help names every command', async () => {
    const { exitCode, stdout } = await run(['--help'])
    for (const command of Object.keys(DECLARATIONS))
      expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
    expect(exitCode).toBe(0)
  })

  test.each([
    ['--dry-rum', '--dry-run'],
    ['--cnfig', '--config'],
  ])('a mistyped %s is refused with the nearest known option, and nothing runs', async (mistyped, meant) => {
    const { exitCode, stderr, stdout } = await run([mistyped])
    expect(exitCode).toBe(64)
    expect(stderr).toContain(meant)
    expect(stdout).not.toContain('Start module')
  })

  test('an unknown command is refused with the nearest known one', async () => {
    const { exitCode, stderr } = await run(['plam'])
    expect(exitCode).toBe(64)
    expect(stderr).toContain('plan')
  })
})

describe('where it is started from', () => {
  test('another working folder makes no difference', async () => {
    const [here, there] = await Promise.all([run(['--version']), run(['--version'], { cwd: folder })])
    expect(there).toEqual(here)
  })

  test("cron's bare environment is enough", async () => {
    expect((await run(['--version'], { env: {} })).exitCode).toBe(0)
    expect((await run(['--version'], { env: bareEnvironment })).exitCode).toBe(0)
  })

  test('a symbolic link starts it', async () => {
    const [executable = '', ...rest] = program
    const link = join(folder, 'linked')
    await symlink(executable, link)
    const { exitCode, stdout } = await run(['--version'], { program: [link, ...rest] })
    expect(stdout).toContain(manifest.version)
    expect(exitCode).toBe(0)
  })

  test('a working folder it may not write to is left as it is', async () => {
    const readOnly = await mkdtemp(join(folder, 'read-only-'))
    await chmod(readOnly, 0o500)
    const { exitCode } = await run(['--version'], { cwd: readOnly })
    expect(exitCode).toBe(0)
    expect(await readdir(readOnly)).toEqual([])
  })
})
