/** What cannot work ends at once, in a sentence that says which side it is and what to do, with nothing written. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultKind } from '../../src/sandbox/faults.ts'
import { run } from './cli.ts'
import { jsonLines, loggedSummaries, Site } from './site.ts'

setDefaultTimeout(60_000)

/** Nobody listens there: it is none of those a system gives away, which another test may be given in the next moment. */
const NOBODYS_PORT = 1019

describe('a bad configuration', () => {
  const TEXT = `{
  // what an operator may well get wrong
  "billingUrl": "not an address",
  "billingID": 1,
  "usersideUrl": "http://us.example/",
  "logPath": 5, "confSkipDeleteIp": ["10.0.0.999"],
  "fields": { "balanse": "mirror", "phones": "sometimes" },
  "usersideHttp": { "retries": "many" },
}
`
  const WRONG = [
    ['"billingUrl"', 'billingUrl', ''],
    ['"billingID"', 'billingID', 'billingId'],
    ['"logPath"', 'logPath', ''],
    ['"10.0.0.999"', 'confSkipDeleteIp[0]', ''],
    ['"balanse"', 'fields.balanse', 'balance'],
    ['"phones"', 'fields.phones', ''],
    ['"retries"', 'usersideHttp.retries', ''],
  ] as const

  test('is told whole, each error with file, line and column, and exit 4', async () => {
    await using site = await Site.open()
    const file = site.write('wrong.jsonc', TEXT)
    for (const args of [[], ['plan'], ['doctor'], ['verify'], ['history'], ['--check-config']]) {
      const { exitCode, stdout, stderr } = await run([...args, '--config', file])
      expect(exitCode, args.join(' ')).toBe(4)
      expect(stdout).toBe('')
      const lines = stderr.split('\n')
      for (const [at, key, meant] of WRONG) {
        const before = TEXT.slice(0, TEXT.indexOf(at)).split('\n')
        const place = `${file}:${before.length}:${(before.at(-1) ?? '').length + 1} ${key}: `
        const line = lines.find((one) => one.startsWith(place))
        expect(line, `${place} in ${stderr}`).toBeDefined()
        expect(line).toContain(meant)
      }
      for (const missing of ['billingId', 'usersideApiKey'])
        expect(stderr).toMatch(new RegExp(` ${missing}: is missing`))
      expect(stderr).toContain('The configuration is not valid: 9 errors.')
    }
    expect(existsSync(join(site.folder, 'log'))).toBe(false)
    expect(site.billing.requests).toEqual([])
    expect(site.userside.requests).toEqual([])
  })

  test('is told in the summary too', async () => {
    await using site = await Site.open()
    const { exitCode, stdout } = await run(['--json', '--config', site.write('wrong.jsonc', TEXT)])
    expect(exitCode).toBe(4)
    const [summary] = jsonLines(stdout)
    expect(summary).toMatchObject({ outcome: 'config', exitCode: 4 })
    expect(Object(summary).problems).toHaveLength(9)
  })

  test('that is not there at all is told with where it was looked for', async () => {
    await using site = await Site.open()
    const { exitCode, stderr } = await run(['--config', join(site.folder, 'nowhere.jsonc')])
    expect(exitCode).toBe(4)
    expect(stderr).toContain(join(site.folder, 'nowhere.jsonc'))
  })
})

/** A fault of one side, and what the operator has to be told of it. */
interface Spoiled {
  readonly name: string
  spoil(site: Site): Promise<void>
  readonly says: RegExp
}

const WRONG_KEY = 'UB99999999999999999999999999999999'

const whole = (kind: FaultKind, status?: number) => ({
  kind,
  times: Number.POSITIVE_INFINITY,
  ...(status !== undefined && { status }),
})

const BILLING: readonly Spoiled[] = [
  {
    name: 'a wrong key',
    async spoil(site) {
      site.hide(WRONG_KEY)
      site.configure({ billingUrl: site.billing.url.replace(site.billing.key, WRONG_KEY) })
    },
    says: /refuses the key[\s\S]*billingUrl/,
  },
  {
    name: 'no server at its address',
    async spoil(site) {
      site.configure({ billingUrl: site.billing.url.replace(/:\d+\//, `:${NOBODYS_PORT}/`) })
    },
    says: /nothing listens[\s\S]*billingUrl/,
  },
  {
    name: 'a host that does not exist',
    async spoil(site) {
      site.configure({ billingUrl: site.billing.url.replace(/127.0.0.1:\d+/, 'billing.invalid') })
    },
    says: /name is unknown[\s\S]*billingUrl/,
  },
  {
    name: 'an HTML page instead of JSON',
    async spoil(site) {
      site.billing.faults.add(whole('html'))
    },
    says: /web page[\s\S]*billingUrl/,
  },
  {
    name: 'a server error',
    async spoil(site) {
      site.billing.faults.add(whole('status', 500))
    },
    says: /get_system_information[\s\S]*HTTP 500/,
  },
  {
    name: 'nothing at all in its answers',
    async spoil(site) {
      site.billing.faults.add({ ...whole('empty'), call: 'get_user_list' })
    },
    says: /get_user_list[\s\S]*mysql\.ini[\s\S]* character /,
  },
]

const USERSIDE: readonly Spoiled[] = [
  {
    name: 'a wrong key',
    async spoil(site) {
      site.hide(WRONG_KEY)
      site.configure({ usersideApiKey: WRONG_KEY })
    },
    says: /usersideApiKey.*\$apiKeyArray/,
  },
  {
    name: 'no server at its address',
    async spoil(site) {
      site.configure({ usersideUrl: `http://127.0.0.1:${NOBODYS_PORT}` })
    },
    says: /no connection[\s\S]*usersideUrl/,
  },
  {
    name: 'a host that does not exist',
    async spoil(site) {
      site.configure({ usersideUrl: 'http://userside.invalid' })
    },
    says: /userside\.invalid[\s\S]*usersideUrl/,
  },
  {
    name: 'an HTML page instead of JSON',
    async spoil(site) {
      site.userside.faults.add(whole('html'))
    },
    says: /usersideUrl/,
  },
  {
    name: 'an HTML page instead of its settings',
    async spoil(site) {
      site.userside.faults.add({ ...whole('html'), call: 'usm_billing/get_settings' })
    },
    says: /get_settings[\s\S]*usersideUrl/,
  },
  {
    name: 'a list of subscribers that is cut',
    async spoil(site) {
      site.userside.faults.add({ ...whole('cut'), call: 'module/get_user_list' })
    },
    says: /get_user_list/,
  },
]

describe.each([
  [5, 'The billing', 'billing', BILLING],
  [6, 'UserSide', 'userside', USERSIDE],
] as const)('exit %d: %s', (exitCode, title, outcome, cases) => {
  test.each(cases.map(({ name, ...one }) => [name, one] as const))(
    'has %s: one sentence that names it and says what to do, nothing written',
    async (_, { spoil, says }) => {
      await using site = await Site.open({
        config: { billingHttp: { retries: 1 }, usersideHttp: { retries: 1 } },
      })
      await spoil(site)
      const { summary, ...result } = await site.runJson(['--quiet'])
      expect(result.exitCode).toBe(exitCode)
      expect(summary).toMatchObject({ outcome, exitCode })
      expect(result.stderr).toMatch(says)
      expect(result.stderr).toContain(title === 'UserSide' ? title : 'billing')
      // The sentence, and the switch to flip.
      expect(result.stderr).toMatch(/^Error: [^\n]+\n([A-Z][^\n]+\.\n)?$/)
      expect(site.userside.counts.writes).toBe(0)
      // Whoever said that a run begins says that it ended; a run that could not begin says nothing.
      expect(site.userside.runs.every(({ isStopped }) => isStopped)).toBe(true)
      if (outcome === 'billing') expect(site.userside.runs).toEqual([])
      expect(loggedSummaries(site)).toMatchObject([{ outcome, exitCode, error: expect.any(String) }])

      const plan = await site.run(['plan'])
      expect(plan.exitCode).toBe(exitCode)
      expect(plan.stderr).toMatch(says)
    },
  )
})

describe('a command line that is none', () => {
  test.each([
    [['--dry-rum'], '--dry-run'],
    [['--dryrun'], '--dry-run'],
    [['sync', '--acept-absent'], '--accept-absent'],
    [['plam'], 'plan'],
    [['undo'], 'RUN is missing'],
    [['undo', 'seven', '--yes'], 'seven'],
    [['sync', 'plan'], 'too many'],
    [['plan', '--field', 'balanse'], 'balance'],
    [['--json=yes'], 'takes no value'],
    [['--config'], 'needs a value'],
    [['history', 'show', '1', '2'], 'too many'],
  ])('%j is exit 64 with what may be meant, and never a run', async (args, meant) => {
    await using site = await Site.open()
    const { exitCode, stderr, stdout } = await run(args, { env: { USM_BILLING_CONFIG: site.configFile } })
    expect(exitCode).toBe(64)
    expect(stderr).toContain(meant)
    expect(stdout).toBe('')
    expect(site.billing.requests).toEqual([])
    expect(site.userside.requests).toEqual([])
  })
})
