/** What a run says, to whom, and from where it can be started. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program, type RunOptions, run } from './cli.ts'
import { jsonLines, loggedSummaries, PEOPLE, Site } from './site.ts'

setDefaultTimeout(60_000)

const TIME = '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d'
const FRAME = new RegExp(
  `^usm_billing\\n={36}\\n Start module at ${TIME}\\n( .*\\n)+Finish module at ${TIME}\\n={36}\\n$`,
)
const BROKEN = { kind: 'status', status: 404, call: 'get_user_list', times: 99 } as const

describe('the console of a run', () => {
  test("keeps the original's frame, in plain lines, with nothing on stderr", async () => {
    await using site = await Site.open()
    const { stdout, stderr, exitCode } = await site.run()
    expect(stdout).toMatch(FRAME)
    expect(stdout).toContain(' Done (first import).')
    expect(stdout).toContain('Subscribers: 12 created.')
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
  })

  test('tells every request with --verbose', async () => {
    await using site = await Site.open()
    const { stdout } = await site.run(['--verbose'])
    expect(stdout).toMatch(FRAME)
    for (const { method } of site.billing.requests.filter(({ status }) => status === 200))
      expect(stdout).toContain(` The billing answered ${method}: `)
    for (const { call } of site.userside.requests)
      expect(stdout).toContain(` UserSide answered ${call.replace('module/', '')}.`)
    expect((await site.run()).stdout).not.toContain('answered')
  })

  test.each([
    ['--quiet', ['--quiet'], {}],
    ['isSilence', [], { isSilence: true }],
  ])('is silent with %s, save for errors', async (_, args, config) => {
    await using site = await Site.open({ config })
    expect(await site.run(args)).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    site.billing.faults.add(BROKEN)
    const failed = await site.run(args)
    expect(failed.exitCode).toBe(5)
    expect(failed.stdout).toBe('')
    expect(failed.stderr).toMatch(/^Error: .*billing.*get_user_list.*\n/)
    // The logs are told everything all the same.
    expect(site.read('log/usm-billing.log')).toContain('INFO  Done (first import)')
    expect(loggedSummaries(site).map(({ exitCode }) => exitCode)).toEqual([0, 5])
  })
})

describe('a reader of its output that goes away', () => {
  test('does not end a run', async () => {
    await using site = await Site.open()
    const words = [...program, '--verbose', '--config', site.configFile].map((word) => `'${word}'`)
    const script = `{ ${words.join(' ')}; echo "exit $?" >&2; } | head -c 5`
    const { stdout, stderr } = await run([], { program: ['sh', '-c', script] })
    expect(stdout).toBe('usm_b')
    expect(stderr).toBe('exit 0\n')
    expect(Object.keys(site.userside.snapshot().subscribers)).toHaveLength(12)
  })
})

describe('--json', () => {
  const MEMBERS = {
    type: 'summary',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    command: 'sync',
    billingId: expect.any(Number),
    startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    finishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    durationMs: expect.any(Number),
    exitCode: expect.any(Number),
    outcome: expect.any(String),
    firstRun: expect.any(Boolean),
    billing: {
      name: expect.any(String),
      version: expect.any(String),
      dialect: expect.any(String),
      subscribers: expect.any(Number),
      requests: expect.any(Number),
      bytes: expect.any(Number),
    },
    userside: {
      version: expect.any(String),
      reads: expect.any(Number),
      writes: expect.any(Number),
      retries: expect.any(Number),
    },
    tariffs: numbers('created', 'updated', 'retired', 'unchanged'),
    addresses: numbers('matched', 'created', 'failed'),
    subscribers: numbers(
      'seen',
      'created',
      'updated',
      'unchanged',
      'absent',
      'returned',
      'unmanaged',
      'failed',
    ),
    fields: expect.any(Object),
    problems: expect.any(Array),
  }

  test('puts one line on stdout, the summary with every promised member, whatever is said goes to stderr', async () => {
    await using site = await Site.open()
    for (const args of [[], ['--quiet'], ['--verbose']]) {
      const { stdout, stderr } = await site.run([...args, '--json'])
      const values = jsonLines(stdout)
      expect(values).toHaveLength(1)
      expect(values[0]).toMatchObject(MEMBERS)
      expect(Object.keys(Object(values[0])).sort()).toEqual(Object.keys(MEMBERS).sort())
      if (args[0] === '--quiet') expect(stderr).toBe('')
      else expect(stderr).toMatch(FRAME)
    }
    const [first, second] = loggedSummaries(site)
    expect(first).toMatchObject({
      firstRun: true,
      outcome: 'ok',
      billingId: 1,
      billing: { name: 'Ubilling', dialect: 'ubilling', subscribers: 12 },
      subscribers: { seen: 12, created: 12, unchanged: 0 },
    })
    expect(second).toMatchObject({ firstRun: false, subscribers: { created: 0, unchanged: 12 } })
  })

  test.each(['sync', 'plan', 'verify', 'doctor'])(
    'tells of a problem nothing but the promised members (%s)',
    async (command) => {
      await using site = await Site.open()
      await site.run()
      site.populate({ ...PEOPLE, subscribers: [] })
      const invalid = await Site.open()
      await using _ = invalid
      invalid.configure({ billingUrl: 'nowhere' })
      const told = [await site.runJson([command]), await invalid.runJson([command])]
      const problems = told.flatMap(({ summary }) => summary.problems)
      expect(problems).not.toBeEmpty()
      for (const problem of problems)
        expect(Object.keys(problem).sort()).toEqual(['code', 'count', 'sample', 'text'])
    },
  )

  test.each([
    [4, 'config', async (site: Site) => site.configure({ billingUrl: 'nowhere' })],
    [5, 'billing', async (site: Site) => site.billing.faults.add(BROKEN)],
    [
      6,
      'userside',
      async (site: Site) => site.userside.faults.add({ ...BROKEN, call: 'module/get_user_list' }),
    ],
    [
      7,
      'guard',
      async (site: Site) => {
        await site.run()
        site.populate({ ...PEOPLE, subscribers: [] })
      },
    ],
  ])('also when it ends with %d (%s)', async (exitCode, outcome, spoil) => {
    await using site = await Site.open()
    await spoil(site)
    const { summary, ...result } = await site.runJson()
    expect(result.exitCode).toBe(exitCode)
    expect(summary).toMatchObject({ ...MEMBERS, exitCode, outcome })
    expect(result.stderr).not.toBe('')
  })
})

describe('where it is started from', () => {
  test('makes no difference: another folder, a link to the binary, an environment without PATH', async () => {
    await using site = await Site.open()
    const elsewhere = join(site.folder, 'elsewhere')
    mkdirSync(elsewhere)
    const binary = process.env['USM_BILLING_BINARY']
    const ways: RunOptions[] = []
    if (binary === undefined) ways.push({ cwd: site.folder, env: {} })
    else {
      const [copy, link] = [join(site.folder, 'usm-billing'), join(elsewhere, 'linked')]
      copyFileSync(binary, copy)
      site.own(copy)
      symlinkSync(copy, link)
      ways.push({ program: [copy], cwd: '/', env: {} }, { program: [link], cwd: tmpdir(), env: {} })
    }
    for (const way of ways) {
      site.billing.forgetRun()
      const { exitCode, stderr } = await run([], way)
      expect(stderr).toBe('')
      expect(exitCode).toBe(0)
    }
    site.billing.forgetRun()
    const { exitCode } = await run(['--config', '../usm-billing.jsonc'], { cwd: elsewhere, env: {} })
    expect(exitCode).toBe(0)
    expect(loggedSummaries(site).map(({ exitCode }) => exitCode)).toEqual([...ways, 0].map(() => 0))
  })

  test('a configuration named by the environment, or an environment that is all of it, is enough for cron', async () => {
    await using site = await Site.open()
    const named = await run(['--quiet'], { env: { USM_BILLING_CONFIG: site.configFile } })
    expect(named).toEqual({ exitCode: 0, stdout: '', stderr: '' })

    site.billing.forgetRun()
    const cwd = join(site.folder, 'empty')
    mkdirSync(cwd)
    // The binary keeps its logs beside itself when nothing says where.
    const program = programIn(site, cwd)
    const whole = await run(['--quiet'], {
      cwd,
      ...(program === undefined ? {} : { program }),
      env: {
        BILLING_URL: site.billing.url,
        BILLING_ID: '1',
        USERSIDE_API_URL: site.userside.url,
        USERSIDE_API_KEY: site.userside.apiKey,
      },
    })
    expect(whole).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(site.read('empty/log/usm-billing.log')).toContain('nothing was written')
  })
})

/** The binary, copied into a folder without a configuration; from source the working folder is what counts. */
function programIn(site: Site, folder: string): string[] | undefined {
  const binary = process.env['USM_BILLING_BINARY']
  if (binary === undefined) return undefined
  const copy = join(folder, 'usm-billing')
  copyFileSync(binary, copy)
  site.own(copy)
  return [copy]
}

function numbers(...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, expect.any(Number)]))
}
