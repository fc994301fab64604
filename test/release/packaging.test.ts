/** What is packed beside the binary speaks of the program as it is: its options, variables and exit codes. */
import { describe, expect, test } from 'bun:test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCompanions } from '../../scripts/release/archive.ts'
import { readSource } from '../../scripts/release/source.ts'
import { DECLARATIONS, type Declaration, EVERYWHERE } from '../../src/commands/frame/declarations.ts'
import { MEANINGS } from '../../src/commands/frame/exit-codes.ts'
import { everyKey } from '../../src/config/outline.ts'
import { repository, run } from '../e2e/cli.ts'

const read = (path: string) => Bun.file(join(repository, path)).text()
const variables = everyKey().flatMap(({ env }) => (env === undefined ? [] : [env]))
const declarations: readonly Declaration[] = Object.values(DECLARATIONS)
const options = [EVERYWHERE, ...declarations.map(({ args }) => args)].flatMap((args) =>
  Object.entries(args).flatMap(([name, { type }]) => (type === 'positional' ? [] : [`--${name}`])),
)

describe('the container', () => {
  test("offers the variables of the vendor's service and a database's password, no others, and they make a valid configuration", async () => {
    const compose = Bun.YAML.parse(await read('packaging/docker/compose.yaml')) as {
      services: { 'usm-billing': { environment: Record<string, string | number> } }
    }
    const { environment } = compose.services['usm-billing']
    expect(Object.keys(environment).sort()).toEqual(variables.toSorted())
    expect(variables).toHaveLength(19)
    const required: Record<string, string> = {
      BILLING_URL: 'http://127.0.0.1/',
      USERSIDE_API_URL: 'http://127.0.0.1/',
      USERSIDE_API_KEY: 'key',
    }
    const given = Object.entries(environment).map(([name, value]) => [name, required[name] ?? String(value)])
    const { exitCode, stderr } = await run(['--check-config'], { env: Object.fromEntries(given), cwd: '/' })
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
  })
})

describe('the man page', () => {
  test('tells every command, option, variable and exit code', async () => {
    const page = (await read('docs/usm-billing.1')).replace(/^\.\w+ /gm, '').replaceAll('Fl Fl ', '--')
    const words = Object.keys(DECLARATIONS).flatMap((name) => name.split(' '))
    for (const word of [...words, ...options, ...variables, ...Object.keys(MEANINGS)]) {
      expect(page).toMatch(new RegExp(`(?<![\\w-])${word}(?![\\w-])`))
    }
  })
})

describe('what starts it by itself', () => {
  test.each([
    ['systemd/usm-billing.service', /^ExecStart=(.*)$/m],
    ['cron/usm-billing.cron', /^\*\/10 .*?(\/.*)$/m],
    ['docker/compose.yaml', /run --rm (usm-billing .*)$/m],
    ['freebsd/README.md', /^\*\/10 .*?(\/.*)$/m],
  ])('%s gives options the program knows', async (path, command) => {
    const line = command.exec(await read(join('packaging', path)))?.[1] ?? ''
    expect(line).toContain('usm-billing')
    for (const option of line.match(/--[a-z-]+/g) ?? []) expect(options).toContain(option)
  })
})

describe('an archive', () => {
  test('holds, beside the binary, all that is needed to put it to work', async () => {
    const companions = await readCompanions(await readSource())
    expect([...companions.keys()].sort()).toEqual([
      'LICENSE',
      'completions/_usm-billing',
      'completions/usm-billing.bash',
      'completions/usm-billing.fish',
      'cron/usm-billing.cron',
      'freebsd/500.usm-billing',
      'freebsd/README.md',
      'man/usm-billing.1',
      'systemd/usm-billing.service',
      'systemd/usm-billing.timer',
      'usm-billing.example.jsonc',
    ])
    for (const content of companions.values()) expect(content.length).toBeGreaterThan(50)
  })
})

describe('the daily comparison on FreeBSD', () => {
  const script = join(repository, 'packaging/freebsd/500.usm-billing')

  /** Runs the script with a program in the place of ours, and of `su`, which only root may use. */
  async function daily(settings: Readonly<Record<string, string>>, code = 0) {
    await using folder = await temporaryFolder()
    const write = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder.path, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
      return join(folder.path, name)
    }
    await write('su', 'exec sh -c "$4"')
    const program = await write('usm-billing', `echo "called with $*"; exit ${code}`)
    const env = { PATH: `${folder.path}:/usr/bin:/bin`, daily_usm_billing_command: program, ...settings }
    const { exitCode, stdout, stderr } = Bun.spawnSync(['sh', script], { env })
    return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() }
  }

  test.each([
    [0, 0],
    [2, 1],
    [5, 3],
    [6, 3],
  ])('tells periodic(8) what exit code %d of verify means', async (code, expected) => {
    const { exitCode, stdout, stderr } = await daily({ daily_usm_billing_enable: 'YES' }, code)
    expect(exitCode).toBe(expected)
    expect(stdout).toContain('called with verify --config /usr/local/etc/usm-billing.jsonc')
    expect(stderr).toBe('')
  })

  test('does nothing until it is enabled', async () => {
    expect(await daily({})).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })
})

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'usm-billing-packaging-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
