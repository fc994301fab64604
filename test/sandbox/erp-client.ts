/** A client of the sandbox ERP that says what it is told to, right or wrong. */
import { expect } from 'bun:test'
import { startUserside, type UsersideOptions, type UsersideSandbox } from '../../src/sandbox/userside.ts'

export const CRC = 'b'.repeat(32)

export interface Answer {
  readonly status: number
  readonly text: string
  /** The envelope with lower-case keys, or the bare body. */
  readonly body: Readonly<Record<string, unknown>>
}

export class ErpClient {
  constructor(readonly erp: UsersideSandbox) {}

  async get(request: string, params: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const query = new URLSearchParams({ key: this.erp.apiKey, cat: 'module', request, ...params })
    return answerOf(await fetch(`${this.erp.url}/api.php?${query}`))
  }

  async post(call: string, params: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const [cat = '', action = ''] = call.split('/')
    const body = new URLSearchParams({ key: this.erp.apiKey, cat, action, ...params })
    return answerOf(await fetch(`${this.erp.url}/api.php`, { method: 'POST', body }))
  }

  /** `set_start_info` and `get_settings`. */
  async open(): Promise<void> {
    await this.post('usm_billing/set_start_info', {
      version: '1.0.0',
      path: '/opt/usm',
      log_path: '/opt/usm/log',
    })
    const times = { billing_time: '1790000000', erp_time: '1790000000' }
    await this.post('usm_billing/get_settings', { billing_id: '1', ...times })
  }

  async addTariff(id: string, name = id): Promise<string> {
    const { body } = await this.post('tariff/add', { billing_id: '1', billing_tariff_id: id, name })
    return String(body['id'])
  }

  async addCustomers(...ids: string[]): Promise<Answer> {
    const data = ids.map((id) => ({ billing_customer_id: id, name: `Name of ${id}` }))
    return this.post('customer/group_add', { billing_id: '1', data: JSON.stringify(data) })
  }

  /** Edits one subscriber; `crc_billing` is added unless the source is given or the patch is said to be whole. */
  async edit(billingId: string, patch: object, src?: 'billing'): Promise<Answer> {
    const full = src === undefined ? { crc_billing: CRC, ...patch } : patch
    return this.editLot({ [this.idOf(billingId)]: full }, src)
  }

  async editLot(data: object, src?: string): Promise<Answer> {
    return this.post('customer/group_edit', {
      data: JSON.stringify(data),
      ...(src === undefined ? {} : { src }),
    })
  }

  async list(): Promise<Answer> {
    const flags = { is_id_billing_user_id: '1', is_parent_id: '1', timestamp_ready: '1' }
    return this.get('get_user_list', { billing_id: '1', ...flags })
  }

  idOf(billingId: string): string {
    return this.erp.erp.customerOf(billingId)?.erpId ?? 'nobody'
  }
}

/** An ERP in an open run, with a client. */
export async function openErp(options: UsersideOptions = {}): Promise<ErpClient> {
  const client = new ErpClient(await startUserside(options))
  await client.open()
  return client
}

/** An ERP with something of everything: tariff `t1`, `t2`, group, tag, service, house, subscriber `anna`, `boris`. */
export async function furnishedErp(options: UsersideOptions = {}): Promise<ErpClient> {
  const client = await openErp(options)
  await client.addTariff('t1')
  await client.addTariff('t2')
  await client.post('customer/add_group', { name: 'VIP' })
  await client.post('customer/add_tag', { name: 'Fiber' })
  await client.post('service/add', { billing_id: '1', name: 'TV' })
  await client.post('address/compare_house', {
    billing_crc_id: CRC,
    data: JSON.stringify({ 7: { ...NO_HOUSE, city: 'Kyiv', street: 'Main', number: '12' } }),
  })
  await client.addCustomers('anna', 'boris')
  return client
}

export const NO_HOUSE = {
  province: '',
  district: '',
  city: '',
  area: '',
  street: '',
  number: '',
  block: '',
  postcode: '',
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, text, body: bodyOf(text) }
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null) return {}
    const entries = Object.entries(parsed)
    const isEnvelope = entries.some(([key]) => key.toLowerCase() === 'result')
    const lower = ([key, value]: [string, unknown]): [string, unknown] => [
      key.toLowerCase().replaceAll('_', ''),
      value,
    ]
    return Object.fromEntries(isEnvelope ? entries.map(lower) : entries)
  } catch {
    return {}
  }
}

/** Sends one call and gives what the ERP says is wrong with it; it must be refused. */
export async function complaint(
  erp: ErpClient,
  call: string,
  params: Record<string, string>,
): Promise<string> {
  const before = erp.erp.snapshot()
  erp.erp.forgetRequests()
  const answer = await erp.post(call, params)
  expect(answer.body['result']).toBe('ERROR')
  expect(erp.erp.snapshot()).toEqual(before)
  return erp.erp.violations.join('\n')
}
