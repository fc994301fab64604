/** What is packed beside the binary speaks of the program as it is: its options, variables and exit codes. */
import { describe, expect, test } from 'bun:test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { executables, readContents } from '../../scripts/release/contents.ts'
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
  test("offers the variables of the vendor's service, a database's password and a language, no others, and they make a valid configuration", async () => {
    const compose = Bun.YAML.parse(await read('packaging/docker/compose.yaml')) as {
      services: { 'usm-billing': { environment: Record<string, string | number> } }
    }
    const { environment } = compose.services['usm-billing']
    expect(Object.keys(environment).sort()).toEqual(variables.toSorted())
    expect(variables).toHaveLength(20)
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
    const page = (await read('docs/usm-billing.1')).replaceAll('Fl Fl ', '--').replace(/^\.\w+ /gm, '')
    const words = Object.keys(DECLARATIONS).flatMap((name) => name.split(' '))
    for (const word of [...words, ...options, ...variables, ...Object.keys(MEANINGS)]) {
      expect(page).toMatch(new RegExp(`(?<![\\w-])${word}(?![\\w-])`))
    }
  })
})

describe('what starts it by itself', () => {
  test.each([
    ['systemd/usm-billing.service', /^ExecStart=(.*)$/m],
    ['systemd/usm-billing@.service', /^ExecStart=(.*)$/m],
    ['cron/usm-billing.cron', /^\*\/10 .*?(\/.*)$/m],
    ['docker/compose.yaml', /run --rm (usm-billing .*)$/m],
    ['freebsd/README.md', /^\*\/10 .*?(\/.*)$/m],
    ['freebsd/usm-billing.cron', /^\*\/10 .*?(\/.*)$/m],
  ])('%s gives options the program knows', async (path, command) => {
    const line = command.exec(await read(join('packaging', path)))?.[1] ?? ''
    expect(line).toContain('usm-billing')
    for (const option of line.match(/--[a-z-]+/g) ?? []) expect(options).toContain(option)
  })
})

describe('the units of systemd', () => {
  const settings = (text: string) => text.split('\n').filter((line) => !/^(?:#.*|)$/.test(line))

  test.each(['service', 'timer'])(
    'for several billings say what the one for a single billing says: %s',
    async (kind) => {
      const one = settings(await read(`packaging/systemd/usm-billing.${kind}`))
      const each = settings(await read(`packaging/systemd/usm-billing@.${kind}`))
      const asOne = (line: string) =>
        line
          .replace('billing %i', 'billing')
          .replace('for the billing every', 'every')
          .replace('--config %i', '--config usm-billing')
      expect(each.map(asOne)).toEqual(one)
      expect(each.join('\n')).toContain('%i')
    },
  )

  test.each(['usm-billing.service', 'usm-billing@.service'])(
    '%s takes out of the environment what makes another program of the binary',
    async (name) => {
      expect(await read(`packaging/systemd/${name}`)).toMatch(
        /^UnsetEnvironment=BUN_BE_BUN BUN_INSPECT BUN_INSPECT_PRELOAD$/m,
      )
    },
  )

  test('start what packages install, with the configuration packages keep', async () => {
    const unit = await read('packaging/systemd/usm-billing.service')
    expect(unit).toContain('\nExecStart=/usr/bin/usm-billing --config usm-billing\n')
    expect(unit).toContain('\nStateDirectory=usm-billing\n')
    expect(unit).toContain('\nLogsDirectory=usm-billing\n')
  })
})

describe('one layout', () => {
  const paths = /(?:\/usr(?:\/local)?|\/etc|\/var|\/opt)\/[\w@./-]*usm-billing[\w@./-]*/g
  const known = [
    /^\/usr\/(?:local\/)?bin\/usm-billing$/,
    /^\/usr(?:\/local)?\/share\/(?:doc|examples)\/usm-billing\b/,
    /^\/usr(?:\/local)?\/share\/(?:man\/man1|bash-completion\/completions|zsh\/[\w-]+|fish\/[\w.]+)\/_?usm-billing\b/,
    /^(?:\/usr\/local)?\/etc\/usm-billing(?:\/|$)/,
    /^\/var\/(?:lib|log)\/usm-billing(?:\/|$)/,
    /^(?:\/usr\/local)?\/etc\/cron\.d\/usm-billing$/,
    /^(?:\/etc|\/usr\/lib)\/systemd\/system\/(?:[\w.]+\/)?usm-billing(?:@[\w]*)?\.(?:service|timer)(?:\.d)?(?:\/|$)/,
    /^\/usr\/local\/etc\/periodic\/daily\/500\.usm-billing$/,
    /^\/usr\/share\/lintian\/overrides\/usm-billing$/,
    // Of others: where a collector of metrics looks.
    /^\/var\/lib\/(?:node_exporter|prometheus)\//,
  ]

  test('stands in everything that is packed and in every page', async () => {
    const strangers: string[] = []
    for (const [path, content] of await readContents(await readSource(), new Map()))
      for (const [place] of Buffer.from(content).toString().matchAll(paths))
        if (!known.some((pattern) => pattern.test(place.replace(/[.:,]$/, ''))))
          strangers.push(`${path}: ${place}`)
    expect(strangers).toEqual([])
  })
})

describe('the README', () => {
  test.each(['README.md', 'README.uk.md', 'README.ru.md'])(
    '%s installs, looks, runs and ends with the cron line of the path that was installed',
    async (page) => {
      const text = await read(page)
      const [, block = ''] = /```sh\n(apt install [^`]*)```/.exec(text) ?? []
      const lines = block.split('\n').map((line) => line.replace(/ *#.*$/, ''))
      expect(lines.filter((line) => line !== '')).toEqual([
        'apt install ./usm-billing_VERSION_amd64.deb',
        ...['usm-billing init', 'usm-billing doctor', 'usm-billing plan', 'usm-billing', 'usm-billing plan'],
        'install -m 0644 /usr/share/doc/usm-billing/packaging/cron/usm-billing.cron /etc/cron.d/usm-billing',
      ])
      const [cron = ''] = /^\*\/10 .*$/m.exec(await read('packaging/cron/usm-billing.cron')) ?? []
      expect(text).toContain(`\`\`\`\n${cron}\n\`\`\`\n`)
      const installed = (await Bun.file(join(import.meta.dir, 'listings/deb.txt')).text()).split('\n')
      for (const path of [
        '/usr/bin/usm-billing',
        '/usr/share/doc/usm-billing/packaging/cron/usm-billing.cron',
      ])
        expect(
          installed.some((line) => line.endsWith(` ${path}`)),
          path,
        ).toBe(true)
      expect(cron).toContain(' /usr/bin/usm-billing ')
    },
  )
})

describe('an archive', () => {
  test('holds, beside the binary, all that is needed to put it to work and to understand it', async () => {
    const contents = await readContents(
      await readSource(),
      new Map([['LICENSES/README.md', Buffer.from('…'.repeat(50))]]),
    )
    const paths = [...contents.keys()]
    expect(paths).toEqual(paths.toSorted())
    expect(paths).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'LICENSE',
        'LICENSES/README.md',
        'README.md',
        'README.ru.md',
        'README.uk.md',
        'completions/_usm-billing',
        'completions/usm-billing.bash',
        'completions/usm-billing.fish',
        'config/example.jsonc',
        'config/usm-billing.schema.json',
        'docs/en/install.md',
        'docs/ru/install.md',
        'docs/uk/install.md',
        'docs/billings/ubilling.md',
        'docs/usm-billing.1',
        'packaging/cron/usm-billing.cron',
        'packaging/docker/Dockerfile',
        'packaging/freebsd/500.usm-billing',
        'packaging/systemd/usm-billing.service',
        'packaging/systemd/usm-billing@.timer',
      ]),
    )
    for (const [path, content] of contents) expect(content.length, path).toBeGreaterThan(50)
    for (const path of executables) expect(paths).toContain(path)
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
    expect(stdout).toContain('called with verify --config usm-billing')
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
