import { describe, expect, test } from 'bun:test'
import type * as v from 'valibot'
import { ConfigSchema } from '../../src/config/schema.ts'
import { UsersideError } from '../../src/model/errors.ts'
import { KOVAL, only, play, type Scene, seen } from './scenes.ts'

type Key = keyof v.InferOutput<typeof ConfigSchema>

interface Parameter {
  readonly means: string
  /** How the operator sets it. */
  readonly set: Record<string, unknown>
  /** Set in both runs: what the parameter is of no use without. */
  readonly given?: Record<string, unknown>
  readonly changes: { readonly scene: Scene; readonly unset: unknown; readonly whenSet: unknown }
  readonly spares: { readonly scene: Scene; readonly always: unknown }
}

const agreement = (date: string) => ({ agreement: [{ number: 'A-1', date }] })
const ips = (...list: number[]) => ({ ip_mac: list.map((ip) => ({ ip, mac: '' })) })
const phone = (number: string) => ({ phone: [{ number, flag_main: 1 }] })
const home = (parts: Record<string, unknown> = {}) => ({
  address: [{ house_id: 41, apartment: { full_name: '7' }, floor: '3', entrance: '2', ...parts }],
})
const NET = 10 * 2 ** 24
const GROUPS = { get_user_group_list: { 3: { id: 3, name: 'VIP' }, 4: { id: 4, name: 'Оптика' } } }

/** What was seen of the run itself rather than of UserSide. */
const failure: Scene['look'] = (_, run) => (run instanceof UsersideError ? run.hint?.slice(0, 28) : 'done')

const PARAMETERS: Partial<Record<Key, Parameter>> = {
  additionalDataMerge: {
    means: "additional fields by the billing's id and UserSide's",
    set: { additionalDataMerge: { 1: 61 } },
    changes: {
      scene: {
        now: only({ additional_data: { 9: { id: '1', value: 'АА 5' } } }),
        look: seen('additionalData'),
      },
      unset: {},
      whenSet: { 61: 'АА 5' },
    },
    spares: {
      scene: {
        now: only({ additional_data: { 1: { id: '2', value: 'АА 5' } } }),
        look: seen('additionalData'),
      },
      always: {},
    },
  },
  confIsSkipUpdateAgreementDate: {
    means: 'an agreement date that is set stays',
    set: { confIsSkipUpdateAgreementDate: true },
    changes: {
      scene: {
        first: only(agreement('2020-01-01')),
        now: only(agreement('2021-02-03')),
        look: seen('agreementDate'),
      },
      unset: '2021-02-03',
      whenSet: '2020-01-01',
    },
    spares: {
      scene: { first: only(agreement('')), now: only(agreement('2021-02-03')), look: seen('agreementDate') },
      always: '2021-02-03',
    },
  },
  confIsDisableCreateAddress: {
    means: 'no city, street or house is created',
    set: { confIsDisableCreateAddress: true },
    changes: {
      scene: { now: only(home()), look: ({ userside }) => userside.snapshot().houses.length },
      unset: 2,
      whenSet: 0,
    },
    spares: {
      scene: { first: only({}), now: only(home()), look: seen('apartment') },
      always: '7',
    },
  },
  confIsSkipDeleteEmptyIp: {
    means: 'a subscriber the billing gives no IP keeps those of UserSide',
    set: { confIsSkipDeleteEmptyIp: true },
    changes: {
      scene: { first: only(ips(NET + 1)), now: only(ips(0)), look: seen('devices') },
      unset: [],
      whenSet: [`${NET + 1},`],
    },
    spares: {
      scene: { first: only(ips(NET + 1)), now: only(ips(NET + 2)), look: seen('devices') },
      always: [`${NET + 2},`],
    },
  },
  confSkipDeleteIp: {
    means: 'addresses that are never deleted',
    set: { confSkipDeleteIp: ['10.0.0.0/24'] },
    changes: {
      scene: { first: only(ips(NET + 5)), now: only(ips(NET + 600)), look: seen('devices') },
      unset: [`${NET + 600},`],
      whenSet: [`${NET + 5},`, `${NET + 600},`],
    },
    spares: {
      scene: { first: only(ips(NET + 256)), now: only(ips(NET + 600)), look: seen('devices') },
      always: [`${NET + 600},`],
    },
  },
  confIsImportLessPhone: {
    means: 'no phone in the billing erases the phone in UserSide',
    set: { confIsImportLessPhone: true },
    changes: {
      scene: { first: only(phone('0671112233')), now: only(phone('')), look: seen('phones') },
      unset: ['0671112233'],
      whenSet: [],
    },
    spares: {
      scene: { first: only(phone('0671112233')), now: only(phone('0509998877')), look: seen('phones') },
      always: ['0509998877'],
    },
  },
  confIsImportLessAddress: {
    means: 'no address in the billing erases the address in UserSide',
    set: { confIsImportLessAddress: true },
    changes: {
      scene: {
        first: only(home()),
        now: only({ address: [{ house_id: 0 }] }),
        look: ({ userside }) => {
          const { house, apartment, floor, entrance } = userside.snapshot().subscribers['koval'] ?? {}
          return [house !== '', apartment, floor, entrance]
        },
      },
      unset: [true, '7', '3', '2'],
      whenSet: [false, '', '', ''],
    },
    spares: {
      scene: { first: only(home()), now: only(home({ house_id: 999 })), look: seen('apartment') },
      always: '7',
    },
  },
  confIsUpdateEmptyLevel: {
    means: 'an empty floor erases',
    set: { confIsUpdateEmptyLevel: true },
    changes: {
      scene: { first: only(home()), now: only(home({ floor: '' })), look: seen('floor') },
      unset: '3',
      whenSet: '',
    },
    spares: {
      scene: { first: only(home()), now: only(home({ entrance: '' })), look: seen('entrance') },
      always: '2',
    },
  },
  confIsUpdateEmptyEntrance: {
    means: 'an empty entrance erases',
    set: { confIsUpdateEmptyEntrance: true },
    changes: {
      scene: { first: only(home()), now: only(home({ entrance: '' })), look: seen('entrance') },
      unset: '2',
      whenSet: '',
    },
    spares: {
      scene: { first: only(home()), now: only(home({ floor: '' })), look: seen('floor') },
      always: '3',
    },
  },
  confIsImportPasswordToUsPassword: {
    means: 'the password goes into the cabinet of UserSide',
    set: { confIsImportPasswordToUsPassword: true },
    changes: {
      scene: { now: only({ password: 'pw1' }), look: seen('password') },
      unset: '',
      whenSet: 'pw1',
    },
    spares: {
      scene: {
        first: only({ password: 'pw1' }),
        byHand: ({ userside }) =>
          userside.edit('koval', (row) => Object.assign(row, { password: 'set by hand' })),
        now: only({ password: '' }),
        look: seen('password'),
      },
      always: 'set by hand',
    },
  },
  confIsSkipUpdateDateActivity: {
    means: 'the date of activity is not touched',
    set: { confIsSkipUpdateDateActivity: true },
    changes: {
      scene: { now: only({ date_activity: '2026-11-20 10:00:00' }), look: seen('activity') },
      unset: '2026-11-20 10:00:00',
      whenSet: '',
    },
    spares: {
      scene: { now: only({ date_activity: '2026-11-20 10:00:00' }), look: seen('balance') },
      always: '10.00',
    },
  },
  confIsSkipUnusedAddress: {
    means: 'only houses some subscriber lives in',
    set: { confIsSkipUnusedAddress: true },
    changes: {
      scene: { now: only(home()), look: ({ userside }) => userside.snapshot().houses.length },
      unset: 2,
      whenSet: 1,
    },
    spares: {
      scene: { now: only(home()), look: seen('house') },
      always: ' |  | Київ |  | Соборна | 12 | А',
    },
  },
  confIsUseStreetFullName: {
    means: 'streets by their full names',
    set: { confIsUseStreetFullName: true },
    changes: {
      scene: { now: only(home()), look: seen('house') },
      unset: ' |  | Київ |  | Соборна | 12 | А',
      whenSet: ' |  | Київ |  | вул. Соборна | 12 | А',
    },
    spares: {
      scene: {
        now: only(home(), { get_street_list: { 1: { id: 1, city_id: 1, name: 'Соборна' } } }),
        look: seen('house'),
      },
      always: ' |  | Київ |  | Соборна | 12 | А',
    },
  },
  confIsImportMessage: {
    means: "subscribers' messages are imported",
    set: { confIsImportMessage: true },
    changes: {
      scene: {
        now: only(
          {},
          {
            get_user_messages: {
              5: {
                id: 5,
                user_id: 'koval',
                msg_date: '2026-10-06 12:00:00',
                subject: 'Тікет',
                text: "o'k\r\nдруге",
              },
            },
          },
        ),
        look: ({ userside }) => userside.snapshot().messages,
      },
      unset: [],
      whenSet: ["5 koval 1791280800 Тікет<br>o'k<br>друге"],
    },
    spares: {
      scene: {
        now: only(
          {},
          {
            get_user_messages: [
              { id: 1, user_id: 'nobody', msg_date: '2026-10-06 12:00:00', subject: 'a', text: 'b' },
              { id: 2, user_id: 'koval', msg_date: '', subject: 'a', text: 'b' },
              { id: 3, user_id: 'koval', msg_date: '2026-10-06 12:00:00', subject: '', text: ' ' },
            ],
          },
        ),
        look: ({ userside }) => userside.snapshot().messages,
      },
      always: [],
    },
  },
  confAlwaysSetCustomerGroupId: {
    means: 'a group every subscriber is put in, by id or name',
    set: { confAlwaysSetCustomerGroupId: 'Оптика' },
    changes: {
      scene: { now: only({}, GROUPS), look: seen('groups') },
      unset: [],
      whenSet: ['Оптика'],
    },
    spares: {
      scene: { now: only({ group: { 4: '4' } }, GROUPS), look: seen('groups') },
      always: ['Оптика'],
    },
  },
  confIsRemoveForeignGroups: {
    means: 'groups the billing knows nothing of are removed too',
    set: { confIsRemoveForeignGroups: true },
    changes: {
      scene: {
        first: only({ group: [3] }, GROUPS),
        byHand: ({ userside: { erp, edit } }) => {
          erp.groups.set('900', { erpId: '900', name: 'set by hand' })
          edit('koval', (row) => row.groups.add('900'))
        },
        now: {},
        look: seen('groups'),
      },
      unset: ['VIP', 'set by hand'],
      whenSet: ['VIP'],
    },
    spares: {
      scene: {
        first: only({ tag: [3] }),
        byHand: ({ userside: { erp, edit } }) => {
          erp.tags.set('900', { erpId: '900', name: 'set by hand' })
          edit('koval', (row) => row.tags.set('900', ''))
        },
        now: {},
        look: seen('tags'),
      },
      always: ['set by hand', 'Боржник'],
    },
  },
  usersidePasswordSalt: {
    means: 'the salt of a UserSide that keeps passwords hashed',
    set: { usersidePasswordSalt: 'salt' },
    given: { confIsImportPasswordToUsPassword: true },
    changes: {
      scene: {
        byHand: ({ userside }) => Object.assign(userside.settings, { is_encode_customer_password: 1 }),
        now: only({ password: 'pw1' }),
        look: seen('password'),
      },
      unset: '',
      whenSet: new Bun.CryptoHasher('md5').update('pw1salt').digest('hex'),
    },
    spares: { scene: { now: only({ password: 'pw1' }), look: seen('password') }, always: 'pw1' },
  },
  usersideModuleRevision: {
    means: 'the revision to claim when UserSide asks for a newer one',
    set: { usersideModuleRevision: 20_240_101 },
    changes: {
      scene: {
        byHand: ({ userside }) => Object.assign(userside.minimumRevision, { value: 20_240_101 }),
        now: only({}),
        look: failure,
      },
      unset: 'Set "usersideModuleRevision"',
      whenSet: 'done',
    },
    spares: { scene: { now: only({}), look: failure }, always: 'done' },
  },
  filter: {
    means: 'which subscribers are managed',
    set: { filter: { include: { groups: ['VIP'] } } },
    changes: {
      scene: {
        first: only({ group: [4] }, GROUPS),
        now: only({ group: [4], balance: '99' }),
        look: seen('balance'),
      },
      unset: '99.00',
      whenSet: '10.00',
    },
    spares: {
      scene: {
        first: only({ group: [3] }, GROUPS),
        now: only({ group: [3], balance: '99' }),
        look: seen('balance'),
      },
      always: '99.00',
    },
  },
  fields: {
    means: 'the policy of a field',
    set: { fields: { comment: 'fill' } },
    changes: {
      scene: { first: only({ comment: 'old' }), now: only({ comment: 'new' }), look: seen('comment') },
      unset: 'new',
      whenSet: 'old',
    },
    spares: {
      scene: { first: only({ comment: 'old' }), now: only({ full_name: 'Нова' }), look: seen('name') },
      always: 'Нова',
    },
  },
  leads: {
    means: 'what happens to a lead that holds a billing id',
    set: { leads: 'convert' },
    changes: {
      scene: {
        byHand: ({ userside }) => userside.erp.addLead('koval', 'Коваль Ірина'),
        now: only({}),
        look: ({ userside }) => userside.snapshot().subscribers['koval'] !== undefined,
        settles: false,
      },
      unset: false,
      whenSet: true,
    },
    spares: {
      scene: { now: only({}), look: ({ userside }) => Object.keys(userside.snapshot().subscribers) },
      always: ['koval'],
    },
  },
  safety: {
    means: 'how many may be marked as gone at once',
    set: { safety: { maxAbsentPercent: 10, maxAbsentCount: 0 } },
    changes: {
      scene: {
        first: { get_user_list: { koval: KOVAL, lys: KOVAL } },
        now: only({}),
        look: ({ userside }) => userside.snapshot().subscribers['lys']?.['isInBilling'],
      },
      unset: false,
      whenSet: true,
    },
    spares: {
      scene: {
        first: { get_user_list: { koval: KOVAL, lys: KOVAL } },
        now: only({ balance: '99' }),
        look: seen('balance'),
      },
      always: '99.00',
    },
  },
}

/** Keys that do not change what a run does, only where it reaches, what it tells and where that is kept. */
const NOT_OF_A_RUN: Partial<Record<Key, string>> = {
  billingName: 'how the billing is asked: test/billing',
  billingDatabase: 'how tables are read: test/tables',
  billingDialect: 'how the billing is read: test/billing',
  billingId: 'which billing it is to UserSide',
  billingUrl: 'where the billing is',
  usersideUrl: 'where UserSide is',
  usersideApiKey: 'who asks there',
  billingHttp: 'transport: test/billing',
  usersideHttp: 'transport: test/userside',
  usersideModuleCategory: 'the category of the bookkeeping calls: test/userside, test/e2e',
  isSilence: 'the console: test/report',
  language: 'the console, the report, notifications: test/text, test/e2e',
  logPath: 'the logs: test/report',
  log: 'how long they are kept: test/report',
  journal: 'how much of the past is kept: test/state',
  statePath: 'the journal: test/state',
  metricsFile: 'monitoring: test/report',
  pingUrl: 'monitoring: test/report',
  reportFile: 'the report: test/report',
  notify: 'notifications: test/report/notify',
}

describe('the table of parameters', () => {
  test('knows every key of the configuration', () => {
    const schema = ConfigSchema.pipe[0]
    expect([...Object.keys(PARAMETERS), ...Object.keys(NOT_OF_A_RUN)].sort()).toEqual(
      Object.keys(schema.entries).sort(),
    )
  })
})

describe.each(Object.entries(PARAMETERS))('%s', (_, { means, set, given, changes, spares }) => {
  test(`${means}: it changes what it is about`, async () => {
    expect(await play(changes.scene, { ...given })).toEqual(changes.unset)
    expect(await play(changes.scene, { ...given, ...set })).toEqual(changes.whenSet)
  })

  test('and spares the rest', async () => {
    expect(await play(spares.scene, { ...given })).toEqual(spares.always)
    expect(await play(spares.scene, { ...given, ...set })).toEqual(spares.always)
  })
})
