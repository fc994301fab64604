/** Why a run can be left alone: the guard, refused and unaccepted records, a journal and logs that may fail. */

import { Database } from 'bun:sqlite'
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import { describeWith } from '../needs.ts'
import { bareEnvironment } from './cli.ts'
import { jsonLines, loggedSummaries, PEOPLE, Site } from './site.ts'

setDefaultTimeout(60_000)

const TOWN = generatePopulation({ size: 100, seed: 21, isHostile: false })
const DAY_MS = 86_400_000

function without(population: Population, count: number): Population {
  return { ...population, subscribers: population.subscribers.slice(count) }
}

function absentIn(site: Site): number {
  return Object.values(site.userside.snapshot().subscribers).filter((one) => one['isInBilling'] === false)
    .length
}

describe('the absence guard', () => {
  test('stops the marking, does everything else, exits 7; --accept-absent marks them once', async () => {
    await using site = await Site.open({ billing: { population: TOWN } })
    await site.run()
    const [, ...rest] = without(TOWN, 29).subscribers
    const [last] = rest
    if (last === undefined) throw new Error('nobody is left')
    const shrunk = {
      ...TOWN,
      subscribers: rest.map((one) => (one === last ? { ...one, balance: '99.99' } : one)),
    }
    site.populate(shrunk)

    expect((await site.run(['plan'])).exitCode).toBe(7)
    const stopped = await site.runJson()
    expect(stopped.exitCode).toBe(7)
    expect(stopped.summary).toMatchObject({
      outcome: 'guard',
      subscribers: { absent: 0, updated: 1 },
      fields: { balance: 1 },
    })
    expect(stopped.summary.problems.map(({ code }) => code)).toContain('absence-guard')
    expect(stopped.stderr).toContain('30 of 100 subscribers (30.0 %)')
    expect(stopped.stderr).toContain('--accept-absent')
    expect(absentIn(site)).toBe(0)
    expect(site.userside.snapshot().subscribers[last.login]?.['balance']).toBe('99.99')
    // Silent or not, whoever reads the mail of cron hears of it.
    const silent = await site.run(['--quiet'])
    expect([silent.exitCode, silent.stdout]).toEqual([7, ''])
    expect(silent.stderr).toContain('--accept-absent')

    const accepted = await site.runJson(['--accept-absent'])
    expect(accepted.exitCode).toBe(0)
    expect(accepted.summary.subscribers.absent).toBe(30)
    expect(absentIn(site)).toBe(30)
    expect((await site.runJson()).summary.userside.writes).toBe(0)

    site.populate(TOWN)
    const back = await site.runJson()
    expect(back.summary.subscribers.returned).toBe(30)
    expect(absentIn(site)).toBe(0)
    expect(site.userside.violations).toEqual([])
  })

  test('marks nobody for an empty list, whatever was allowed', async () => {
    await using site = await Site.open({
      billing: { population: PEOPLE },
      config: { safety: { maxAbsentCount: 1000, maxAbsentPercent: 100 } },
    })
    await site.run()
    site.populate({ ...PEOPLE, subscribers: [] })
    for (const args of [[], ['--accept-absent'], ['--accept-absent', '--full']]) {
      const { exitCode, stderr } = await site.run(args)
      expect(exitCode).toBe(7)
      expect(stderr).toContain('An empty list never marks anybody')
      expect(absentIn(site)).toBe(0)
    }
  })

  test('lets a few go', async () => {
    await using site = await Site.open({ billing: { population: TOWN } })
    await site.run()
    site.populate(without(TOWN, 20))
    const { summary, exitCode } = await site.runJson()
    expect([exitCode, summary.subscribers.absent]).toEqual([0, 20])
  })
})

describe('a record that UserSide refuses', () => {
  test("is alone in being left out, told in UserSide's words, and tried again by the next run", async () => {
    await using site = await Site.open({ billing: { population: TOWN } })
    const [one, two] = TOWN.subscribers
    if (one === undefined || two === undefined) throw new Error('nobody lives here')
    site.userside.refusals.customers.set(one.login, 'Поле "Примітка" заповнене невірно')
    site.userside.refusals.newCustomers.set(two.login, 'A customer needs a better name')
    const first = await site.runJson()
    expect(first.exitCode).toBe(3)
    expect(first.summary).toMatchObject({ outcome: 'partial', subscribers: { failed: 2, created: 99 } })
    const refused = first.summary.problems.find(({ code }) => code === 'refused')
    expect(refused).toMatchObject({ count: 2 })
    expect(refused?.sample.join('\n')).toContain(`${one.login}: Поле "Примітка" заповнене невірно`)
    expect(refused?.sample.join('\n')).toContain(`${two.login}: A customer needs a better name`)
    expect(first.stderr).toContain('Поле "Примітка" заповнене невірно')
    expect(Object.keys(site.userside.snapshot().subscribers)).toHaveLength(99)

    expect((await site.run()).exitCode).toBe(3)
    site.userside.refusals.customers.clear()
    site.userside.refusals.newCustomers.clear()
    const healed = await site.runJson()
    expect([healed.exitCode, healed.summary.subscribers.created]).toEqual([0, 1])
    await using calm = await Site.open({ billing: { population: TOWN } })
    await calm.run()
    expect(site.userside.snapshot()).toEqual(calm.userside.snapshot())
    expect(site.userside.violations).toEqual([])
  })
})

describe('a field that UserSide does not keep', () => {
  test('is reported after two writes and left alone until the billing changes it, or --full asks for it', async () => {
    await using site = await Site.open({
      userside: { ignoresFields: ['comment'] },
      // Every run a full comparison: the one in between takes UserSide at its word.
      config: { safety: { fullEvery: 0 } },
    })
    const [one] = PEOPLE.subscribers
    if (one === undefined) throw new Error('nobody lives here')
    const named = (comment: string): Population => ({
      ...PEOPLE,
      subscribers: PEOPLE.subscribers.map((each) => ({ ...each, comment: each === one ? comment : '' })),
    })
    const writes = async (...args: string[]): Promise<[writes: number, isReported: boolean]> => {
      const { summary } = await site.runJson(args)
      const codes = summary.problems.map(({ code }) => code)
      return [summary.userside.writes, codes.includes('not-accepted')]
    }
    site.populate(named('до під`їзду 2'))
    await site.run()
    expect(await writes()).toEqual([1, false])
    expect(await writes()).toEqual([0, true])
    expect(await writes()).toEqual([0, true])
    site.populate(named('до під`їзду 3'))
    expect(await writes()).toEqual([1, false])
    expect(await writes()).toEqual([1, false])
    expect(await writes()).toEqual([0, true])
    expect((await writes('--full'))[0]).toBe(1)
    expect((await site.run(['plan'])).exitCode).toBe(0)
    expect((await site.run()).exitCode).toBe(0)
  })
})

describe('the journal', () => {
  test('is set aside when it is damaged, begun anew when it is gone, and never stops a run', async () => {
    await using site = await Site.open()
    await site.run()
    const path = join(site.folder, 'log/usm-billing-1.sqlite')
    for (const spoil of [
      () => writeFileSync(path, 'this was a journal once'),
      () => writeFileSync(path, readFileSync(path).subarray(0, 5000)),
      () => {
        const bytes = readFileSync(path)
        writeFileSync(path, bytes.fill(0x5a, 4096, bytes.length))
      },
      () => new Database(path).run('PRAGMA user_version = 99'),
    ]) {
      const asideBefore = aside(site).length
      spoil()
      const { exitCode, stdout, stderr } = await site.run(['--verbose'])
      expect(exitCode, stderr).toBe(0)
      expect(stdout).toContain('set aside as')
      expect(loggedSummaries(site).at(-1)?.problems[0]).toMatchObject({ code: 'journal-set-aside', count: 1 })
      expect(aside(site).length).toBe(asideBefore + 1)
      expect((await site.run(['history'])).stdout).toMatch(/ 1 .* sync +done/)
    }
    await Bun.file(path).delete()
    expect(await site.run(['--quiet'])).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    for (const name of readdirSync(join(site.folder, 'log'))) expect(mode(site, `log/${name}`)).toBe(0o600)
    expect(mode(site, 'log')).toBe(0o700)
  })

  test('tells every run and every change of it, and no password', async () => {
    await using site = await Site.open({ config: { confIsImportPasswordToUsPassword: true } })
    expect((await site.run(['history'])).stdout).toContain('There was no run yet.')
    await site.run()
    const [one, ...others] = PEOPLE.subscribers
    if (one === undefined) throw new Error('nobody lives here')
    site.populate({
      ...PEOPLE,
      subscribers: [{ ...one, balance: '5.55', password: 'another one' }, ...others],
    })
    await site.run()

    const table = (await site.run(['history'])).stdout
    expect(table).toMatch(/run +started +command +how it ended/)
    expect(table).toMatch(/1 .* sync +done .* 12 /)
    const shown = await site.run(['history', 'show', '2'])
    expect(shown.exitCode).toBe(0)
    expect(shown.stdout).toContain('Run 2, sync, ')
    expect(shown.stdout).toMatch(new RegExp(`${one.login} .*balance.*5\\.55`))
    expect(shown.stdout).toMatch(new RegExp(`${one.login} .*password.*\\*\\*\\*`))
    const lines = jsonLines((await site.run(['history', 'show', '2', '--json'])).stdout)
    expect(lines).toContainEqual(
      expect.objectContaining({ type: 'change', run: 2, id: one.login, field: 'balance', to: '5.55' }),
    )
    expect(lines.at(-1)).toMatchObject({ type: 'run', id: 2, outcome: 'ok' })
  })

  test('forgets runs older than journal.keepDays', async () => {
    await using site = await Site.open({ config: { journal: { keepDays: 2 } } })
    await site.run()
    await site.run()
    const old = new Date(Date.now() - 3 * DAY_MS).toISOString()
    const journal = new Database(join(site.folder, 'log/usm-billing-1.sqlite'))
    journal.run('UPDATE runs SET started_at = ? WHERE id = 1', [old])
    journal.close()
    await site.run()
    const runs = jsonLines((await site.run(['history', '--json'])).stdout)
    expect(runs.map((run) => Object(run).id)).toEqual([2, 3])
    expect(site.changesOf(1)).toEqual([])
  })
})

describe('the logs', () => {
  test('are for their owner only, put aside every day and kept log.keepDays days', async () => {
    await using site = await Site.open({ config: { log: { keepDays: 5 } } })
    await site.run()
    const log = join(site.folder, 'log')
    const before = site.read('log/usm-billing.log')
    const yesterday = new Date(Date.now() - DAY_MS)
    const long = new Date(Date.now() - 9 * DAY_MS)
    for (const name of ['usm-billing.log', 'usm-billing.jsonl'])
      utimesSync(join(log, name), yesterday, yesterday)
    for (const name of [
      'usm-billing-2020-01-01.log',
      'usm-billing-2020-01-01.jsonl',
      'usm-billing-2020-01-01.txt',
    ]) {
      site.write(`log/${name}`, 'old\n')
      utimesSync(join(log, name), long, long)
    }
    await site.run()
    const day = localDay(yesterday)
    expect(readdirSync(log).sort()).toEqual(
      [
        'usm-billing-1.lock',
        'usm-billing-1.sqlite',
        `usm-billing-2020-01-01.txt`,
        `usm-billing-${day}.jsonl`,
        `usm-billing-${day}.log`,
        'usm-billing.jsonl',
        'usm-billing.log',
      ].sort(),
    )
    expect(site.read(`log/usm-billing-${day}.log`)).toBe(before)
    for (const name of readdirSync(log)) expect(mode(site, `log/${name}`)).toBe(0o600)
    expect(mode(site, 'log')).toBe(0o700)
  })

  test('are never wiped', async () => {
    await using site = await Site.open()
    await site.run()
    const first = site.read('log/usm-billing.log')
    await site.run()
    expect(site.read('log/usm-billing.log')).toStartWith(first)
    expect(site.read('log/usm-billing.log').length).toBeGreaterThan(first.length)
  })
})

describe('a folder that cannot be written', () => {
  test('is reported, and the run is done all the same', async () => {
    await using site = await Site.open()
    // Not even root may make a folder of a file.
    site.write('file', '')
    site.configure({ logPath: 'file/log', statePath: 'state' })
    const noLog = await site.run()
    expect(noLog.exitCode).toBe(3)
    expect(noLog.stdout).toContain('(log-lost, 1)')
    expect(noLog.stderr).toMatch(/The logs in .*file\/log cannot be written: .*The run goes on\./)

    site.configure({ logPath: 'log', statePath: 'file/state' })
    const noState = await site.run([], { env: inside(site) })
    expect(noState.exitCode).toBe(3)
    expect(noState.stdout).toContain('(journal-lost, 1)')
    expect(noState.stdout).toMatch(/The folder .*file\/state \(statePath\) cannot hold the lock/)
    expect(noState.stdout).toMatch(/journal .* cannot be kept/)
    expect(site.userside.snapshot().duplicates).toEqual([])

    site.configure({ metricsFile: 'file/metrics.prom', reportFile: 'file/report.html', statePath: undefined })
    const noReports = await site.run()
    expect(noReports.exitCode).toBe(0)
    expect(noReports.stdout).toContain('metricsFile could not be written')
    expect(noReports.stdout).toContain('reportFile could not be written')
    for (const path of ['metrics.prom', 'report.html'])
      expect((await site.run(['report', '--out', join(site.folder, 'file', path)])).exitCode).toBe(64)
  })
})

describe('logs that cannot take another byte', () => {
  test('are told of once, and the run is done all the same', async () => {
    await using site = await Site.open()
    await mkdir(join(site.folder, 'log'))
    for (const name of ['usm-billing.log', 'usm-billing.jsonl'])
      await symlink('/dev/full', join(site.folder, 'log', name))
    const { exitCode, stderr } = await site.run(['--quiet'])
    expect(exitCode).toBe(3)
    const sentence = 'The logs in .* cannot be written: ENOSPC.*\\. The run goes on\\.'
    expect(stderr).toMatch(
      new RegExp(`^Error: Left undone, 1 in all: log-lost 1 \\(.*/log\\)\\. ${sentence}\\n$`),
    )
    expect((await site.run(['history'])).stdout).toMatch(/1 .* sync +some records left undone/)
  })
})

/** What a full disk is to one who may mount one. */
describeWith('mount')('a disk that is full', () => {
  test('is reported, and the run is done all the same; once there is room, everything is kept again', async () => {
    await using site = await Site.open({ billing: { population: TOWN } })
    const env = inside(site)
    const disk = join(site.folder, 'disk')
    await mkdir(disk)
    using _ = mountSmall(disk)
    site.configure({ logPath: 'disk', metricsFile: 'disk/metrics.prom', reportFile: 'disk/report.html' })
    const filler = join(disk, 'filler')
    fillUp(filler)
    const full = await site.run([], { env })
    expect(full.exitCode).toBe(3)
    expect(full.stderr + full.stdout).toMatch(/The logs in .*disk cannot be written: .*(ENOSPC|no space)/i)
    expect(full.stderr + full.stdout).toMatch(/journal .* cannot be kept/)
    expect(full.stdout).toContain('metricsFile could not be written')
    expect(Object.keys(site.userside.snapshot().subscribers)).toHaveLength(100)
    expect((await site.runJson([], { env })).summary.userside.writes).toBe(0)

    await Bun.file(filler).delete()
    // Room for a beginning only: what was begun is carried on without it.
    site.populate(generatePopulation({ size: 600, seed: 22 }))
    const halfway = await site.run(['--accept-absent', '--accept-creates', '--accept-changes'], { env })
    expect([0, 3]).toContain(halfway.exitCode)
    expect(Object.keys(site.userside.snapshot().subscribers).length).toBeGreaterThan(600)
    expect(site.userside.snapshot().duplicates).toEqual([])
    expect(site.userside.violations).toEqual([])
    expect((await site.runJson([], { env })).summary.userside.writes).toBe(0)
  })
})

/** Where there is no folder for it, the lock goes where temporary files go: here into one that is removed. */
function inside(site: Site): Record<string, string> {
  return { ...bareEnvironment, TMPDIR: site.folder }
}

function mountSmall(folder: string): Disposable {
  Bun.spawnSync(['mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder])
  return { [Symbol.dispose]: () => void Bun.spawnSync(['umount', '-l', folder]) }
}

function fillUp(path: string): void {
  Bun.spawnSync(['dd', 'if=/dev/zero', `of=${path}`, 'bs=4k'], { stderr: 'ignore' })
}

function aside(site: Site): string[] {
  return readdirSync(join(site.folder, 'log')).filter(
    (name) => /\.damaged-[^.]*$/.test(name) && !/-(wal|shm)$/.test(name),
  )
}

function mode(site: Site, name: string): number {
  return statSync(join(site.folder, name)).mode & 0o777
}

function localDay(time: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${part(time.getMonth() + 1)}-${part(time.getDate())}`
}

describe('a subscriber who is misspelt', () => {
  test('is a wrong command line, and no run that went wrong', async () => {
    await using site = await Site.open({ billing: { population: PEOPLE } })
    await site.run()
    const { exitCode, stdout, stderr } = await site.run(['--id', 'nobody-at-all'])
    expect(exitCode).toBe(64)
    expect(stdout).toContain(
      'Warning: Wrong command line; nothing was done: Neither the billing nor UserSide',
    )
    expect(stdout + stderr).not.toMatch(/unexpected error|\?\./)
    expect((await site.run(['history', '--last', '1'])).stdout).toContain('wrong command line')
    const page = (await site.run(['report'])).stdout
    expect(page).toContain('wrong command line')
    expect(page).not.toContain('unexpected error')
  })
})

describe('five subscribers', () => {
  test('are written to a UserSide with others of whom nothing is touched, and undo last brings the five back', async () => {
    await using site = await Site.open({ billing: { population: TOWN } })
    await site.run()
    const before = site.userside.snapshot()
    site.populate({
      ...TOWN,
      subscribers: TOWN.subscribers.map((one) => ({ ...one, comment: `tried ${one.login}` })),
    })
    const five = TOWN.subscribers.slice(10, 15).map(({ login }) => login)
    site.write('five.txt', `# whom we try it on\n${five.join('\n')}\n`)
    const tried = await site.runJson(['sync', '--id', `@${site.folder}/five.txt`])
    expect([tried.exitCode, tried.summary.subscribers.updated]).toEqual([0, 5])
    const after = site.userside.snapshot()
    for (const [login, one] of Object.entries(after.subscribers))
      if (!five.includes(login)) expect(one).toEqual(before.subscribers[login] ?? {})
    for (const login of five) expect(after.subscribers[login]?.['comment']).toBe(`tried ${login}`)
    expect((await site.run(['undo', 'last', '--yes'])).exitCode).toBe(0)
    expect(site.userside.snapshot()).toEqual(before)
    expect(site.userside.violations).toEqual([])
  })
})
