/** One installation, several accounts: cron has one of its own, root runs it once by hand, a colleague looks. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout } from 'bun:test'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COLLEAGUE, SOMEBODY, testAsRoot } from '../state/accounts.ts'
import { bareEnvironment, repository, run } from './cli.ts'
import { PEOPLE, Site } from './site.ts'

setDefaultTimeout(120_000)

/** The program as a file that every account may start, wherever the project is. */
let folder = ''
let binary = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usm-accounts-'))
  chmodSync(folder, 0o755)
  binary = join(folder, 'usm-billing')
  const given = process.env['USM_BILLING_BINARY']
  if (given !== undefined) copyFileSync(given, binary)
  else {
    const main = join(repository, 'src/main.ts')
    const built = Bun.spawnSync([process.execPath, 'build', '--compile', main, '--outfile', binary])
    expect(built.success).toBe(true)
  }
  chmodSync(binary, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An installation whose folder belongs to the account of cron; its state and logs are in `state`. */
async function openSite(): Promise<Site> {
  const site = await Site.open({ config: { logPath: 'state' } })
  chmodSync(site.folder, 0o755)
  mkdirSync(join(site.folder, 'state'), { mode: 0o750 })
  for (const name of ['', 'state', 'usm-billing.jsonc']) {
    chownSync(join(site.folder, name), SOMEBODY, SOMEBODY)
  }
  return site
}

/** Another configuration of the same installation, for a colleague of the group: his logs are his own. */
function configOfColleague(site: Site): string {
  const home = join(site.folder, 'colleague')
  mkdirSync(home, { recursive: true })
  const config = JSON.parse(site.read('usm-billing.jsonc'))
  const file = site.writeSecret(
    'colleague/usm-billing.jsonc',
    JSON.stringify({ ...config, logPath: 'log', statePath: join(site.folder, 'state') }),
  )
  for (const path of [home, file]) chownSync(path, COLLEAGUE, COLLEAGUE)
  return file
}

/** Runs the program as an account; 0 is root. */
function as(account: number, site: Site, args: readonly string[], config = site.configFile) {
  site.billing.forgetRun()
  const id = String(account)
  // The colleague is in the group of the account of cron.
  const groups = account === COLLEAGUE ? `--groups=${SOMEBODY}` : '--clear-groups'
  const identity = ['setpriv', `--reuid=${id}`, `--regid=${id}`, groups]
  const program = account === 0 ? [binary] : [...identity, binary]
  return run([...args, '--config', config], { program, env: { ...bareEnvironment, TMPDIR: tmpdir() } })
}

/** What can be seen of the journal and the lock. */
function photograph(site: Site): unknown {
  const state = join(site.folder, 'state')
  return readdirSync(state)
    .filter((name) => name.startsWith('usm-billing-'))
    .sort()
    .map((name) => {
      const { uid, mode, mtimeMs } = statSync(join(state, name))
      return { name, uid, mode, mtimeMs, bytes: Bun.hash(readFileSync(join(state, name))) }
    })
}

/** Starts a run that has something to write, and is in the middle of it. */
async function inTheMiddle(site: Site, account: number) {
  const subscribers = PEOPLE.subscribers.map((one) => ({ ...one, comment: `new ${one.login}` }))
  site.populate({ ...PEOPLE, subscribers })
  const letGo = site.userside.faults.hold('customer/group_edit')
  const editing = site.userside.faults.whenCalled('customer/group_edit')
  const ended = as(account, site, [])
  await editing
  return { ended, letGo }
}

function expectNothingDoubled(site: Site): void {
  expect(site.userside.snapshot().duplicates).toEqual([])
  expect(Object.keys(site.userside.snapshot().subscribers)).toHaveLength(12)
  expect(site.userside.violations).toEqual([])
}

describe('a run that root starts by hand', () => {
  testAsRoot(
    'leaves everything to the account of the folder, says so, and cron goes on with it',
    async () => {
      await using site = await openSite()
      site.configure({ metricsFile: 'out.prom', reportFile: 'out.html' })
      chownSync(site.configFile, SOMEBODY, SOMEBODY)
      const byHand = await as(0, site, [])
      expect(byHand.exitCode).toBe(0)
      expect(byHand.stdout).toContain(
        `This runs as root, and ${site.folder}/state belongs to ${SOMEBODY}: what is made there is given to ${SOMEBODY}. Better: sudo -u ${SOMEBODY} usm-billing`,
      )
      for (const args of [
        ['plan'],
        ['verify'],
        ['history'],
        ['report', '--out', join(site.folder, 'kept.html')],
      ])
        expect((await as(0, site, args)).exitCode).toBe(0)
      for (const place of ['', 'state'])
        for (const name of readdirSync(join(site.folder, place)))
          expect([name, statSync(join(site.folder, place, name)).uid]).toEqual([name, SOMEBODY])

      const cron = await as(SOMEBODY, site, ['--json'])
      expect(cron.exitCode).toBe(0)
      expect(JSON.parse(cron.stdout.trim().split('\n').at(-1) ?? '').userside.writes).toBe(0)
      const { stdout } = await as(SOMEBODY, site, ['history'])
      expect(stdout).toMatch(/1 .* sync +done[\s\S]*2 .* sync +done/)
      expect(readdirSync(join(site.folder, 'state')).filter((name) => name.includes('damaged'))).toEqual([])
      expect((await as(SOMEBODY, site, ['undo', '1', '--yes'])).exitCode).toBe(0)
      expect(site.userside.violations).toEqual([])
    },
  )

  testAsRoot.each([
    ['while cron’s is at work', SOMEBODY, 0],
    ['while it is at work, cron’s', 0, SOMEBODY],
  ])('%s ends with 11', async (_, worker, other) => {
    await using site = await openSite()
    const { ended, letGo } = await inTheMiddle(site, worker)
    const second = await as(other, site, [])
    expect(second.exitCode).toBe(11)
    expect(second.stderr).toContain('Another run of this billing is at work: process ')
    letGo()
    expect((await ended).exitCode).toBe(0)
    expectNothingDoubled(site)
  })

  testAsRoot('by a program that gave nothing away: the others refuse, and name the chown', async () => {
    await using site = await openSite()
    await as(0, site, [])
    const state = join(site.folder, 'state')
    for (const name of readdirSync(state)) chownSync(join(state, name), 0, 0)
    const before = photograph(site)
    const refused = await as(SOMEBODY, site, ['--quiet'])
    expect(refused.exitCode).toBe(4)
    expect(refused.stderr).toContain(`${state}/usm-billing-1.lock belongs to root`)
    expect(refused.stderr).toContain(`As root: chown ${SOMEBODY} ${state}/usm-billing-1.*`)
    expect(photograph(site)).toEqual(before)
    expectNothingDoubled(site)

    // What the message says to do is enough.
    const [, command = ''] = /As root: (chown .*)/.exec(refused.stderr) ?? []
    expect(Bun.spawnSync(['sh', '-c', command]).success).toBe(true)
    const logs = Bun.spawnSync(['sh', '-c', `chown ${SOMEBODY} ${state}/*`])
    expect(logs.success).toBe(true)
    expect((await as(SOMEBODY, site, ['--quiet'])).exitCode).toBe(0)
    expectNothingDoubled(site)
  })

  testAsRoot('whose journal and log alone are root’s: they are missed, not put aside', async () => {
    await using site = await openSite()
    await as(SOMEBODY, site, [])
    const state = join(site.folder, 'state')
    for (const name of ['usm-billing-1.sqlite', 'usm-billing.log', 'usm-billing.jsonl'])
      chownSync(join(state, name), 0, 0)
    const before = photograph(site)
    const run = await as(SOMEBODY, site, ['--json'])
    expect(run.exitCode).toBe(3)
    const summary = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '')
    expect(summary.problems.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['journal-lost', 'log-lost']),
    )
    expect(run.stderr).toContain(
      `usm-billing-1.sqlite belongs to root, and this account (${SOMEBODY}) may not`,
    )
    expect(photograph(site)).toEqual(before)
    for (const args of [['history'], ['report'], ['undo', '1', '--yes']]) {
      const told = await as(SOMEBODY, site, args)
      expect([args[0], told.exitCode]).toEqual([args[0], 4])
      expect(told.stderr).toContain('belongs to root')
      expect(told.stderr).toContain(`As root: chown ${SOMEBODY} ${state}/usm-billing-1.sqlite*`)
    }
    expect(photograph(site)).toEqual(before)
    expectNothingDoubled(site)
  })
})

describe('many runs started together', () => {
  testAsRoot('by root and by the account of cron: one works', async () => {
    await using site = await openSite()
    // Until all the others have said what they have to say.
    const letGo = site.userside.faults.hold('tariff/add')
    const codes: number[] = []
    await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const { exitCode } = await as(at % 2 === 0 ? 0 : SOMEBODY, site, ['--quiet'])
        codes.push(exitCode)
        if (codes.length === 19) letGo()
      }),
    )
    expect(codes).toEqual([...Array.from({ length: 19 }, () => 11), 0])
    expect(site.userside.runs).toHaveLength(1)
    expectNothingDoubled(site)
    for (const name of readdirSync(join(site.folder, 'state')))
      expect([name, statSync(join(site.folder, 'state', name)).uid]).toEqual([name, SOMEBODY])
  })
})

describe('a colleague of the account that runs', () => {
  testAsRoot('who may not read the journal is told so, and it stays as it is', async () => {
    await using site = await openSite()
    await as(SOMEBODY, site, [])
    const config = configOfColleague(site)
    const before = photograph(site)
    for (const [args, exitCode] of [
      [['history'], 4],
      [['history', 'show', '1'], 4],
      [['report'], 4],
      [['undo', '1', '--yes'], 4],
      [['plan'], 0],
      [['verify'], 0],
      [['--quiet'], 4],
    ] as const) {
      const told = await as(COLLEAGUE, site, args, config)
      expect([args, told.exitCode]).toEqual([args, exitCode])
      expect(told.stdout + told.stderr).toMatch(
        new RegExp(`belongs to ${SOMEBODY}, and this account \\(${COLLEAGUE}\\) may not read it`),
      )
      expect(told.stdout).not.toContain('There was no run yet')
      expect(photograph(site)).toEqual(before)
    }
    expectNothingDoubled(site)
  })

  testAsRoot('who may read it sees it, and it stays as it is, in the middle of a run too', async () => {
    await using site = await openSite()
    await as(SOMEBODY, site, [])
    const config = configOfColleague(site)
    chmodSync(join(site.folder, 'state/usm-billing-1.sqlite'), 0o640)
    const before = photograph(site)
    for (const [args, says] of [
      [['history'], /1 .* sync +done/],
      [['history', 'show', '1'], /Run 1, sync/],
      [['report'], /<!doctype html>/],
      [['plan'], /agree|Nothing|0 changes|no difference/i],
      [['verify'], /Both sides agree/],
    ] as const) {
      const told = await as(COLLEAGUE, site, args, config)
      expect([args, told.exitCode, told.stderr]).toEqual([args, 0, ''])
      expect(told.stdout).toMatch(says)
      expect(photograph(site)).toEqual(before)
    }

    // A run is at work: it shows as such, and is not disturbed.
    const { ended, letGo } = await inTheMiddle(site, SOMEBODY)
    const during = await as(COLLEAGUE, site, ['history'], config)
    expect([during.exitCode, during.stderr]).toEqual([0, ''])
    expect(during.stdout).toMatch(/1 .* sync +done[\s\S]*2 .* sync /)
    letGo()
    expect((await ended).exitCode).toBe(0)
    expect((await as(SOMEBODY, site, ['history'])).stdout).toMatch(/1 .* sync +done[\s\S]*2 .* sync +done/)
    expectNothingDoubled(site)
  })
})
