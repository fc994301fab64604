import { describe, expect, test } from 'bun:test'
import type { Problem } from '../../src/model/problem.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/sandbox/userside/run-log.ts'
import type { Wire } from './plain-billing.ts'
import { KOVAL, only, play, type Scene, type SceneWorld, seen } from './scenes.ts'
import type { WorldRun } from './world.ts'

interface Setting {
  readonly means: string
  /** Two values of the setting, and what is seen under each. */
  readonly changes: {
    readonly scene: Scene
    readonly seen: readonly (readonly [value: number, outcome: unknown])[]
  }
  readonly spares: { readonly scene: Scene; readonly always: unknown }
  /** What the configuration says in every run. */
  readonly given?: Record<string, unknown>
  /** Other settings it is of no use without. */
  readonly beside?: Partial<Settings>
}

const HOME: Wire = { address: [{ house_id: 41, apartment: { full_name: '7' } }] }
const TRAFFIC: Wire = { traffic: { month: { up: 5, down: 7 } } }
const HOUSE = ' |  | Київ |  | Соборна | 12 | А'
const NOW = Date.parse('2026-11-23T10:00:00Z') / 1000

const device = (mac: string, ip = 167772161): Wire => ({ ip_mac: [{ ip, mac }] })

/** Names of the calls that bring addresses, each once. */
function addressCalls({ userside }: SceneWorld): string[] {
  return [...new Set(userside.requests.map(({ call }) => call))]
    .filter((call) => call.startsWith('address/'))
    .sort()
}

/** Members of the first house of the first `compare_house`. */
function houseParts({ userside }: SceneWorld): string[] {
  const request = userside.requests.find(({ call }) => call === 'address/compare_house')
  return Object.keys(Object.values<Wire>(JSON.parse(request?.params['data'] ?? '{}'))[0] ?? {})
}

function sentMembers({ userside }: SceneWorld): string[] {
  return userside.requests
    .filter(({ call }) => call === 'customer/group_edit')
    .flatMap(({ params }) => Object.values<Wire>(JSON.parse(params['data'] ?? '{}')).flatMap(Object.keys))
}

function crowd(size: number): Wire {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`s${index}`, { ...KOVAL, login: `s${index}` }]),
  )
}

const SETTINGS: Readonly<Record<keyof Settings, Setting>> = {
  is_update_address: {
    means: 'addresses are imported at all',
    changes: {
      scene: { now: only(HOME), look: ({ userside }) => userside.snapshot().houses.length },
      seen: [
        [1, 2],
        [0, 0],
      ],
    },
    spares: { scene: { now: only(HOME), look: seen('name') }, always: 'Коваль Ірина' },
  },
  is_new_house_billing_compare: {
    means: 'UserSide matches and creates houses itself, or it is done step by step',
    changes: {
      scene: { now: only(HOME), look: addressCalls },
      seen: [
        [1, ['address/compare_house']],
        [0, ['address/add_city', 'address/add_house', 'address/add_street']],
      ],
    },
    spares: { scene: { now: only(HOME), look: seen('house') }, always: HOUSE },
  },
  address_compare_format: {
    means: 'short names of the parts of a house, empty ones left out',
    changes: {
      scene: { now: only(HOME), look: houseParts },
      seen: [
        [0, ['province', 'district', 'city', 'area', 'street', 'number', 'block', 'postcode']],
        [1, ['c', 's', 'n', 'b']],
      ],
    },
    spares: { scene: { now: only(HOME), look: seen('house') }, always: HOUSE },
  },
  is_update_traffic: {
    means: 'the traffic of the month is written',
    changes: {
      scene: { now: only(TRAFFIC), look: seen('trafficDown') },
      seen: [
        [1, '7'],
        [0, '0'],
      ],
    },
    spares: { scene: { now: only(TRAFFIC), look: seen('balance') }, always: '10.00' },
  },
  date_traffic_update: {
    means: 'when traffic was last written: not again within the interval',
    changes: {
      scene: { now: only(TRAFFIC), look: seen('trafficDown') },
      seen: [
        [NOW - 61, '7'],
        [NOW - 59, '0'],
      ],
    },
    spares: { scene: { now: only(TRAFFIC), look: seen('balance') }, always: '10.00' },
  },
  date_traffic_update_interval: {
    means: 'minutes between two writings of traffic',
    beside: { date_traffic_update: NOW - 90 },
    changes: {
      scene: { now: only(TRAFFIC), look: seen('trafficDown') },
      seen: [
        [1, '7'],
        [2, '0'],
      ],
    },
    spares: { scene: { now: only(TRAFFIC), look: seen('balance') }, always: '10.00' },
  },
  is_update_mac: {
    means: 'the MAC of a known address may change',
    changes: {
      scene: {
        first: only(device('02aabbccddee')),
        now: only(device('02aabbccdd00')),
        look: seen('devices'),
      },
      seen: [
        [1, ['167772161,02aabbccdd00']],
        [0, ['167772161,02aabbccddee']],
      ],
    },
    spares: {
      scene: {
        first: only(device('02aabbccddee')),
        now: only(device('02aabbccdd00', 167772162)),
        look: seen('devices'),
      },
      always: ['167772162,02aabbccdd00'],
    },
  },
  is_customer_activity_timestamp: {
    means: 'activity as unix seconds',
    changes: {
      scene: {
        now: only({ date_activity: '2026-11-20 12:00:00' }),
        look: (world) => sentMembers(world).filter((member) => member.startsWith('date_activity')),
      },
      seen: [
        [0, ['date_activity_inet']],
        [1, ['date_activity_inet_unix']],
      ],
    },
    spares: {
      scene: { now: only({ date_activity: '2026-11-20 12:00:00' }), look: seen('activity') },
      always: '2026-11-20 12:00:00',
    },
  },
  is_encode_customer_password: {
    means: 'passwords hashed with a salt nobody was told: they are skipped, and that is said',
    given: { confIsImportPasswordToUsPassword: true },
    changes: {
      scene: {
        now: only({ password: 'pw1' }),
        look: ({ userside }, run) => [
          userside.snapshot().subscribers['koval']?.['password'],
          run instanceof Error ? [] : complaints(run).map(({ code }) => code),
        ],
      },
      seen: [
        [0, ['pw1', []]],
        [1, ['', ['password-salt']]],
      ],
    },
    spares: { scene: { now: only({ password: 'pw1' }), look: seen('balance') }, always: '10.00' },
  },
  row_limit: {
    means: 'the licence: no new subscribers above it, and the run says how many',
    changes: {
      scene: {
        first: { get_user_list: crowd(150) },
        now: { get_user_list: { ...crowd(153), s0: { ...KOVAL, balance: '77' } } },
        look: ({ userside }, run) => [
          userside.erp.customers.length,
          run instanceof Error
            ? run
            : complaints(run).map(({ code, count, partial }) => [code, count, partial]),
        ],
      },
      seen: [
        [0, [153, []]],
        [151, [151, [['licence', 2, true]]]],
        // Below 150 UserSide does not check.
        [10, [150, [['licence', 3, true]]]],
        [153, [153, []]],
      ],
    },
    spares: {
      scene: {
        first: { get_user_list: crowd(150) },
        now: { get_user_list: { ...crowd(153), s0: { ...KOVAL, balance: '77' } } },
        look: ({ userside }) => userside.snapshot().subscribers['s0']?.['balance'],
      },
      always: '77.00',
    },
  },
  last_msg_id: {
    means: 'messages up to this one are there already',
    given: { confIsImportMessage: true },
    changes: {
      scene: {
        now: only({}, { get_user_messages: [4, 5, 6].map(message) }),
        look: ({ userside }) => userside.snapshot().messages.map((text) => text.slice(0, 1)),
      },
      seen: [
        [0, ['4', '5', '6']],
        [5, ['6']],
      ],
    },
    spares: {
      scene: { now: only({}, { get_user_messages: [4].map(message) }), look: seen('balance') },
      always: '10.00',
    },
  },
  last_paid_id: {
    means: 'the last imported payment: payments are not imported, so nothing depends on it',
    changes: {
      scene: { now: only({}), look: seen('balance') },
      seen: [
        [0, '10.00'],
        [1000, '10.00'],
      ],
    },
    spares: { scene: { now: only({}), look: seen('name') }, always: 'Коваль Ірина' },
  },
}

function message(id: number): Wire {
  return { id, user_id: 'koval', msg_date: '2026-10-06 12:00:00', subject: 'Тікет', text: `${id}` }
}

test('the table of settings knows every key UserSide may send', () => {
  expect(Object.keys(SETTINGS).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
})

describe.each(Object.entries(SETTINGS))('%s', (key, { means, changes, spares, given = {}, beside = {} }) => {
  test.each([...changes.seen])(`${means}: %p`, async (value, outcome) => {
    expect(await play(changes.scene, given, { ...beside, [key]: value })).toEqual(outcome)
  })

  test('and spares the rest', async () => {
    for (const [value] of changes.seen) {
      expect(await play(spares.scene, given, { ...beside, [key]: value })).toEqual(spares.always)
    }
  })
})

/** What went wrong, beside what these small billings do not export. */
function complaints({ problems }: WorldRun): readonly Problem[] {
  return problems.list().filter(({ code }) => code !== 'fields-not-exported')
}
