/** Who asks later: what happened to one subscriber, which runs failed and why, and what can be taken back of it. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { type Operator, POPULATION, startOperator } from './operator.ts'

let operator: Operator
const [first, second, third, ...others] = POPULATION.subscribers
if (first === undefined || second === undefined || third === undefined) throw new Error('nobody lives here')
const petrenko = {
  ...first,
  login: 'petrenko',
  fullName: 'Петренко Олена',
  agreementNumber: 'Д-77/1',
  balance: '12.50',
}
const REFUSAL = 'Поле "Примітка" заповнене невірно <b>\u001b[2J'
const population = (changes: object = {}) => ({
  ...POPULATION,
  subscribers: [{ ...petrenko, ...changes }, second, third, ...others],
})

/** 1 imports; 2 renames petrenko; 3 changes nothing; 4 is refused petrenko and everybody else's comment. */
beforeAll(async () => {
  operator = await startOperator({ population: population() })
  expect((await operator.type('sync')).exitCode).toBe(0)
  operator.billing.setPopulation(population({ fullName: 'Петренко-Коваль Олена' }))
  expect((await operator.type('sync')).exitCode).toBe(0)
  expect((await operator.type('sync')).exitCode).toBe(0)
  const everybody = population({ fullName: 'Олена', comment: 'x' }).subscribers
  const commented = everybody.map((one) => ({ ...one, comment: `new ${one.login}` }))
  operator.billing.setPopulation({ ...POPULATION, subscribers: commented })
  for (const { login } of commented) operator.userside.refusals.customers.set(login, REFUSAL)
  expect((await operator.type('sync')).exitCode).toBe(3)
  operator.userside.refusals.customers.clear()
})

afterAll(async () => {
  operator.expectNoViolation()
  await operator[Symbol.asyncDispose]()
})

const lines = (stdout: string): string[] => stdout.trimEnd().split('\n')

describe('history', () => {
  test('RUN is the same as show, also by the word last', async () => {
    const shown = await operator.type('history show 2')
    expect(shown.stdout).toContain('name · Петренко Олена → Петренко-Коваль Олена')
    expect((await operator.type('history 2')).stdout).toBe(shown.stdout)
    expect((await operator.type('history last')).stdout).toBe((await operator.type('history 4')).stdout)
  })

  test.each([
    ['2 --last 1', '--last'],
    ['last --failed', '--failed'],
    ['--since 2000-01-01 2', '--since'],
  ])('%s is refused: nothing is left to choose', async (options, option) => {
    const { stderr, exitCode } = await operator.type(`history ${options}`)
    expect([stderr.split('\n')[0], exitCode]).toEqual([
      `${option} chooses among the runs, and RUN names one: leave one of them out.`,
      64,
    ])
  })

  test.each([
    ['--last 2', ['3', '4']],
    ['--failed', ['4']],
    ['--failed --last 1', ['4']],
    ['--since 2000-01-01', ['1', '2', '3', '4']],
    ['--since 2999-01-01', []],
  ])('%s lists these runs', async (options, ids) => {
    const { stdout, exitCode } = await operator.type(`history ${options}`)
    const listed = lines(stdout).flatMap((line) => /^ +(\d+) {2}/.exec(line)?.[1] ?? [])
    expect([listed, exitCode]).toEqual([ids, 0])
  })

  test.each(['--last 0', '--last x', '--since yesterday', '--since 2026-02-31', '--since 26-1-1'])(
    '%s is a wrong command line',
    async (options) => {
      const { exitCode, stderr } = await operator.type(`history ${options}`)
      expect(exitCode).toBe(64)
      expect(stderr).toContain(options.split(' ')[0] ?? '')
    },
  )

  test.each(['petrenko', 'Д-77/1'])(
    '--id %s tells what happened to one subscriber in all runs',
    async (name) => {
      const { stdout, exitCode } = await operator.type(`history --id ${name}`)
      const told = lines(stdout)
      expect(told.filter((line) => line.startsWith('Run ')).map((line) => line.split(',')[0])).toEqual([
        'Run 1',
        'Run 2',
        'Run 4',
      ])
      expect(told).toContain('  subscriber petrenko · name · Петренко Олена → Петренко-Коваль Олена')
      expect(stdout).toContain('refused: subscriber petrenko: Поле "Примітка" заповнене невірно <b>[2J')
      expect(stdout).not.toContain(second.login)
      expect(exitCode).toBe(0)
      const one = await operator.type(`history --id ${name} --failed --json`)
      expect(new Set(one.lines.map((line) => line['run']))).toEqual(new Set([4]))
      expect(one.lines.map(({ type }) => type)).toContain('refusal')
    },
  )

  test('--id of somebody nobody knows is a wrong command line, with the nearest', async () => {
    const { stderr, exitCode } = await operator.type('history --id petrenk0')
    expect(stderr).toContain('The journal knows no subscriber "petrenk0"; did you mean "petrenko"?')
    expect(exitCode).toBe(64)
  })

  test("show has UserSide's own words for every refused record", async () => {
    const { stdout } = await operator.type('history show 4')
    const refused = lines(stdout).filter(
      (line) => line.includes('заповнене невірно') && line.startsWith('  '),
    )
    expect(refused).toHaveLength(POPULATION.subscribers.length)
    expect(new Set(refused).size).toBe(POPULATION.subscribers.length)
    expect(stdout).not.toContain('\u001b')
    const json = await operator.type('history show 4 --json')
    const refusals = json.lines.filter(({ type }) => type === 'refusal')
    expect(refusals).toHaveLength(POPULATION.subscribers.length)
    expect(refusals[0]).toMatchObject({ run: 4, entity: 'subscriber', id: 'petrenko' })
    const only = await operator.type('history 4 --id petrenko --json')
    expect(new Set(only.lines.slice(0, -1).map((line) => line['id']))).toEqual(new Set(['petrenko']))
  })
})

describe('undo', () => {
  test('--dry-run tells what would be written back, by name, and writes nothing', async () => {
    const before = { ...operator.userside.counts }
    const { stdout, exitCode } = await operator.type('undo 2 --dry-run')
    expect(stdout).toContain(
      [
        'An undo would:',
        '  change        1 subscriber',
        '  fields        name 1',
        '',
        'Changed: 1',
        '  subscriber petrenko · Петренко-Коваль Олена',
        '    name  Петренко-Коваль Олена → Петренко Олена',
      ].join('\n'),
    )
    expect(exitCode).toBe(2)
    const { writes, bookkeeping } = operator.userside.counts
    expect({ writes, bookkeeping }).toEqual({ writes: before.writes, bookkeeping: before.bookkeeping })
    expect((await operator.type('history --json')).lines).toHaveLength(4)
    const json = await operator.type('undo 2 --dry-run --json')
    expect(json.lines[0]).toMatchObject({ type: 'change', id: 'petrenko', field: 'name' })
  })

  test('--id takes back only what was done to these', async () => {
    const { stderr, exitCode } = await operator.type('undo 1 --id petrenk0 --yes')
    expect([exitCode, stderr.includes('did you mean "petrenko"')]).toEqual([64, true])
    const part = await operator.type('undo 1 --id petrenko --yes')
    expect(part.exitCode).toBe(0)
    const gone = Object.entries(operator.userside.snapshot().subscribers).filter(
      ([, one]) => one['isInBilling'] === false,
    )
    expect(gone.map(([id]) => id)).toEqual(['petrenko'])
  })

  test('last takes back the newest run that changed something, and names it', async () => {
    const asked = await operator.type('undo last')
    expect(asked.exitCode).toBe(64)
    expect(asked.stderr).toMatch(/Nothing was undone: run 5 changed 1 record\./)
    expect((await operator.type('undo last --yes')).exitCode).toBe(0)
    expect(operator.userside.snapshot().subscribers['petrenko']?.['isInBilling']).toBe(true)
  })
})

test('completion offers the runs and the subscribers of the journal, and no word that means anything to a shell', async () => {
  expect(lines((await operator.type('completion runs')).stdout).slice(0, 2)).toEqual(['last', '6'])
  const logins = lines((await operator.type('completion logins')).stdout)
  expect(logins).toContain('petrenko')
  for (const login of logins) expect(login).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}_.@+-]*$/u)
})
