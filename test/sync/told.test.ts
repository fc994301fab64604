/** What a run says, as it says it, is told whole in every language; what is kept of it stays English. */
import { beforeAll, describe, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsmError } from '../../src/model/errors.ts'
import { type Logger, SILENT } from '../../src/model/logger.ts'
import { type Problem, type ProblemReport, Problems } from '../../src/model/problem.ts'
import { PROBLEM_CODES } from '../../src/model/problem-codes.ts'
import { problemText } from '../../src/report/summary-text.ts'
import type { Settings } from '../../src/sandbox/userside/run-log.ts'
import type { UsersideOptions } from '../../src/sandbox/userside.ts'
import {
  absenceBrake,
  type Brake,
  changeBrake,
  createBrake,
  houseBrake,
  keyBrake,
  listBrake,
} from '../../src/sync/decide/brakes.ts'
import type { SyncOptions } from '../../src/sync/fields/options.ts'
import { askSettings } from '../../src/sync/read/target.ts'
import { previewUndo, undoContext } from '../../src/sync/undo/plan-undo.ts'
import { type Speaker, speakerOf } from '../../src/text/speaker.ts'
import { fill } from '../../src/text/translation.ts'
import { createUserside } from '../../src/userside/client.ts'
import { FILES, SOURCE } from '../architecture/source-imports.ts'
import { leftInEnglish } from '../text/left-in-english.ts'
import { phrasesIn } from '../text/phrases-in-source.ts'
import type { Answers, Wire } from './plain-billing.ts'
import { KOVAL, only, type SceneWorld } from './scenes.ts'
import { DEFAULT_OPTIONS, policies, SAFETY, startPlainWorld } from './world.ts'

/** Everything the scenes below have said. */
const said = {
  steps: new Set<string>(),
  infos: new Set<string>(),
  errors: new Set<string>(),
  problems: new Map<string, Problem>(),
}

const listener: Logger = {
  ...SILENT,
  step: (title) => void said.steps.add(title),
  info: (text) => void said.infos.add(text),
}

function note(problems: Problems): void {
  for (const problem of problems.list()) said.problems.set(`${problem.code} ${problem.text}`, problem)
}

type Play = (options?: Partial<SyncOptions>) => Promise<void>

/** Plays a scene, listening to each of its runs. */
async function scene(
  answers: Answers,
  userside: UsersideOptions,
  happen: (world: SceneWorld, play: Play) => Promise<void>,
): Promise<void> {
  const world = await startPlainWorld(answers, { now: () => new Date('2026-11-23T10:00:00Z'), ...userside })
  try {
    await happen(world, async (options) => {
      // What has stopped a run is told as well as what it met before.
      const problems = new Problems()
      try {
        await world.run(options, { logger: listener, problems })
      } catch (error) {
        if (!(error instanceof UsmError)) throw error
        said.errors.add(error.hint === undefined ? error.message : `${error.message}\n${error.hint}`)
      }
      note(problems)
    })
  } finally {
    await world.stop()
  }
}

const STEP_BY_STEP: Partial<Settings> = { is_new_house_billing_compare: 0 }

/** So many subscribers, one like the other. */
function crowd(size: number, more: Wire = {}): Wire {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`s${index}`, { ...KOVAL, login: `s${index}`, ...more }]),
  )
}

const at = (house: number, more: Wire = {}): Wire => ({
  address: [{ type: 'connect', house_id: house, ...more }],
})

/** A billing of one city and street, with some houses in it. */
function town(houses: Wire, house = 41): Answers {
  return {
    get_city_list: { 1: { id: 1, name: 'Київ' } },
    get_street_list: { 1: { id: 1, city_id: 1, name: 'Соборна' } },
    get_house_list: houses,
    ...only(at(house)),
  }
}

const house = (id: number, number: string, more: Wire = {}): Wire => ({
  [id]: { id, street_id: 1, number, ...more },
})

/** What is odd in the billing. */
async function oddBilling(): Promise<void> {
  await scene(
    only(
      {
        group: [{ id: 900 }],
        tag: [{ id: 900 }],
        service: { 900: [{ cost: '1' }] },
        state_id: 900,
        tariff: { current: [{ id: 900 }] },
        balance: 'багато: "усе", (усе)',
        password: 'pw1',
        ...at(43, { entrance: 'А' }),
      },
      {
        get_house_list: {
          ...house(41, '12'),
          44: { id: 44, street_id: 900, number: '5' },
          45: { id: 45, street_id: 1, number: '', postcode: '01001' },
        },
        get_tariff_list: { a_b: { id: 'a_b', name: 'A' } },
        get_services_list: undefined,
        get_system_information: { date: '2005-07-01 00:00:12' },
      },
    ),
    { settings: { ...STEP_BY_STEP, is_encode_customer_password: 1 } },
    async ({ billing }, play) => {
      const rule = { groups: ['Немає'], tags: [], tariffs: [], states: [], logins: ['ніхто*'] }
      const options = {
        policies: policies({ password: 'mirror' }),
        exclude: rule,
        alwaysGroup: 'Немає такої, "зовсім"',
      }
      await play(options)
      billing.answers['get_tariff_list'] = { 'a+b': { id: 'a+b', name: 'A' } }
      billing.answers['get_services_list'] = { 4: { id: 4, name: 'TV', cost: '99' } }
      await play(options)
      await play({ only: ['koval'], exclude: { ...rule, logins: ['koval'] } })
      await play({ only: ['kovak'] })
      await play({ only: ['зовсім інший'] })
      billing.answers['get_house_list'] = undefined
      await play()
      billing.faults.add({ kind: 'status', call: 'get_user_group_list', times: Number.POSITIVE_INFINITY })
      await play({ exclude: rule })
    },
  )
}

/** Names several have. */
async function sameNames(): Promise<void> {
  const people = {
    get_user_list: { a: { ...KOVAL }, b: { ...KOVAL }, c: { ...KOVAL, agreement: [{ number: '17' }] } },
  }
  await scene(people, {}, async (_, play) => {
    await play({ only: ['koval'] })
    await play({ only: ['1042'] })
  })
}

/** What UserSide refuses, does not keep, or does not answer. */
async function refusals(): Promise<void> {
  const rich = { additional_data: [{ id: 2, value: 'ББ' }], comment: 'нове' }
  await scene({ get_user_list: crowd(5) }, { additionalFields: ['61'] }, async (world, play) => {
    const { userside, billing } = world
    userside.refusals.newCustomers.set('s1', 'Немає місця: (зовсім), усе')
    await play()
    userside.refusals.newCustomers.clear()
    billing.answers['get_user_list'] = crowd(5, rich)
    await play({ additionalFields: new Map([['2', '99']]) })
    userside.faults.add({ kind: 'status', call: 'customer/group_edit', status: 502, times: 99 })
    billing.answers['get_user_list'] = crowd(5, { comment: 'інше' })
    await play()
    userside.faults.clear()
    userside.faults.add({ kind: 'error-result', call: /tag/, text: 'Заборонено', times: 99 })
    await play()
  })
  await scene(only(at(41)), { ignoresFields: ['comment'] }, async ({ userside, billing }, play) => {
    userside.refusals.houses.add('41')
    await play()
    billing.answers['get_user_list'] = { koval: { ...KOVAL, ...at(41), comment: 'так' } }
    for (let run = 0; run < 3; run += 1) await play({ isFull: false, fullEveryMinutes: 0 })
    userside.minimumRevision.value = 5
    await play({ moduleRevision: 7 })
    await play({ moduleRevision: 0 })
  })
  await scene(only({}), { onDuplicate: 'duplicate' }, async ({ userside }, play) => {
    for (const name of ['one', 'two']) userside.erp.addCustomer('koval', name)
    await play()
  })
}

/** UserSide behaves otherwise than it is known to. */
async function oddUserside(): Promise<void> {
  const rich = { group: [3], tag: [3], service: { 4: [{ cost: '99' }] }, ...at(41) }
  await scene(
    only(rich),
    { settings: STEP_BY_STEP, oddities: { rename: { group: (name) => name.slice(0, 2) } } },
    async ({ userside }, play) => {
      await play()
      await play()
      const lost = { ...userside.oddities }
      userside.oddities.userList = 'empty'
      await play({ isFull: true })
      userside.oddities.userList = 'by-erp-id'
      await play({ isFull: true })
      Object.assign(userside.oddities, lost, { userList: undefined })
    },
  )
  await scene(only(rich), { oddities: { late: { calls: /group_add/ } } }, async (_, play) => play())
  await scene(only(rich), { oddities: { userList: 'empty' } }, async (_, play) => {
    await play()
    await play()
  })
  await scene(
    town({ ...house(41, '1'), ...house(42, '2') }),
    { settings: STEP_BY_STEP, oddities: { areHousesHashedOtherwise: true } },
    async (_, play) => {
      await play()
      await play()
    },
  )
  await scene(
    town(house(41, '1', { postcode: '01001', floor: '9', entrance: '4' })),
    { settings: STEP_BY_STEP, oddities: { refusedCalls: /get_house$/ } },
    async (_, play) => play(),
  )
  await scene(town(house(41, '12 А')), { settings: STEP_BY_STEP }, async ({ billing }, play) => {
    await play()
    billing.answers['get_street_list'] = { 1: { id: 1, city_id: 1, name: 'вул. Cоборна' } }
    Object.assign(billing.answers, { get_house_list: house(43, '12-а'), ...only(at(43)) })
    await play()
  })
  await scene({ get_user_list: crowd(3) }, {}, async ({ userside }, play) => {
    await play()
    const others: Readonly<Record<string, string>> = { s0: 's1', s1: 's9' }
    userside.oddities.rename = { subscriber: (id) => others[id] ?? id }
    await play({ isFull: true })
  })
  await scene(only({}), { oddities: { onLeadCreate: 'refuse' } }, async ({ userside }, play) => {
    userside.erp.addLead('koval', 'Коваль (квартира 7)')
    await play()
  })
}

/** Somebody else gave it, or there is no room. */
async function others(): Promise<void> {
  const lists: readonly [list: string, member: string, entry: Wire][] = [
    ['get_services_list', 'service', { cost: '30' }],
    ['get_user_tags', 'tag', {}],
    ['get_user_group_list', 'group', {}],
  ]
  for (const [list, member, entry] of lists) {
    const given = { [member]: { 1: member === 'service' ? [{ cost: '30' }] : { id: 1 } } }
    const people = (koval: Wire): Answers => ({
      [list]: { 1: { id: 1, name: 'IPTV', ...entry } },
      get_user_list: { koval: { ...KOVAL, ...koval }, lys: { ...KOVAL, login: 'lys' } },
    })
    await scene(people(given), {}, async ({ userside, billing }, play) => {
      await play()
      const held = { service: 'services', tag: 'tags', group: 'groups' } as const
      const kind = held[member as keyof typeof held]
      const erpId = [...userside.erp[kind].keys()][0] as string
      userside.edit('lys', (row) => {
        if (kind === 'services') row.services.set(erpId, { cost: '30', comment: '' })
        else if (kind === 'tags') row.tags.set(erpId, '')
        else row.groups.add(erpId)
      })
      Object.assign(billing.answers, people({ [member]: {} }), {
        [list]: { 2: { id: 2, name: 'Phone', ...entry } },
      })
      await play({ isFull: true })
    })
  }
  await scene({ get_user_list: crowd(160) }, { settings: { row_limit: 155 } }, async ({ userside }, play) => {
    await play()
    userside.settings.row_limit = 150
    await play({ only: ['s1'] })
  })
}

/** Brakes, as the runs put them on. */
async function brakes(): Promise<void> {
  await scene({ get_user_list: crowd(400) }, {}, async ({ billing }, play) => {
    await play()
    billing.answers['get_user_list'] = crowd(300)
    await play()
    billing.answers['get_user_list'] = { ...crowd(400), ...crowd(1) }
    await play()
    billing.answers['get_user_list'] = crowd(400, { full_name: 'Хтось', comment: 'Щось' })
    await play()
    billing.answers['get_user_list'] = crowd(600)
    await play()
    billing.answers['get_user_list'] = {}
    await play()
  })
}

/** Values that change all day, each a step of its own. */
async function hot(): Promise<void> {
  const people = (day: number): Wire =>
    crowd(3, {
      balance: String(day),
      date_activity: `2026-11-${day} 10:00:00`,
      traffic: { month: { up: day, down: 2 * day } },
    })
  await scene({ get_user_list: people(20) }, {}, async ({ billing }, play) => {
    await play()
    billing.answers['get_user_list'] = people(21)
    await play()
  })
}

/** What taking a run back leaves. */
async function undo(): Promise<void> {
  const rich = { group: [3], comment: 'було', ...at(41) }
  await scene(only(rich), {}, async (world, play) => {
    const { billing, userside, journal } = world
    await play()
    const problems = new Problems()
    const report = (problem: ProblemReport): void => problems.report(problem)
    const client = createUserside({
      url: userside.url,
      apiKey: userside.apiKey,
      billingId: 1,
      http: { timeoutSec: 30, retries: 0, concurrency: 1 },
      logger: SILENT,
      report,
      signal: new AbortController().signal,
    })
    const system = await client.system()
    const settings = await askSettings(client, system, { ...system, dialect: '' } as never)
    const context = undoContext(DEFAULT_OPTIONS, settings, system.clock)
    const since = (lot: number) => () =>
      journal.lots
        .slice(lot)
        .flatMap(({ changes, settlement }) => changes.map((one) => ({ ...one, settlement })))
    await previewUndo(client, context, since(0), report)
    const second = journal.lots.length
    const options = { policies: policies({ password: 'mirror' }) }
    billing.answers['get_user_list'] = only({ ...rich, comment: 'стало', password: 'pw2' })['get_user_list']
    await play(options)
    userside.edit('koval', (row) => Object.assign(row, { comment: 'вручну' }))
    await previewUndo(client, context, since(second), report)
    note(problems)
  })
}

beforeAll(async () => {
  for (const play of [oddBilling, sameNames, refusals, oddUserside, others, brakes, hot, undo]) await play()
}, 120_000)

/** What other rooms say inside of these sentences is theirs to prove. */
const own = (text: string): string => text.replace(/UserSide did not answer customer.*/, '«…»')

describe.each(['uk', 'ru'] as const)('in %s', (language) => {
  let speaker: Speaker
  beforeAll(async () => {
    speaker = await speakerOf(language)
  })
  const expectTold = (english: string): void => {
    const told = speaker.retell(own(english))
    for (const [index, line] of told.split('\n').entries()) {
      expect(line).not.toBe(english.split('\n')[index] ?? '')
      expect(line).toMatch(/\p{Script=Cyrillic}/u)
      expect(leftInEnglish(line)).toEqual([])
    }
  }

  test('every problem is told whole', () => {
    for (const { code, text } of said.problems.values()) if (OWN_CODES.has(code)) expectTold(text)
  })

  test('every step, notice and error is told whole', () => {
    expect(said.steps.size).toBe(14)
    expect(said.infos.size).toBeGreaterThan(5)
    expect(said.errors.size).toBe(6)
    for (const text of [...said.steps, ...said.infos, ...said.errors]) expectTold(text)
  })

  test('every reason for a full comparison is told whole', () => {
    const reasons = FILES.filter((file) => file.startsWith('sync/light/'))
      .flatMap((file) => phrasesIn(file, readFileSync(join(SOURCE, file), 'utf8')))
      .map(({ phrase }) => phrase)
      .filter((phrase) => !/^[A-Z].*[.]$/.test(phrase))
    expect(reasons.length).toBeGreaterThan(15)
    for (const reason of [...reasons, '"safety.fullEvery" is 0'])
      expectTold(`Everything is compared: ${fill(reason, ['Коваль "І. К.", 7: (2)', '1200'])}.`)
  })
})

/** Codes that `src/sync/` reports. */
const OWN_CODES = new Set([
  ...FILES.filter((file) => file.startsWith('sync/'))
    .flatMap(
      (file) => readFileSync(join(SOURCE, file), 'utf8').match(/(?<= ')[a-z]+(?:-[a-z]+)*(?=')/g) ?? [],
    )
    .filter((word) => (PROBLEM_CODES as readonly string[]).includes(word)),
  // Made of `undo-` and why.
  'undo-kept',
  'undo-created',
])

test('the scenes meet everything that a run reports', () => {
  const met = new Set(Array.from(said.problems.values(), ({ code }) => code))
  expect([...OWN_CODES].filter((code) => !met.has(code))).toEqual([])
})

test('what was met is kept in English', () => {
  for (const { code, text } of said.problems.values())
    if (OWN_CODES.has(code)) expect(text).not.toMatch(/\p{Script=Cyrillic}/u)
})

/** The problem as the console shows it. */
async function shown(language: 'uk' | 'ru', code: string, text = ''): Promise<string> {
  const problem = said.problems.values().find((one) => one.code === code && one.text.includes(text))
  if (problem === undefined) throw new Error(`${code} was not met`)
  return problemText(problem, await speakerOf(language))
}

test('an example that is a sentence is told too, and what was sent stays as it is', async () => {
  expect(await shown('uk', 'lead-holds-id')).toEndWith('Наприклад: koval (id в UserSide: 101).')
  expect(await shown('ru', 'similar-house')).toMatch(
    /Например: Київ, вул\. Cоборна, 12-а \(id 43 в биллинге\), Соборна 12 А \(id \d+ в UserSide\)\.$/,
  )
  expect(await shown('uk', 'refused')).toBe(
    'Не зроблено (refused, 1): UserSide відхилив записи; решта пройшла, ці спробує наступний запуск. Наприклад: s1: Немає місця: (зовсім), усе.',
  )
  expect(await shown('ru', 'value-unreadable')).toEndWith('Например: balance: koval "багато: "усе", (усе)".')
})

const RULES = {
  safety: SAFETY,
  isAbsenceAccepted: false,
  isCreateAccepted: false,
  isChangeAccepted: false,
}
const KINDS = ['subscribers', 'houses', 'tariffs', 'groups', 'tags', 'services'] as const

describe('the sentences of the brakes', () => {
  const cases: readonly [title: string, brake: Brake | undefined, uk: string, ru: string][] = [
    [
      'many are gone',
      absenceBrake(154, 296, 142, RULES),
      'З білінгу зникло абонентів: 154 з 296 (52,0%), а це більше ніж 20 і більше ніж 10%. Їх не позначено «немає в білінгу», решту зроблено. Якщо їх справді більше немає, запустіть один раз із --accept-absent; межі задає "safety" у конфігурації.',
      'Из биллинга пропало абонентов: 154 из 296 (52,0 %), а это больше чем 20 и больше чем 10 %. Они не отмечены «нет в биллинге», остальное сделано. Если их действительно больше нет, запустите один раз с --accept-absent; пределы задаёт "safety" в конфигурации.',
    ],
    [
      'all are gone',
      absenceBrake(154, 154, 0, RULES),
      'У білінгу немає жодного абонента, а в UserSide їх 154: нікого не позначено «немає в білінгу». Порожній список ніколи нікого не позначає.',
      'В биллинге нет ни одного абонента, а в UserSide их 154: никто не отмечен «нет в биллинге». Пустой список никогда никого не отмечает.',
    ],
    [
      'many of one kind are new',
      createBrake([{ what: 'houses', count: 122, base: 100 }], false, RULES),
      'Нового забагато: 122 будинки до 100 наявних (122,0%), а це більше ніж 50 і більше ніж 20%. Нічого з цього не створено, решту зроблено. Якщо вони справді нові, запустіть один раз із --accept-creates; межі задає "safety" у конфігурації.',
      'Нового слишком много: 122 дома к 100 имеющимся (122,0 %), а это больше чем 50 и больше чем 20 %. Ничего из этого не создано, остальное сделано. Если они действительно новые, запустите один раз с --accept-creates; пределы задаёт "safety" в конфигурации.',
    ],
    [
      'many of every kind are new',
      createBrake(
        KINDS.map((what, index) => ({ what, count: 101 + index, base: 150 })),
        false,
        RULES,
      ),
      'Нового забагато: 101 абонент до 150 наявних (67,3%), 102 будинки до 150 наявних (68,0%), 103 тарифи до 150 наявних (68,7%), 104 групи до 150 наявних (69,3%), 105 міток до 150 наявних (70,0%), 106 послуг до 150 наявних (70,7%), а це більше ніж 50 і більше ніж 20%. Нічого з цього не створено, решту зроблено. Якщо вони справді нові, запустіть один раз із --accept-creates; межі задає "safety" у конфігурації.',
      'Нового слишком много: 101 абонент к 150 имеющимся (67,3 %), 102 дома к 150 имеющимся (68,0 %), 103 тарифа к 150 имеющимся (68,7 %), 104 группы к 150 имеющимся (69,3 %), 105 меток к 150 имеющимся (70,0 %), 106 услуг к 150 имеющимся (70,7 %), а это больше чем 50 и больше чем 20 %. Ничего из этого не создано, остальное сделано. Если они действительно новые, запустите один раз с --accept-creates; пределы задаёт "safety" в конфигурации.',
    ],
    [
      'no house is found',
      houseBrake(12, RULES),
      'На вулицях із білінгу в UserSide є будинки, але серед них не знайдено жодного з потрібних (12): жодного будинку не створено, решту зроблено. Порівняйте, як обидві системи пишуть населені пункти, вулиці й номери. Якщо вони справді нові, запустіть один раз із --accept-creates; межі задає "safety" у конфігурації.',
      'На улицах из биллинга в UserSide есть дома, но среди них не найден ни один из нужных (12): ни один дом не создан, остальное сделано. Сравните, как обе системы пишут населённые пункты, улицы и номера. Если они действительно новые, запустите один раз с --accept-creates; пределы задаёт "safety" в конфигурации.',
    ],
    [
      'one field changes',
      changeBrake([{ field: 'name', count: 450, base: 501 }], RULES),
      'Змін забагато: name — записів 450 з 501 (89,8%), а це більше ніж 100 і більше ніж 30%; це поле лишено так, як є в UserSide, решту зроблено. Якщо білінг має рацію, запустіть один раз із --accept-changes; межі задає "safety" у конфігурації.',
      'Изменений слишком много: name — записей 450 из 501 (89,8 %), а это больше чем 100 и больше чем 30 %; это поле оставлено так, как есть в UserSide, остальное сделано. Если биллинг прав, запустите один раз с --accept-changes; пределы задаёт "safety" в конфигурации.',
    ],
    [
      'several fields change',
      changeBrake(
        (['name', 'email', 'comment'] as const).map((field) => ({ field, count: 450, base: 500 })),
        RULES,
      ),
      'Змін забагато: name — записів 450 з 500 (90,0%), email — записів 450 з 500 (90,0%), comment — записів 450 з 500 (90,0%), а це більше ніж 100 і більше ніж 30%; ці поля лишено так, як є в UserSide, решту зроблено. Якщо білінг має рацію, запустіть один раз із --accept-changes; межі задає "safety" у конфігурації.',
      'Изменений слишком много: name — записей 450 из 500 (90,0 %), email — записей 450 из 500 (90,0 %), comment — записей 450 из 500 (90,0 %), а это больше чем 100 и больше чем 30 %; эти поля оставлены так, как есть в UserSide, остальное сделано. Если биллинг прав, запустите один раз с --accept-changes; пределы задаёт "safety" в конфигурации.',
    ],
    [
      'the list is not believed',
      listBrake({ shown: 20, remembered: 61 }),
      'З відомих абонентів UserSide показує 20 з 61 (32,8%): нікого не створено й нікого не позначено «немає в білінгу», решту зроблено. Якщо він справді їх утратив, запустіть один раз із --accept-creates, а якщо когось треба позначити — ще й з --accept-absent.',
      'Из известных абонентов UserSide показывает 20 из 61 (32,8 %): никто не создан и не отмечен «нет в биллинге», остальное сделано. Если он действительно их потерял, запустите один раз с --accept-creates, а если кого-то нужно отметить — ещё и с --accept-absent.',
    ],
    [
      'the list has other keys',
      keyBrake(60),
      'UserSide дає список абонентів (60) під власними id замість id білінгу: нікого не створено й нікого не позначено «немає в білінгу». Цей випуск не знає параметра is_id_billing_user_id: оновіть UserSide.',
      'UserSide даёт список абонентов (60) под собственными id вместо id биллинга: никто не создан и не отмечен «нет в биллинге». Этот выпуск не знает параметра is_id_billing_user_id: обновите UserSide.',
    ],
  ]
  test.each(cases)('%s', async (_, brake, uk, ru) => {
    const english = brake?.message ?? ''
    const readable = (text: string): string => text.replaceAll('\u00a0', ' ')
    expect(readable((await speakerOf('uk')).retell(english))).toBe(uk)
    expect(readable((await speakerOf('ru')).retell(english))).toBe(ru)
  })
})
