/** The parts of `doctor` that can be tried without a server. */
import { describe, expect, test } from 'bun:test'
import type { DialectName } from '../../../src/billing/universal/dialects/dialect.ts'
import { DIALECTS } from '../../../src/billing/universal/dialects/dialects.ts'
import {
  advice,
  descriptionCheck,
  listCheck,
  subscribersCheck,
} from '../../../src/commands/doctor/billing-answers.ts'
import { checkBillingUrl } from '../../../src/commands/doctor/billing-url.ts'
import { checksOf } from '../../../src/commands/doctor/check.ts'
import { checkCertificate, type Server } from '../../../src/commands/doctor/connection.ts'
import { checkFolder, type Disk } from '../../../src/commands/doctor/folders.ts'
import { Probe } from '../../../src/commands/doctor/probe.ts'
import type { Certificate } from '../../../src/http/handshake.ts'
import { BillingError } from '../../../src/model/errors.ts'
import type { Subscriber, SubscriberList } from '../../../src/model/subscriber.ts'
import { doctorText } from '../../../src/report/doctor-text.ts'

test('a list of one is told as one', () => {
  const listOf = (...names: string[]) =>
    ({ state: 'available', items: new Map(names.map((name) => [name, name])) }) as const
  const texts = [['a'], ['a', 'b']].flatMap((names) => [
    listCheck('get_tariff_list', listOf(...names)).text,
    descriptionCheck('get_supported_method_list', listOf(...names)).text,
  ])
  expect(texts).toEqual(['1 row', 'the billing says: 1 method', '2 rows', 'the billing says: 2 methods'])
})

describe("the billing's address", () => {
  const plain = { billingName: 'standart', billingDialect: 'auto' } as const

  test.each([
    'https://b.test/?module=remoteapi&key=K&action=userside',
    'https://b.test:9443/admin/index.cgi?get_index=us_api&key=K&cat=module',
    'http://b.test/api.php?key=K&cat=module',
    'http://b.test/api/index/userside?key=K',
  ])('%s is fine', (billingUrl) => {
    expect(checkBillingUrl({ ...plain, billingUrl })).toEqual([expect.objectContaining({ ok: 'ok' })])
  })

  test.each([
    ['http://b.test/api.php?key=K', /cat=module/],
    ['http://b.test/api.php', /cat=module/],
    ['https://b.test/admin/index.cgi?get_index=us_api&key=K#cat=module', /cat=module/],
    ['https://b.test/admin/index.cgi?get_index=us_api&key=K&cat=modules', /cat=module/],
    ['http://b.test/?module=remoteapi?key=K&action=userside', /"&" for every "\?"/],
    ['http://b.test/?module=remoteapi&key=K&action=userside&request=get_user_list', /request/],
  ])('%s is odd, and the hint says what to write', (billingUrl, hint) => {
    const [check] = checkBillingUrl({ ...plain, billingUrl })
    expect(check).toMatchObject({ ok: 'warn', hint: expect.stringMatching(hint) })
  })

  test('a dialect the address denies is odd', () => {
    const billingUrl = 'https://b.test/?key=K&action=userside'
    const [check] = checkBillingUrl({ ...plain, billingUrl, billingDialect: 'abills' })
    expect(check).toMatchObject({ ok: 'warn', hint: 'billingDialect: "auto"' })
  })

  test('the key is never shown', () => {
    const [check] = checkBillingUrl({
      ...plain,
      billingUrl: 'https://me:pass@b.test/x?key=SECRET&action=userside',
    })
    expect(JSON.stringify(check)).not.toMatch(/SECRET|pass/)
  })
})

describe('a list of subscribers', () => {
  const list = (count: number, changes: Partial<SubscriberList> = {}): SubscriberList => ({
    subscribers: new Map(Array.from({ length: count }, (_, id) => [String(id), {} as Subscriber])),
    setAside: new Set(),
    unusable: 0,
    exported: { parts: new Set(), additionalFields: new Set() },
    ...changes,
  })

  test.each<[DialectName, SubscriberList, RegExp]>([
    ['abills', list(10_000), /^US_API_MAX_PAGE_ROWS/],
    ['abills', list(20_000), /^US_API_MAX_PAGE_ROWS/],
    ['generic', list(10_000, { isSuspectedCut: true }), /^billingDialect/],
  ])('of %s that is suspiciously round names the switch', (dialect, subscribers, hint) => {
    expect(subscribersCheck(subscribers, DIALECTS[dialect].advice)).toMatchObject({
      ok: 'warn',
      hint: expect.stringMatching(hint),
    })
  })

  test.each<[DialectName, SubscriberList]>([
    ['abills', list(9_999)],
    ['abills', list(10_001)],
    ['ubilling', list(10_000)],
  ])('of %s that is not round, or not cut, is fine', (dialect, subscribers) => {
    expect(subscribersCheck(subscribers, DIALECTS[dialect].advice)).toMatchObject({ ok: 'ok' })
  })

  test('names records that cannot be read', () => {
    const check = subscribersCheck(
      list(5, { setAside: new Set(['0', 'petrenko']), unusable: 1 }),
      DIALECTS.ubilling.advice,
    )
    expect(check).toMatchObject({
      ok: 'warn',
      text: '5 subscribers, and 1 record that cannot be used: 0, petrenko.',
    })
    expect(subscribersCheck(list(5, { unusable: 2 }), DIALECTS.ubilling.advice).text).toBe(
      '5 subscribers, and 2 records that cannot be used.',
    )
  })
})

describe('advice about the protocol', () => {
  const refusal = new BillingError('malformed', 'get_system_information', 'x')

  test('is given where the product is not known, and nowhere else', () => {
    expect(advice(refusal, DIALECTS.generic.advice)).toContain('"carbon5"')
    expect(advice(refusal, DIALECTS.carbon.advice)).toContain('"standart"')
    expect(advice(refusal, DIALECTS.mikbill.advice)).toMatch(/^expected was JSON/)
    expect(advice(refusal, DIALECTS.ubilling.advice)).toBe('')
    expect(advice(refusal, DIALECTS.abills.advice)).toBe('')
    expect(advice(new BillingError('temporary', '', 'x'), DIALECTS.generic.advice)).toBe('')
  })
})

describe('a certificate', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const server: Server = {
    system: 'userside',
    urlKey: 'usersideUrl',
    httpKey: 'usersideHttp',
    url: 'https://erp.test/',
    http: { insecureTls: false },
    env: {},
    now,
  }
  const check = (certificate: Partial<Certificate>, http: Partial<Server['http']> = {}) =>
    checkCertificate(
      { ...server, http: { ...server.http, ...http } },
      {
        kind: 'open',
        certificate: {
          fault: undefined,
          expiresAt: new Date('2027-06-01'),
          names: ['erp.test'],
          ...certificate,
        },
      },
    )

  test('that is trusted and lasts is fine', () => {
    expect(check({})).toMatchObject({ ok: 'ok', text: expect.stringContaining('2027-06-01') })
  })

  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /self-signed/, /usersideHttp\.caFile/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /self-signed/, /usersideHttp\.caFile/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /authority nobody here knows/, /usersideHttp\.caFile/],
    ['CERT_HAS_EXPIRED', /expired on 2027-06-01/, /Renew/],
    ['CERT_NOT_YET_VALID', /not valid yet/, /clock/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /made out to erp\.test/, /usersideUrl/],
  ])('with the fault %s says what to do', (fault, text, hint) => {
    expect(check({ fault })).toMatchObject({
      ok: 'fail',
      text: expect.stringMatching(text),
      hint: expect.stringMatching(hint),
    })
  })

  test('that expires soon is to be renewed in time', () => {
    expect(check({ expiresAt: new Date('2026-12-01T12:00:00Z') })).toMatchObject({
      ok: 'warn',
      text: expect.stringContaining('in 9 days'),
    })
  })

  test('that is fine needs no insecureTls', () => {
    expect(check({}, { insecureTls: true })).toMatchObject({
      ok: 'warn',
      hint: 'take usersideHttp.insecureTls out',
    })
  })
})

describe('a folder', () => {
  const log = { name: 'log folder', key: 'logPath', path: '/var/log/usm', files: ['usm-billing.log'] }
  const disk = (changes: Partial<Disk> = {}): Disk => ({
    exists: () => true,
    isFolder: () => true,
    writable() {},
    freeBytes: () => 5e9,
    ...changes,
  })
  const denied = new Error("EACCES: permission denied, access '/var/log/usm'")

  test('that is there, or can be made, is fine', () => {
    expect(checkFolder(log, disk())).toMatchObject({ ok: 'ok', text: '/var/log/usm, 5.0 GB free' })
    const missing = disk({ exists: (path) => !path.startsWith('/var/log/usm') })
    expect(checkFolder(log, missing)).toMatchObject({
      ok: 'ok',
      text: expect.stringContaining('will be created'),
    })
  })

  test('that cannot be written is a failure', () => {
    const refuse = (): never => {
      throw denied
    }
    expect(checkFolder(log, disk({ writable: refuse }))).toMatchObject({
      ok: 'fail',
      text: '/var/log/usm cannot be written: permission denied.',
      hint: expect.stringContaining('logPath'),
    })
  })

  test('with a log of another account in it is a failure too', () => {
    const writable = (path: string): void => {
      if (path.endsWith('.log')) throw denied
    }
    expect(checkFolder(log, disk({ writable }))).toMatchObject({
      ok: 'fail',
      text: expect.stringContaining('another account'),
      hint: expect.stringContaining('chown /var/log/usm/usm-billing.log'),
    })
  })

  test('on a full disk is a warning', () => {
    expect(checkFolder(log, disk({ freeBytes: () => 3e6 }))).toMatchObject({
      ok: 'warn',
      text: expect.stringContaining('3.0 MB free'),
    })
  })
})

describe('a probe', () => {
  const told = () => checksOf('billing').ok('q', 'a')
  const fail = async (): Promise<never> => {
    throw new BillingError('temporary', 'q', 'no answer')
  }

  test('goes on after a failure that came soon, and ends after one that took long', async () => {
    let time = 0
    const probe = new Probe('billing', () => time)
    await probe.ask('first', async () => 1, told)
    await probe.ask('soon', fail, told)
    await probe.ask(
      'slow',
      async () => {
        time += 300_000
        return fail()
      },
      told,
    )
    await probe.ask('never', async () => expect.unreachable(), told)
    expect(probe.checks.map(({ ok }) => ok)).toEqual(['ok', 'fail', 'fail', 'skip'])
    expect(probe.refusal).toBeUndefined()
  })

  test('lets a bug through', async () => {
    const probe = new Probe('billing')
    const bug = new TypeError('x is not a function')
    await expect(probe.ask('q', () => Promise.reject(bug), told)).rejects.toBe(bug)
  })
})

describe('the text for people', () => {
  const line = { system: 'billing', name: 'x', ok: 'ok', text: 'fine', hint: '' } as const

  test('says how much there is to do', () => {
    expect(doctorText([line])).toEndWith('All is well.')
    expect(doctorText([{ ...line, ok: 'warn' }])).toEndWith('\n1 warning.')
    const both = doctorText([
      { ...line, ok: 'fail', name: 'y' },
      { ...line, ok: 'warn' },
      { ...line, ok: 'warn', name: 'z' },
    ])
    expect(both).toEndWith('\n1 check failed, 2 warnings.')
  })

  test('shows what came from outside as text on its own line', () => {
    const text = doctorText([{ ...line, ok: 'fail', text: 'bad\u001b[2J\nbilling · key · ok' }])
    expect(text).not.toContain('\u001b')
    expect(text.split('\n').filter((one) => one.startsWith('billing · key'))).toEqual([])
  })
})
