/** What is packed beside the binary speaks of the program as it is: its options, variables and exit codes. */
import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { readCompanions } from '../../scripts/release/archive.ts'
import { readSource } from '../../scripts/release/source.ts'
import { DECLARATIONS, type Declaration, EVERYWHERE } from '../../src/commands/declarations.ts'
import { MEANINGS } from '../../src/commands/exit.ts'
import { everyKey } from '../../src/config/outline.ts'
import { repository, run } from '../e2e/cli.ts'

const read = (path: string) => Bun.file(join(repository, path)).text()
const variables = everyKey().flatMap(({ env }) => (env === undefined ? [] : [env]))
const declarations: readonly Declaration[] = Object.values(DECLARATIONS)
const options = [EVERYWHERE, ...declarations.map(({ args }) => args)].flatMap((args) =>
  Object.entries(args).flatMap(([name, { type }]) => (type === 'positional' ? [] : [`--${name}`])),
)

describe('the container', () => {
  test("offers exactly the variables of the vendor's service, and they make a valid configuration", async () => {
    const compose = Bun.YAML.parse(await read('packaging/docker/compose.yaml')) as {
      services: { 'usm-billing': { environment: Record<string, string | number> } }
    }
    const { environment } = compose.services['usm-billing']
    expect(Object.keys(environment).sort()).toEqual(variables.toSorted())
    expect(variables).toHaveLength(18)
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
