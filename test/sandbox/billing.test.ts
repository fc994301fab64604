import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BillingOptions, type BillingSandbox, startBilling } from '../../src/sandbox/billing.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'

let billing: BillingSandbox | undefined
afterEach(() => billing?.stop())

async function start(options: BillingOptions): Promise<BillingSandbox> {
  billing = await startBilling(options)
  return billing
}

/** One request as a well-behaved client sends it, with more parameters where wanted. */
function ask({ url }: BillingSandbox, method: string, more = ''): Promise<Response> {
  return fetch(`${url}&temp=1790000000&request=${method}${more}`)
}

describe('recorded answers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'))
  const users =
    '{"\\u0430":{"id":"\\u0430","n":12345678901234567},"100031":{"id":100031,"a":[{"b":"}{"}],"c":"\\"x\\""},"__proto__":{"id":"__proto__"}}'
  beforeAll(() => {
    mkdirSync(join(folder, 'errors'))
    writeFileSync(join(folder, 'get_user_list.json'), users)
    writeFileSync(join(folder, 'get_system_information.json'), '{"date":"2026-11-23 02:17:33","os":"Linux"}')
    writeFileSync(join(folder, 'errors', 'memory_limit_128M_50k.txt'), '')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('are served byte for byte, as the real billing serves them', async () => {
    const response = await ask(await start({ samples: folder }), 'get_user_list')
    expect(await response.text()).toBe(users)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('connection')).toBe('close')
    expect(response.headers.get('content-length')).toBeNull()
  })

  test('come with the clock they were recorded by, two hours ahead of UTC', async () => {
    const response = await ask(await start({ samples: folder }), 'get_system_information')
    expect(response.headers.get('date')).toBe('Mon, 23 Nov 2026 00:17:33 GMT')
  })

  test('give one subscriber sliced from the text, which is recorded as a violation', async () => {
    const sandbox = await start({ samples: folder })
    const one = (id: string): Promise<string> =>
      ask(sandbox, 'get_user_list', `&customer_id=${encodeURIComponent(id)}`).then((response) =>
        response.text(),
      )
    expect(await one('100031')).toBe('{"100031":{"id":100031,"a":[{"b":"}{"}],"c":"\\"x\\""}}')
    expect(await one('а')).toBe('{"\\u0430":{"id":"\\u0430","n":12345678901234567}}')
    expect(await one('nobody')).toBe('undefined')
    expect(sandbox.violations).toContain('get_user_list asked for one subscriber by customer_id.')
  })

  test('hold answers that are none, with the status they were recorded with', async () => {
    const sandbox = await start({ samples: folder })
    const reply = sandbox.nonAnswers.get('memory_limit_128M_50k')
    sandbox.faults.add({ kind: 'body', ...(reply && { reply }) })
    const response = await ask(sandbox, 'get_user_list')
    expect([response.status, await response.text()]).toEqual([500, ''])
    expect(sandbox.nonAnswers.get('maintenance')?.status).toBe(200)
  })

  test('have no answer to a method without a file; letter case counts', async () => {
    const sandbox = await start({ samples: folder })
    const response = await ask(sandbox, 'get_city_district_list')
    expect([response.status, await response.text()]).toEqual([400, 'Unknown Action'])
    expect(sandbox.violations).toEqual([])
    expect((await ask(sandbox, 'GET_USER_LIST')).status).not.toBe(200)
  })
})

describe('the front door of uBilling', () => {
  test.each([
    ['another key', (url: string) => url.replace(/key=\w+/, 'key=UBwrong'), 200, 'ERROR:GET_WRONG_KEY'],
    ['no key', (url: string) => url.replace(/key=\w+&/, ''), 200, '<form'],
    ['another module', (url: string) => url.replace('remoteapi', 'other'), 200, '<form'],
    ['another action', (url: string) => url.replace('action=userside', 'action=x'), 200, '<form'],
    ['no action', (url: string) => url.replace('&action=userside', ''), 200, 'ERROR:GET_NO_ACTION'],
    ['a second "?"', (url: string) => url.replace('&request', '?request'), 200, '<form'],
    ['no request', (url: string) => url.replace(/&request=.*/, ''), 400, 'Undefined request'],
  ] as const)('answers %s as the real one does', async (_, spoil, status, text) => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }) })
    const response = await fetch(spoil(`${sandbox.url}&temp=1790000000&request=get_tariff_list`))
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(text)
    expect(sandbox.violations).not.toEqual([])
  })
})

describe('a client is caught', () => {
  test('sending anything but GET', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }) })
    const url = `${sandbox.url}&temp=1790000000&request=get_tariff_list`
    expect((await fetch(url, { method: 'POST', body: 'x=1' })).status).toBe(409)
    expect(sandbox.violations.join('\n')).toMatch(/came by POST.*came with a body/s)
  })

  test.each([
    'change_user_data',
    'get_user_history',
    'get_connect_list',
    'get_device_list',
    'get_supported_change_user_data_list',
  ])('asking for %s', async (method) => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }) })
    expect((await ask(sandbox, method)).status).toBe(409)
    expect(sandbox.violations).toEqual([`${method} is not a method a client may call.`])
  })

  test('asking two things at once', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }), latencyMs: 20 })
    await Promise.all([ask(sandbox, 'get_tariff_list'), ask(sandbox, 'get_user_list')])
    expect(sandbox.violations.join('\n')).toContain('while another request was under way')
  })

  test('asking the same twice in a run, but not in the next run', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }) })
    const run = async (): Promise<void> => {
      for (const method of ['get_system_information', 'get_tariff_list', 'get_user_list'])
        await (await ask(sandbox, method)).text()
    }
    await run()
    await run()
    expect(sandbox.violations).toEqual([])
    expect((await ask(sandbox, 'get_user_list')).status).toBe(409)
    expect(sandbox.violations).toEqual(['get_user_list was asked twice in one run.'])
  })

  test('asking out of order', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }) })
    for (const method of ['get_system_information', 'get_user_list', 'get_tariff_list'])
      await ask(sandbox, method)
    expect(sandbox.violations).toEqual(['get_tariff_list was asked out of the order of a run.'])
  })

  test('asking again what was refused, but not what was disturbed', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }) })
    await ask(sandbox, 'get_system_information')
    sandbox.faults.add({ kind: 'status', call: 'get_tariff_list' })
    await ask(sandbox, 'get_tariff_list')
    sandbox.faults.add({ kind: 'cut', call: 'get_tariff_list' })
    await (await ask(sandbox, 'get_tariff_list')).text()
    expect((await ask(sandbox, 'get_tariff_list')).status).toBe(200)
    expect(sandbox.violations).toEqual([])
    await ask(sandbox, 'get_city_district_list')
    await ask(sandbox, 'get_city_district_list')
    expect(sandbox.violations).toEqual(['get_city_district_list was asked again after it was refused.'])
  })

  test('only for what one request shows, when runs are not watched', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }), isRunWatched: false })
    for (const method of ['get_system_information', 'get_user_list', 'get_user_list', 'get_tariff_list'])
      expect((await ask(sandbox, method)).status).toBe(200)
    expect(sandbox.violations).toEqual([])
  })

  test('leaving temp out, or sending a parameter twice', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }) })
    await fetch(`${sandbox.url}&request=get_tariff_list`)
    await ask(sandbox, 'get_tariff_list', '&request=get_user_list')
    expect(sandbox.violations).toEqual([
      'get_tariff_list came without temp=<unix time>.',
      'get_tariff_list came with the parameter request twice.',
    ])
  })
})

describe('a population', () => {
  test('is replaced while the billing runs', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 3 }) })
    const count = async (): Promise<number> =>
      Object.keys(Object(await (await ask(sandbox, 'get_user_list')).json())).length
    expect(await count()).toBe(3)
    sandbox.setPopulation(generatePopulation({ size: 5 }))
    expect(await count()).toBe(5)
    sandbox.setPopulation(generatePopulation({ size: 0 }))
    expect(await (await ask(sandbox, 'get_user_list')).text()).toBe('undefined')
  })

  test('is compressed for those who ask for it', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 50 }) })
    const url = `${sandbox.url}&temp=1790000000&request=get_user_list`
    const raw = async (encoding: string): Promise<[string | null, number]> => {
      const response = await fetch(url, { headers: { 'Accept-Encoding': encoding }, decompress: false })
      return [response.headers.get('content-encoding'), (await response.arrayBuffer()).byteLength]
    }
    const [plain, whole] = await raw('identity')
    const [zipped, less] = await raw('gzip')
    expect([plain, zipped]).toEqual([null, 'gzip'])
    expect(less).toBeLessThan(whole / 2)
    expect(await (await fetch(url)).text()).toHaveLength(whole)
  })

  test('is logged without the key', async () => {
    const sandbox = await start({ population: generatePopulation({ size: 1 }) })
    await ask(sandbox, 'get_tariff_list')
    expect(sandbox.requests).toMatchObject([{ method: 'get_tariff_list', status: 200 }])
    expect(JSON.stringify(sandbox.requests)).not.toContain(sandbox.key)
  })
})
