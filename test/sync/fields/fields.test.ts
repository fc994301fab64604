import { afterAll, describe, expect, test } from 'bun:test'
import { FIELD_NAMES, type FieldName, POLICIES, type Policy } from '../../../src/model/policy.ts'
import type { CustomerRow } from '../../../src/sandbox/userside/erp-rows.ts'
import type { SyncOptions } from '../../../src/sync/fields/options.ts'
import { FIELDS } from '../../../src/sync/fields/table.ts'
import type { PlainBilling, Wire } from '../plain-billing.ts'
import { expectSettled, policies, SAFETY, startPlainWorld, type World } from '../world.ts'
import { FIELD_TABLE, type FieldExample } from './field-table.ts'

/** How the billing's value and UserSide's may stand to each other. */
const SITUATIONS = {
  'UserSide empty': { billing: 'value', userside: 'empty' },
  equal: { billing: 'value', userside: 'value' },
  different: { billing: 'value', userside: 'other' },
  'billing empty': { billing: 'empty', userside: 'other' },
  'billing does not export it': { billing: 'missing', userside: 'other' },
} as const
type Situation = keyof typeof SITUATIONS

/** The four policies in one table: what UserSide ends with. The program is not asked. */
const OUTCOME: Readonly<Record<Policy, Readonly<Record<Situation, 'value' | 'other' | 'empty'>>>> = {
  mirror: {
    'UserSide empty': 'value',
    equal: 'value',
    different: 'value',
    'billing empty': 'empty',
    'billing does not export it': 'other',
  },
  update: {
    'UserSide empty': 'value',
    equal: 'value',
    different: 'value',
    'billing empty': 'other',
    'billing does not export it': 'other',
  },
  fill: {
    'UserSide empty': 'value',
    equal: 'value',
    different: 'other',
    'billing empty': 'other',
    'billing does not export it': 'other',
  },
  ignore: {
    'UserSide empty': 'empty',
    equal: 'value',
    different: 'other',
    'billing empty': 'other',
    'billing does not export it': 'other',
  },
}

function outcome(field: FieldExample, policy: Policy, situation: Situation): string {
  const usual = OUTCOME[policy][situation]
  const { emptied } = field
  if (situation !== 'billing empty' || usual !== 'empty' || emptied === undefined)
    return field.userside[usual]
  return emptied === 'kept' ? field.userside.other : emptied.becomes
}

interface Case {
  /** The subscriber's id in the billing. */
  readonly id: string
  readonly name: FieldName
  readonly field: FieldExample
  readonly situation: Situation
}

const EXAMPLES = FIELD_NAMES.map((name) => ({ name, field: FIELD_TABLE[name] }))

/** One subscriber for each field and situation; a flag cannot differ from its only other value, which is empty. */
const CASES: readonly Case[] = EXAMPLES.flatMap(({ name, field }) =>
  (Object.keys(SITUATIONS) as Situation[])
    .filter((situation) => !(field.isFlag && situation === 'different'))
    .map((situation) => {
      const own = `${name}: ${situation}`
      const isChild = field.isOfChild && SITUATIONS[situation].billing === 'value'
      return { id: isChild ? `parent-1_${own}` : own, name, field, situation }
    }),
)

/** The record every case starts from: all fields at their value, one of them not. */
function recordOf(changed: FieldName | undefined, form: 'value' | 'other' | 'empty' | 'missing'): Wire {
  const usual = EXAMPLES.filter(({ name }) => name !== changed).map(({ field }) => field.billing.value)
  const special = changed === undefined ? {} : FIELD_TABLE[changed].billing[form]
  const shared = new Set(Object.keys(changed === undefined ? {} : FIELD_TABLE[changed].billing.value))
  // Fields that come in the same part of a record must not put back what the special one leaves out.
  const others = Object.entries(Object.assign({}, ...usual)).filter(([part]) => !shared.has(part))
  return { ...Object.fromEntries(others), ...special }
}

function optionsFor(policy: Policy): Partial<SyncOptions> {
  return {
    policies: policies(Object.fromEntries(FIELD_NAMES.map((name) => [name, policy]))),
    additionalFields: new Map([['1', '61']]),
    concurrency: 1,
  }
}

const worlds: World<PlainBilling>[] = []
afterAll(() => Promise.all(worlds.map((world) => world.stop())))

/** A UserSide that has met both values of every field, so that houses, tariffs, groups and the like are there. */
async function startSeeded(): Promise<World<PlainBilling>> {
  const others = EXAMPLES.map(({ name }) => [name, recordOf(name, 'other')])
  const world = await startPlainWorld({
    get_user_list: {
      'parent-1': { ...recordOf(undefined, 'value'), account: { seed: recordOf(undefined, 'value') } },
      'parent-2': { ...recordOf(undefined, 'value'), account: Object.fromEntries(others) },
    },
  })
  worlds.push(world)
  await world.run(optionsFor('mirror'))
  expect(world.userside.violations).toEqual([])
  return world
}

function rowOf({ userside }: World<PlainBilling>, id: string): CustomerRow {
  const row = userside.erp.customerOf(id)
  if (row === undefined) throw new Error(`UserSide does not hold ${id}.`)
  return row
}

/** Puts a field of a row into the state another row has it in. */
function copy(field: FieldExample, from: Partial<CustomerRow>, to: CustomerRow): void {
  for (const column of field.columns) Object.assign(to, { [column]: structuredClone(from[column]) })
}

/** A row that holds the value of every field, and `form` of one. */
function addRow(
  world: World<PlainBilling>,
  id: string,
  changed: FieldName,
  form: 'value' | 'other' | 'empty',
): void {
  const { erp } = world.userside
  const blank = erp.addCustomer(`blank of ${id}`, '')
  const row = erp.addCustomer(id, '')
  const seeds = {
    value: rowOf(world, 'parent-1_seed'),
    other: rowOf(world, `parent-2_${changed}`),
    empty: blank,
  }
  for (const { field } of EXAMPLES) copy(field, seeds.value, row)
  copy(FIELD_TABLE[changed], seeds[form], row)
  if (FIELD_TABLE[changed].isOfChild !== true) row.parentId = ''
  // It was only a template; an absent subscriber nobody asks for.
  blank.isInBilling = false
  erp.touch(row)
}

/** Members of the patches that were sent for one row. */
function sentFor({ userside }: World<PlainBilling>, erpId: string): string[] {
  return userside.requests
    .filter(({ call }) => call === 'customer/group_edit')
    .flatMap(({ params }) => Object.keys(JSON.parse(params['data'] ?? '{}')[erpId] ?? {}))
    .filter((member) => member !== 'crc_billing')
}

describe('the field table', () => {
  test('has an example for every field, and a row for every example', () => {
    expect(Object.keys(FIELD_TABLE)).toEqual([...FIELD_NAMES])
    expect(FIELDS.map(({ name }) => name)).toEqual([...FIELD_NAMES])
  })

  test('the first import brings every field, converted', async () => {
    const world = await startSeeded()
    const { erp } = world.userside
    for (const { name, field } of EXAMPLES) {
      const [value, other] = [rowOf(world, 'parent-1_seed'), rowOf(world, `parent-2_${name}`)]
      expect([name, field.held(value, erp)]).toEqual([name, field.userside.value])
      expect([name, field.held(other, erp)]).toEqual([name, field.userside.other])
    }
  })
})

describe.each([...POLICIES])('every field under the policy "%s"', (policy) => {
  const cases = CASES.filter(({ situation }) => situation !== 'billing does not export it')

  test('meets each situation as the policy says, touches nothing else, and is done after one run', async () => {
    const world = await startSeeded()
    const { erp } = world.userside
    const before = new Map<string, string>()
    for (const { id, name, field, situation } of cases) {
      addRow(world, id, name, SITUATIONS[situation].userside)
      before.set(id, field.held(rowOf(world, id), erp))
    }
    const subscribers: Record<string, Wire> = {}
    const children: Record<string, Wire> = { seed: recordOf(undefined, 'value') }
    for (const { id, name, situation } of cases) {
      const child = id.startsWith('parent-1_') ? id.slice('parent-1_'.length) : undefined
      const record = recordOf(name, SITUATIONS[situation].billing)
      if (child === undefined) subscribers[id] = record
      else children[child] = record
    }
    world.billing.answers['get_user_list'] = {
      ...Object(world.billing.answers['get_user_list']),
      'parent-1': { ...recordOf(undefined, 'value'), account: children },
      ...subscribers,
    }
    world.userside.forgetRequests()
    await world.run(optionsFor(policy))

    for (const { id, name, field, situation } of cases) {
      const row = rowOf(world, id)
      const wanted = outcome(field, policy, situation)
      expect([id, field.held(row, erp)]).toEqual([id, wanted])
      const sent = sentFor(world, row.erpId)
      expect([id, sent.length > 0]).toEqual([id, wanted !== before.get(id)])
      expect([id, sent.filter((member) => !field.sends.test(member))]).toEqual([id, []])
      for (const other of EXAMPLES) {
        if (other.name === name || other.field.columns.some((column) => field.columns.includes(column)))
          continue
        if (other.field.isOfChild) continue
        expect([id, other.name, other.field.held(row, erp)]).toEqual([
          id,
          other.name,
          other.field.userside.value,
        ])
      }
    }
    await expectSettled(world, optionsFor(policy))
  })

  test('leaves alone what cannot be read, says so in each run, and lets runs be light', async () => {
    const world = await startSeeded()
    const { erp } = world.userside
    // Passwords, which are always read from the big list, allow no light run.
    const usual = optionsFor(policy)
    const options = { ...usual, policies: { ...policies(usual.policies), password: 'ignore' as const } }
    const odd = EXAMPLES.filter(({ field }) => field.unreadable !== undefined)
    for (const { name } of odd) addRow(world, name, name, 'other')
    const records = odd.map(({ name, field }) => [name, { ...recordOf(name, 'value'), ...field.unreadable }])
    const { get_user_list: people } = world.billing.answers
    world.billing.answers['get_user_list'] = { ...Object(people), ...Object.fromEntries(records) }
    world.userside.forgetRequests()

    for (const way of policy === 'ignore' ? ['full'] : ['full', 'light', 'light']) {
      const { plan, problems } = await world.run(options)
      expect(plan.way.kind).toBe(way === 'full' ? 'full' : 'light')
      for (const { name, field } of odd) {
        const row = rowOf(world, name)
        expect([name, field.held(row, erp)]).toEqual([name, field.userside.other])
        expect([name, sentFor(world, row.erpId).filter((member) => field.sends.test(member))]).toEqual([
          name,
          [],
        ])
      }
      const told = problems.list().find(({ code }) => code === 'value-unreadable')
      if (policy === 'ignore') expect(told).toBeUndefined()
      else {
        // A tariff that is no map is two fields, an address that is none is four.
        expect([told?.count, told?.partial]).toEqual([odd.length + 1 + 3, true])
        expect(told?.sample[0]).toMatch(/^\w+: \w+ ".+"/)
      }
    }
    await expectSettled(world, options)
    const { plan } = await world.run(options)
    expect(plan.comparison.changes).toEqual([])
  })

  test('leaves a field alone that no record of the billing carries, and says so', async () => {
    const world = await startSeeded()
    const { erp } = world.userside
    for (const { name, field } of EXAMPLES) {
      const id = `${name}: billing does not export it`
      addRow(world, id, name, 'other')
      const carrier = recordOf(name, 'missing')
      world.billing.answers['get_user_list'] = { [id]: carrier }
      const { plan, problems } = await world.run({
        ...optionsFor(policy),
        safety: { ...SAFETY, maxAbsentPercent: 0, maxAbsentCount: 0 },
      })
      expect(problems.list().map(({ code }) => code)).not.toContain('refused')
      expect([name, field.held(rowOf(world, id), erp)]).toEqual([name, field.userside.other])
      if (policy !== 'ignore' && name !== 'additionalData') expect(plan.notExported).toContain(name)
    }
    expect(world.userside.violations).toEqual([])
    await expectSettled(world, {
      ...optionsFor(policy),
      safety: { ...SAFETY, maxAbsentPercent: 0, maxAbsentCount: 0 },
    })
  })
})
