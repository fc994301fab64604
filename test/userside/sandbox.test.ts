/** The client against the strict ERP of the sandbox: what it writes is accepted, and comes back as it was written. */
import { describe, expect, test } from 'bun:test'
import { SILENT } from '../../src/model/logger.ts'
import { startUserside, type UsersideOptions } from '../../src/sandbox/userside.ts'
import { createUserside } from '../../src/userside/client.ts'
import type { CustomerPatch, HouseName, Userside } from '../../src/userside/userside.ts'
import { collect } from './erp.ts'

const ODD = `О'Ніл №1/2 & "Co" <b> 50% + 🏠`

const HOUSE: HouseName = {
  province: '',
  district: '',
  city: "Кам'янка",
  area: '',
  street: 'вул. Січових/Стрільців',
  number: '12',
  block: 'А',
  postcode: '80400',
}

async function withSandbox(
  options: UsersideOptions,
  body: (userside: Userside) => Promise<void>,
): Promise<void> {
  const sandbox = await startUserside(options)
  try {
    const userside = createUserside({
      url: sandbox.url,
      apiKey: sandbox.apiKey,
      billingId: sandbox.billingId,
      http: { timeoutSec: 10, retries: 0 },
      logger: SILENT,
      report: ({ text, example }) => {
        throw new Error(`${text} (${example})`)
      },
    })
    await userside.system()
    await userside.start({ version: '1.0.0', path: '/usr/local/bin', logPath: '/var/log' })
    const clock = Math.floor(Date.now() / 1000)
    await userside.settings({ billingTime: clock, erpTime: clock })
    await body(userside)
    await userside.finishOperation()
    await userside.stop()
    expect(sandbox.violations).toEqual([])
    expect(userside.tally.writes).toBe(sandbox.counts.writes)
    expect(sandbox.runs).toMatchObject([{ operations: 1, isStopped: true }])
  } finally {
    await sandbox.stop()
  }
}

function doneOf<T>(result: { kind: string; value?: T; message?: string }): T {
  if (result.kind !== 'done') throw new Error(`${result.kind}: ${result.message}`)
  return result.value as T
}

describe.each<[string, UsersideOptions]>([
  ['as it is', {}],
  [
    'of new releases',
    { form: { idKey: 'erp_id', areNumbersTexts: true, emptyList: '{}', envelopeCase: 'result' } },
  ],
  ['that encodes ids too', { form: { areIdsEncoded: true, emptyList: 'null', envelopeCase: 'RESULT' } }],
  ['that leaves out what is empty', { form: { isSparse: true, isEncoded: false }, isGzip: false }],
  ['with short house names', { settings: { address_compare_format: 1, is_customer_activity_timestamp: 1 } }],
])('an ERP %s', (_, options) => {
  test('keeps what is written and gives it back', async () => {
    await withSandbox(options, async (userside) => {
      expect((await userside.tariffs()).size).toBe(0)
      expect(await collect(userside.customers({ withPasswords: false }))).toEqual([])

      const tariffId = doneOf(await userside.addTariff(ODD, ODD))
      const changes = { payment: '150.5', payment_interval: 30, speed_rx: 100, speed_tx: 50, traffic: -1 }
      doneOf(await userside.editTariffs(new Map([[tariffId, changes]])))
      expect((await userside.tariffs()).get(ODD)).toMatchObject({
        erpId: tariffId,
        name: ODD,
        fee: 15_050_000,
        intervalDays: 30,
        speedDown: 100,
        speedUp: 50,
        includedTraffic: -1,
        isInBilling: true,
      })

      const groupId = doneOf(await userside.addGroup(ODD))
      const tagId = doneOf(await userside.addTag(ODD))
      const serviceId = doneOf(await userside.addService(ODD))
      doneOf(await userside.editService(serviceId, '30.00'))
      expect(await userside.groups()).toMatchObject({
        items: new Map([[groupId, { erpId: groupId, name: ODD }]]),
      })
      expect(await userside.tags()).toMatchObject({ items: new Map([[tagId, { erpId: tagId, name: ODD }]]) })
      expect(await userside.services()).toMatchObject({
        items: new Map([[ODD, { erpId: serviceId, name: ODD, cost: 3000 }]]),
      })

      const isShort = options.settings?.address_compare_format === 1
      const matching = { create: true, short: isShort, configurationHash: 'a'.repeat(32) }
      const matches = doneOf(await userside.compareHouses(new Map([['77', HOUSE]]), matching))
      const houseId = matches.houseIds.get('77') ?? ''
      expect(matches.created).toEqual({ cities: 1, streets: 1, houses: 1 })

      doneOf(await userside.addCustomers([{ billingId: "o'neil", name: ODD }]))
      const created = await collect(userside.customers({ withPasswords: true }))
      expect(created).toMatchObject([{ fullName: ODD, tariffs: [] }])
      const erpId = created[0]?.erpId ?? ''

      const patch: CustomerPatch = {
        login: "o'neil",
        account_number: 'R-1/2',
        comment: `a/b\\c 'd' + e`,
        credit: '50.00',
        discount: 5,
        flag_corporate: 1,
        password: "p'w",
        date_connect: '2020-01-31',
        agreement_number: "A'1/2",
        agreement_date: '2019-12-31',
        add_tariff_id: [ODD],
        phone0: '380501112233',
        email: 'a@x.ua, b@x.ua',
        house_id: houseId,
        apartment_number: "7'/2",
        floor: '3',
        entrance: 2,
        add_ip: ['3232235777,aabbccddeeff', '-1,001122334455'],
        state_id: '2',
        additional_data: { 62: `x'/\\+` },
        tag: { [tagId]: 1 },
        add_group_id: { [groupId]: groupId },
        service: { [serviceId]: 1 },
        service_cost: { [serviceId]: '25.50' },
        service_comment: { [serviceId]: 'акція/2' },
        crc_billing: 'b'.repeat(32),
      }
      doneOf(await userside.editCustomers(new Map([[erpId, patch]]), { hot: false }))
      doneOf(await userside.editCustomers(new Map([[erpId, { balance: '-12.50' }]]), { hot: true }))
      doneOf(await userside.editCustomers(new Map([[erpId, { traffic_down: '98765432109' }]]), { hot: true }))

      expect(await collect(userside.customers({ withPasswords: true }))).toMatchObject([
        {
          erpId,
          fullName: ODD,
          login: "o'neil",
          accountNumber: 'R-1/2',
          comment: `a/b\\c 'd' + e`,
          balance: -1250,
          credit: 5000,
          discount: 500,
          isCorporate: true,
          password: "p'w",
          connectedOn: '2020-01-31',
          agreementNumber: "A'1/2",
          agreementDate: '2019-12-31',
          tariffs: [ODD],
          trafficDown: '98765432109',
          phones: ['380501112233'],
          emails: ['a@x.ua', 'b@x.ua'],
          address: { houseId, apartment: "7'/2", floor: '3', entrance: '2' },
          stateId: '2',
          additionalData: new Map([['62', `x'/\\+`]]),
          groupIds: [groupId],
          tagIds: [tagId],
          services: new Map([[serviceId, { cost: 2550, comment: 'акція/2' }]]),
        },
      ])
      const [customer] = await collect(userside.customers({ withPasswords: false }))
      expect(customer?.password).toBe('')
      expect(new Set(customer?.ipMacs)).toEqual(
        new Set([
          { ip: 3232235777, mac: 'aabbccddeeff' },
          { ip: undefined, mac: '001122334455' },
        ]),
      )
      expect([...((await userside.hashes(0))?.values() ?? [])][0]?.crc).toBe('b'.repeat(32))
    })
  })
})

test('addresses are made and found step by step', async () => {
  await withSandbox({ settings: { is_new_house_billing_compare: 0 } }, async (userside) => {
    expect((await userside.cities()).size).toBe(0)
    const cityId = doneOf(await userside.addCity("Кам'янка"))
    const streetId = doneOf(await userside.addStreet(cityId, "Об'їзна"))
    const house = { cityId, streetId, number: '12', block: 'А', floor: '9', entrance: '' }
    const houseId = doneOf(await userside.addHouse(house))
    doneOf(await userside.editHouse({ buildingId: houseId }, { postcode: '80400', entrance: '4' }))
    expect(await userside.cities()).toEqual(new Map([["Кам'янка", cityId]]))
    expect(await userside.streets()).toEqual(new Map([[`${cityId}_Об'їзна`, streetId]]))
    expect([...(await userside.houses()).values()]).toEqual([
      { erpId: houseId, postcode: '80400', floor: '9', entrance: '4' },
    ])
  })
})
