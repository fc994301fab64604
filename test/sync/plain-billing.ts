/**
 * A billing whose answers a test writes down itself, record by record: for what no generated population says, such as
 * a field that is missing, empty, or odd. Real HTTP on loopback, like the sandbox's.
 */
import { Faults } from '../../src/sandbox/faults.ts'
import { type Exchange, listen } from '../../src/sandbox/loopback.ts'
import { type Reply, textReply } from '../../src/sandbox/reply.ts'

/** A record as it goes over the wire. */
export type Wire = Readonly<Record<string, unknown>>

/** Bodies by method, before they are printed; a method that is not there, or `undefined`, is unknown to this billing. */
export type Answers = Record<string, unknown>

export interface PlainBilling {
  readonly url: string
  /** Live: change them between runs. */
  readonly answers: Answers
  readonly faults: Faults
  /** What the server's clock says. */
  readonly clock: { now: Date }
  /** Methods asked for, in order. */
  readonly asked: string[]
  stop(): Promise<void>
}

/** The billing's clock; two hours ahead of UTC. */
const BILLING_NOW = '2026-11-23 12:00:00'

/** Lists of a small billing. Subscribers refer to these ids. */
const DIRECTORIES: Answers = {
  get_system_information: { date: BILLING_NOW, os: 'Linux', billing: { name: 'HomeBilling', version: '3' } },
  get_tariff_list: {
    10: {
      id: 10,
      name: 'Базовий-50',
      payment: '150',
      payment_interval: 30,
      speed: { up: 51_200, down: 102_400 },
      traffic: -1,
      service_type: 0,
    },
    11: {
      id: 11,
      name: 'Turbo 100',
      payment: '220.5',
      payment_interval: 30,
      speed: { up: 1024, down: 2048 },
      traffic: 500,
      service_type: 0,
    },
  },
  get_services_list: { 4: { id: 4, name: 'TV', cost: '99' }, 5: { id: 5, name: 'Антивірус', cost: '25.5' } },
  get_user_state_list: {
    5: { id: 5, name: 'Активний', functional: 'work' },
    1: { id: 1, name: 'Борг', functional: 'nomoney' },
    2: { id: 2, name: 'Пауза', functional: 'pause' },
    77: { id: 77, name: 'Інше', functional: 'other' },
    1234567: { id: 1234567, name: 'Довге', functional: '' },
  },
  get_user_group_list: { 3: { id: 3, name: 'VIP' }, 6: { id: 6, name: "A+B / об'єднані" } },
  get_user_tags: { 3: { id: 3, name: 'Боржник' }, 8: { id: 8, name: 'Оптика' } },
  get_user_additional_data_type_list: { 1: { id: 1, name: 'Паспорт' }, 2: { id: 2, name: 'Порт' } },
  get_city_list: { 1: { id: 1, name: 'Київ' }, 2: { id: 2, name: 'Біла Церква' } },
  get_street_list: {
    1: { id: 1, city_id: 1, name: 'Соборна', full_name: 'вул. Соборна' },
    2: { id: 2, city_id: 2, name: 'Київська', full_name: 'вул. Київська' },
  },
  get_house_list: {
    41: { id: 41, street_id: 1, number: '12', block: 'А' },
    42: { id: 42, street_id: 2, number: '7' },
  },
}

/** Starts one; what is not given is as in {@link DIRECTORIES}, without subscribers. */
export async function startPlainBilling(answers: Answers = {}): Promise<PlainBilling> {
  const current: Answers = { ...DIRECTORIES, get_user_list: {}, ...answers }
  const faults = new Faults()
  const clock = { now: new Date('2026-11-23T10:00:00Z') }
  const asked: string[] = []
  const methodOf = (exchange: Exchange): string =>
    new URL(exchange.target, 'http://billing').searchParams.get('request') ?? ''

  const answer = (exchange: Exchange): Reply => {
    const method = methodOf(exchange)
    asked.push(method)
    if (current[method] === undefined) return textReply(400, 'text/plain', `No such method: ${method}`)
    return textReply(200, 'application/json; charset=utf-8', JSON.stringify(current[method]))
  }
  const loopback = await listen(
    {
      callOf: methodOf,
      answer,
      missed: (exchange) => void asked.push(methodOf(exchange)),
      latencyOf: () => 0,
      refusal: (text) => textReply(500, 'text/plain', text),
      begun() {},
      ended() {},
    },
    { faults, isGzip: false, now: () => clock.now },
  )
  return {
    url: `${loopback.origin}/billing/api.php?key=plain-key`,
    answers: current,
    faults,
    clock,
    asked,
    stop: loopback.stop,
  }
}
