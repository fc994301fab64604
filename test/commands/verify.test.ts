import { describe, expect, test } from 'bun:test'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SILENT } from '../../src/model/logger.ts'
import { FIELD_NAMES } from '../../src/model/policy.ts'
import { evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { openJournal } from '../../src/state/journal.ts'
import { type Line, type Operator, POPULATION, startOperator, type Typed } from './operator.ts'

/** What verify says, having written nothing. */
async function verify(operator: Operator, changes?: Readonly<Record<string, unknown>>): Promise<Typed> {
  const before = operator.userside.counts
  operator.userside.isWriteForbidden = true
  const typed = await operator.type('verify --json', changes)
  operator.userside.isWriteForbidden = false
  const { bookkeeping, writes } = operator.userside.counts
  expect({ bookkeeping, writes }).toEqual({ bookkeeping: before.bookkeeping, writes: before.writes })
  operator.expectNoViolation()
  return typed
}

const ofType = ({ lines }: Typed, type: string): Line[] => lines.filter((line) => line.type === type)
const totals = (typed: Typed, kind: string): Line[] =>
  ofType(typed, 'total').filter((line) => line['kind'] === kind)

async function sync(operator: Operator, changes?: Readonly<Record<string, unknown>>): Promise<void> {
  expect((await operator.type('sync', changes)).exitCode).toBe(0)
}

describe('an empty UserSide', () => {
  test('lacks everybody, and nothing of it is filled', async () => {
    await using operator = await startOperator()
    const typed = await verify(operator)
    expect(typed.exitCode).toBe(2)
    expect(totals(typed, 'subscribers')).toEqual([expect.objectContaining({ billing: 30, userside: 0 })])
    expect(ofType(typed, 'missing')).toEqual([{ type: 'missing', count: 30, sample: expect.any(Array) }])
    for (const line of ofType(typed, 'completeness')) expect(line['userside']).toBe(0)
    expect(typed.lines.at(-1)).toMatchObject({
      type: 'summary',
      command: 'verify',
      exitCode: 2,
      outcome: 'changes',
    })
    expect(await readdir(join(operator.folder, 'log'))).not.toContain('usm-billing-1.sqlite')
  })
})

describe('after a run', () => {
  test.each(['ubilling', 'abills', 'mikbill', 'generic'] as const)(
    'both sides agree in every number (%s)',
    async (dialect) => {
      await using operator = await startOperator({ dialect })
      await sync(operator)
      const typed = await verify(operator)
      for (const total of ofType(typed, 'total'))
        expect(total['userside']).toBe(total['billing'] ?? total['userside'])
      for (const share of ofType(typed, 'completeness'))
        if (share['billing'] !== 0)
          expect([share['field'], share['userside']]).toEqual([share['field'], share['billing']])
      expect(ofType(typed, 'mismatch')).toEqual([])
      expect(ofType(typed, 'verification')).toEqual([
        { type: 'verification', isEqual: true, differing: 0, unmanaged: 0 },
      ])
      expect(typed.exitCode).toBe(0)
      const text = await operator.type('verify')
      // Numbers of subscribers stand under the subscribers, amounts for themselves.
      const titles = text.stdout.match(/^(?:Subscribers(?= )|Sum of|Houses| {2}state| {2}tariff)/gm) ?? []
      expect([...new Set(titles)]).toEqual(['Subscribers', '  state', '  tariff', 'Sum of', 'Houses'])
      expect(text.stdout).toContain('Both sides agree.')
      expect(text.exitCode).toBe(0)
      operator.expectNoViolation()
    },
  )

  test('every field of the field table has its completeness, and the report is given it', async () => {
    await using operator = await startOperator()
    await sync(operator)
    const typed = await verify(operator)
    const fields = ofType(typed, 'completeness').map((line) => line['field'])
    expect(fields).toEqual(FIELD_NAMES.filter((name) => name !== 'password'))
    const { journal } = openJournal({ folder: join(operator.folder, 'log'), billingId: 1, logger: SILENT })
    const kept = JSON.parse(journal.readNote('completeness') ?? '{}').shares
    journal.close()
    expect(kept.map(({ field }: { field: string }) => field)).toEqual(fields)
    expect(kept).toContainEqual({ field: 'login', billing: 1, userside: 1 })
  })

  test('the sums are those of the population', async () => {
    await using operator = await startOperator()
    await sync(operator)
    const typed = await verify(operator)
    const cents = (texts: readonly string[]) =>
      texts.reduce((sum, text) => sum + Math.round(Number(text) * 100), 0)
    const { subscribers } = POPULATION
    expect(totals(typed, 'balance')[0]?.['billing']).toBe(cents(subscribers.map(({ balance }) => balance)))
    expect(totals(typed, 'credit')[0]?.['userside']).toBe(cents(subscribers.map(({ credit }) => credit)))
    const perTariff = totals(typed, 'tariff').map((line) => Number(line['billing']))
    expect(perTariff.reduce((sum, count) => sum + count, 0)).toBe(
      subscribers.reduce((sum, { tariffs }) => sum + new Set(tariffs).size, 0),
    )
    const perState = totals(typed, 'state').map((line) => Number(line['userside']))
    expect(perState.reduce((sum, count) => sum + count, 0)).toBe(30)
  })
})

describe('a difference', () => {
  test('of one balance is one mismatch with its example', async () => {
    await using operator = await startOperator()
    await sync(operator)
    const [first] = POPULATION.subscribers
    const login = first?.login ?? ''
    operator.userside.edit(login, (row) => {
      row.balance = '123456.78'
    })
    const typed = await verify(operator)
    expect(ofType(typed, 'mismatch')).toEqual([
      {
        type: 'mismatch',
        field: 'balance',
        count: 1,
        sample: [{ id: login, from: '123456.78', to: expect.any(String) }],
      },
    ])
    const [balance] = totals(typed, 'balance')
    expect(balance?.['userside']).not.toBe(balance?.['billing'])
    expect(typed.exitCode).toBe(2)
    const text = await operator.type('verify')
    expect(text.stdout).toContain('1 subscriber differ')
    expect(text.stdout).toMatch(/Sum of balances.*≠/)
  })

  test('in a field the policy ignores is none', async () => {
    await using operator = await startOperator()
    await sync(operator)
    operator.userside.edit(POPULATION.subscribers[0]?.login ?? '', (row) => {
      row.comment = 'written by hand'
    })
    expect((await verify(operator)).exitCode).toBe(2)
    const ignoring = await verify(operator, { fields: { comment: 'ignore' } })
    expect(ofType(ignoring, 'mismatch')).toEqual([])
    expect(ignoring.exitCode).toBe(0)
  })

  test('in a password shows none', async () => {
    await using operator = await startOperator()
    const passwords = { confIsImportPasswordToUsPassword: true }
    await sync(operator, passwords)
    operator.userside.edit(POPULATION.subscribers[0]?.login ?? '', (row) => {
      row.password = 'hunter2hunter2'
    })
    const typed = await verify(operator, passwords)
    expect(ofType(typed, 'mismatch')).toEqual([
      expect.objectContaining({
        field: 'password',
        sample: [expect.objectContaining({ from: '***', to: '***' })],
      }),
    ])
    for (const secret of ['hunter2hunter2', POPULATION.subscribers[0]?.password ?? 'none'])
      expect(typed.stdout).not.toContain(secret)
  })

  test('made by a changed population is what a run then removes', async () => {
    await using operator = await startOperator()
    await sync(operator)
    operator.billing.setPopulation(evolve(POPULATION, { seed: 7, changes: 25 }))
    const before = await verify(operator)
    expect(before.exitCode).toBe(2)
    expect(Number(ofType(before, 'verification')[0]?.['differing'])).toBeGreaterThan(5)
    await sync(operator)
    expect((await verify(operator)).exitCode).toBe(0)
  })
})

describe('what no run mends', () => {
  test('an agreement under two ids is told', async () => {
    await using operator = await startOperator()
    await sync(operator)
    const holder = POPULATION.subscribers.find(({ agreementNumber }) => agreementNumber !== '')
    const row = operator.userside.erp.addCustomer('stranger', 'x')
    row.agreementNumber = holder?.agreementNumber ?? ''
    operator.userside.erp.touch(row)
    const typed = await verify(operator)
    expect(ofType(typed, 'duplicate')).toEqual([
      {
        type: 'duplicate',
        field: 'agreementNumber',
        value: holder?.agreementNumber ?? '',
        ids: expect.arrayContaining(['stranger', holder?.login]),
      },
    ])
    expect(ofType(typed, 'absent')).toEqual([{ type: 'absent', count: 1, sample: ['stranger'] }])
    expect(typed.exitCode).toBe(2)
  })

  test('a subscriber UserSide has twice is told by its id', async () => {
    await using operator = await startOperator()
    await sync(operator)
    const login = POPULATION.subscribers[0]?.login ?? ''
    const { erpId } = operator.userside.erp.addCustomer(login, 'the same again')
    const typed = await verify(operator)
    expect(ofType(typed, 'duplicate')).toEqual([
      { type: 'duplicate', field: 'id', value: login, ids: [erpId] },
    ])
    expect(typed.exitCode).toBe(2)
  })

  test('subscribers over the licence are counted', async () => {
    const population = generatePopulation({ size: 155, seed: 2 })
    await using operator = await startOperator({ population }, { settings: { row_limit: 10 } })
    expect((await operator.type('sync')).exitCode).toBe(3)
    const typed = await verify(operator)
    expect(ofType(typed, 'licence')).toEqual([{ type: 'licence', limit: 10, active: 150, over: 5 }])
    expect(ofType(typed, 'missing')).toEqual([expect.objectContaining({ count: 5 })])
    expect(typed.exitCode).toBe(2)
  })

  test('absent ones the guard protects are told all the same', async () => {
    const population = generatePopulation({ size: 60, seed: 2 })
    await using operator = await startOperator({ population })
    await sync(operator)
    operator.billing.setPopulation({ ...population, subscribers: population.subscribers.slice(0, 20) })
    const typed = await verify(operator)
    expect(ofType(typed, 'absent')).toEqual([expect.objectContaining({ count: 40 })])
    expect(typed.exitCode).toBe(2)
  })
})

describe('who is left out', () => {
  test('unmanaged subscribers are in no number, and are counted apart', async () => {
    await using operator = await startOperator()
    await sync(operator)
    const filter = { exclude: { states: ['5'] } }
    const typed = await verify(operator, { filter })
    const working = POPULATION.subscribers.filter(({ state }) => state === 'work').length
    expect(totals(typed, 'subscribers')).toEqual([
      expect.objectContaining({ billing: 30 - working, userside: 30 - working }),
    ])
    expect(ofType(typed, 'verification')).toEqual([
      { type: 'verification', isEqual: true, differing: 0, unmanaged: working },
    ])
    expect(typed.exitCode).toBe(0)
  })
})

describe('a side that cannot be read', () => {
  test('ends with its exit code and a summary', async () => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', text: 'ERROR:API_DISABLED' })
    const billing = await verify(operator)
    expect(billing.exitCode).toBe(5)
    expect(billing.lines.at(-1)).toMatchObject({ type: 'summary', exitCode: 5, outcome: 'billing' })
    operator.userside.faults.add({ kind: 'status', status: 403 })
    expect((await verify(operator)).exitCode).toBe(6)
  })
})

describe('beside a number that differs', () => {
  const sum = (typed: Typed) => totals(typed, 'balance')[0]

  test('verify neither says that both sides agree nor exits 0, and says which field is left and why', async () => {
    await using operator = await startOperator()
    await sync(operator)
    const login = POPULATION.subscribers[3]?.login ?? ''
    operator.userside.edit(login, (row) => {
      row.balance = '123456.78'
    })
    const ignoring = { fields: { balance: 'ignore' } }
    const typed = await verify(operator, ignoring)
    expect(sum(typed)?.['billing']).not.toBe(sum(typed)?.['userside'])
    expect(ofType(typed, 'left')).toEqual([
      { type: 'left', field: 'balance', why: 'ignored', count: 1, sample: [login] },
    ])
    expect(ofType(typed, 'verification')).toEqual([
      { type: 'verification', isEqual: false, differing: 0, unmanaged: 0 },
    ])
    expect(typed.exitCode).toBe(2)
    const { stdout } = await operator.type('verify', ignoring)
    expect(stdout).toMatch(/Sum of balances.*≠/)
    expect(stdout).not.toContain('Both sides agree')
    expect(stdout).toContain('The numbers marked ≠ differ, and no run changes that.')
    expect(stdout).toContain(
      `Left as it is: balance of 1 subscriber differs (${login}): "fields" in the configuration says "ignore".`,
    )
  })

  test.each([
    [
      'state',
      { fields: { state: 'fill' } },
      (row: { stateId: string }) => Object.assign(row, { stateId: '7' }),
      'filled',
    ],
    [
      'credit',
      { fields: { credit: 'fill' } },
      (row: { credit: string }) => Object.assign(row, { credit: '999.00' }),
      'filled',
    ],
  ])('the same where the policy of %s keeps what is set', async (field, policy, edit, why) => {
    await using operator = await startOperator()
    await sync(operator)
    const someone = POPULATION.subscribers.find(({ state, login }) => state === 'work' && login !== '0')
    operator.userside.edit(someone?.login ?? '', (row) => void edit(row))
    const typed = await verify(operator, policy)
    expect(ofType(typed, 'left')).toContainEqual(expect.objectContaining({ field, why, count: 1 }))
    expect(typed.exitCode).toBe(2)
  })

  test('a field nobody totals and the policy ignores is named, and is no difference', async () => {
    await using operator = await startOperator()
    await sync(operator)
    operator.userside.edit(POPULATION.subscribers[3]?.login ?? '', (row) => {
      row.comment = 'written by hand'
    })
    const { stdout, exitCode } = await operator.type('verify', { fields: { comment: 'ignore' } })
    expect(stdout).toContain('Left as it is: comment of 1 subscriber differs')
    expect(stdout).toContain('Both sides agree in everything that is imported.')
    expect(exitCode).toBe(0)
  })
})

describe('--all', () => {
  test('names everybody who is missing or gone', async () => {
    await using operator = await startOperator()
    const few = await operator.type('verify')
    expect(few.stdout).toMatch(/30 subscribers in the billing, but not in UserSide: .*, …/)
    const all = await operator.type('verify --all')
    const line = all.stdout.split('\n').find((text) => text.includes('but not in UserSide:')) ?? ''
    expect(line.split(': ')[1]?.split(', ')).toHaveLength(30)
    expect(line).not.toContain('…')
  })
})

describe('held twice', () => {
  test('an id by two records, of which one hides the other, and by a lead', async () => {
    await using operator = await startOperator()
    await sync(operator)
    const [one, two] = [POPULATION.subscribers[3]?.login ?? '', POPULATION.subscribers[4]?.login ?? '']
    const lead = operator.userside.erp.addLead('', 'A lead')
    Object.assign(lead, { billingId: one })
    const card = operator.userside.erp.addCustomer('', 'A second card')
    Object.assign(card, { billingId: two })
    const found = ofType(await verify(operator), 'duplicate')
    const erpIdOf = (login: string): string => operator.userside.erp.customerOf(login)?.erpId ?? ''
    const ofId = (value: string) => found.find((line) => line['field'] === 'id' && line['value'] === value)
    expect(ofId(one)).toMatchObject({ ids: [erpIdOf(one)], leads: [lead.erpId] })
    expect([ofId(two)?.['ids'], ofId(two)?.['leads']].flat()).toContain(card.erpId)
    const { stdout, exitCode } = await operator.type('verify')
    expect(stdout).toContain(`Twice in UserSide: id ${one}, under ${erpIdOf(one)}, lead ${lead.erpId}`)
    expect(stdout).not.toContain('Both sides agree')
    expect(exitCode).toBe(2)
  })

  test('an agreement by a lead and a subscriber; leads without one are nobody', async () => {
    await using operator = await startOperator()
    await sync(operator)
    const { agreementNumber = '', login = '' } =
      POPULATION.subscribers.find((one) => one.agreementNumber !== '') ?? {}
    const leads = ['A', 'B', 'C'].map((name) => operator.userside.erp.addLead('', name))
    expect((await verify(operator)).exitCode).toBe(0)
    const [lead] = leads
    Object.assign(lead ?? {}, { agreementNumber })
    const typed = await verify(operator)
    expect(ofType(typed, 'duplicate')).toContainEqual({
      type: 'duplicate',
      field: 'agreementNumber',
      value: agreementNumber,
      ids: [login],
      leads: [lead?.erpId],
    })
    expect(typed.exitCode).toBe(2)
  })

  test('is not looked for where UserSide does not give its own ids, which is said', async () => {
    await using operator = await startOperator()
    await sync(operator)
    operator.userside.faults.add({
      kind: 'status',
      call: 'module/get_user_list',
      nth: 2,
      status: 500,
      times: Number.POSITIVE_INFINITY,
    })
    const { stdout, exitCode } = await operator.type('verify')
    expect(stdout).toContain('Warning (duplicates-unknown, 1)')
    expect(exitCode).toBe(0)
  })
})
