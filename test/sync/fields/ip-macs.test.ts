import { afterAll, describe, expect, test } from 'bun:test'
import type { PlainBilling, Wire } from '../plain-billing.ts'
import { KOVAL, optionsOf } from '../scenes.ts'
import { expectSettled, startPlainWorld, type World } from '../world.ts'

const [ONE, TWO, THREE, LOCAL] = [167_772_161, 167_772_162, 167_772_163, 167_772_164]
/** In the protected network 10.9.0.0/16. */
const SAFE = 168_361_985
const [M1, M2, M4] = ['02aabbccdd01', '02aabbccdd02', '02aabbccdd04']

/** What the billing prints, and which addresses that are: `-1` is a device without one. */
const BILLING: Readonly<Record<string, { readonly wire: unknown; readonly means: readonly string[] }>> = {
  none: { wire: [], means: [] },
  'an address 0': { wire: [{ ip: 0 }], means: [] },
  'an empty address': { wire: { '': { ip: '', mac: '' } }, means: [] },
  one: { wire: { [ONE]: { ip: ONE, mac: M1 } }, means: [`${ONE},${M1}`] },
  'one without MAC': { wire: [{ ip: '10.0.0.1' }], means: [`${ONE},`] },
  'one with another MAC': { wire: [{ ip: ONE, mac: '02-AA-BB-CC-DD-02' }], means: [`${ONE},${M2}`] },
  two: { wire: { [ONE]: { ip: ONE, mac: M1 }, [TWO]: {} }, means: [`${ONE},${M1}`, `${TWO},`] },
  'another one': { wire: [{ ip: String(THREE), mac: M1 }], means: [`${THREE},${M1}`] },
  'one of the protected': { wire: [{ ip: SAFE }], means: [`${SAFE},`] },
  'a MAC only': { wire: [{ ip: 0, mac: M4 }], means: [`-1,${M4}`] },
  // -1 without a sign: UserSide would take it for none, and be given it in every run.
  'the address of all': { wire: [{ ip: '255.255.255.255' }], means: [] },
  'the address of all with a MAC': { wire: [{ ip: 4_294_967_295, mac: M4 }], means: [`-1,${M4}`] },
  'a second address': { wire: [{ ip: ONE, mac: M1, local_ip: LOCAL }], means: [`${ONE},${M1}`, `${LOCAL},`] },
}

/** What UserSide holds before. */
const USERSIDE: Readonly<Record<string, readonly string[]>> = {
  none: [],
  one: [`${ONE},${M1}`],
  'one without MAC': [`${ONE},`],
  two: [`${ONE},${M1}`, `${TWO},`],
  'a protected one': [`${SAFE},${M2}`],
  'both kinds': [`${TWO},${M2}`, `${SAFE},`],
  'a device': [`-1,${M4}`],
  'a device and one': [`-1,${M4}`, `${ONE},`],
}

interface Flags {
  /** `confIsSkipDeleteEmptyIp` */
  readonly isKeptWhenNone: boolean
  /** `confSkipDeleteIp` */
  readonly isProtected: boolean
  /** UserSide's `is_update_mac` */
  readonly isMacUpdated: boolean
}

const FLAGS: readonly Flags[] = [false, true].flatMap((isKeptWhenNone) =>
  [false, true].flatMap((isProtected) =>
    [false, true].map((isMacUpdated) => ({ isKeptWhenNone, isProtected, isMacUpdated })),
  ),
)

/** The rules in words: what UserSide ends with. */
function expected(wanted: readonly string[], held: readonly string[], flags: Flags): string[] {
  const isNone = wanted.every((each) => each.startsWith('-1,'))
  const after = new Map<string, string>()
  for (const each of [...wanted, ...held]) if (each.startsWith('-1,')) after.set(each, each)
  for (const each of held) {
    const [ip = ''] = each.split(',')
    const isSafe = flags.isProtected && ip === String(SAFE)
    if (ip !== '-1' && (isSafe || (isNone && flags.isKeptWhenNone))) after.set(ip, each)
  }
  for (const each of wanted) {
    const [ip = '', mac = ''] = each.split(',')
    if (ip === '-1') continue
    const before = held.find((other) => other.startsWith(`${ip},`))
    const isMacKept = before !== undefined && (mac === '' || !flags.isMacUpdated)
    after.set(ip, isMacKept ? before : each)
  }
  return [...after.values()].sort()
}

const worlds: World<PlainBilling>[] = []
afterAll(() => Promise.all(worlds.map((world) => world.stop())))

const CASES = Object.keys(BILLING).flatMap((billing) =>
  Object.keys(USERSIDE).map((userside) => ({
    billing,
    userside,
    id: `billing ${billing}, UserSide ${userside}`,
  })),
)

describe.each([...FLAGS])('addresses with %p', (flags) => {
  const options = optionsOf({
    confIsSkipDeleteEmptyIp: flags.isKeptWhenNone,
    confSkipDeleteIp: flags.isProtected ? ['10.9.0.0/16'] : [],
  })

  test(`${CASES.length} meetings of what the billing gives and UserSide holds`, async () => {
    const world = await startPlainWorld({}, { settings: { is_update_mac: Number(flags.isMacUpdated) } })
    worlds.push(world)
    const subscribers: Record<string, Wire> = {}
    for (const { id, billing, userside } of CASES) {
      subscribers[id] = { ...KOVAL, ip_mac: BILLING[billing]?.wire }
      const row = world.userside.erp.addCustomer(id, 'Коваль Ірина')
      for (const held of USERSIDE[userside] ?? []) {
        const [ip, mac = ''] = held.split(',')
        row.devices.push({ ip: Number(ip), mac })
      }
    }
    world.billing.answers['get_user_list'] = subscribers
    await world.run(options)
    expect(world.userside.violations).toEqual([])
    const { subscribers: after } = world.userside.snapshot()
    for (const { id, billing, userside } of CASES) {
      const wanted = expected(BILLING[billing]?.means ?? [], USERSIDE[userside] ?? [], flags)
      expect([id, after[id]?.['devices']]).toEqual([id, wanted])
    }
    await expectSettled(world, options)
  })
})
