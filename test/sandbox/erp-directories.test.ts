import { afterEach, describe, expect, test } from 'bun:test'
import type { UsersideOptions } from '../../src/sandbox/userside.ts'
import { complaint, type ErpClient, furnishedErp } from './erp-client.ts'

let client: ErpClient | undefined
afterEach(() => client?.erp.stop())

async function furnished(options: UsersideOptions = {}): Promise<ErpClient> {
  client = await furnishedErp(options)
  return client
}

describe('groups, tags, services, messages', () => {
  test('that are there are not created again; raw characters are refused', async () => {
    const erp = await furnished()
    expect(await complaint(erp, 'customer/add_group', { name: 'VIP' })).toContain('though it is there')
    expect(await complaint(erp, 'customer/add_group', { name: 'A/B' })).toContain('raw /')
    expect(await complaint(erp, 'customer/add_group', { name: 'A+B' })).toContain('raw +')
    expect(await complaint(erp, 'customer/add_tag', { name: "O'B" })).toContain("raw '")
    expect(await complaint(erp, 'customer/add_tag', { name: ' padded' })).toContain('not folded')
    expect(await complaint(erp, 'service/add', { billing_id: '1', name: '' })).toContain('without a name')
    const [service] = erp.erp.erp.services.keys()
    expect(await complaint(erp, 'service/edit', { id: String(service), cost: '0.00' })).toContain(
      'redundant write',
    )
    expect(await complaint(erp, 'service/edit', { id: '9999', cost: '5' })).toContain('not there')
  })

  test('are put on a subscriber and taken away again', async () => {
    const erp = await furnished()
    const { groups, tags, services } = erp.erp.erp
    const [group = ''] = groups.keys()
    const [tag = ''] = tags.keys()
    const [service = ''] = services.keys()
    await erp.edit('anna', {
      add_group_id: { [group]: group },
      group: { [group]: 1 },
      tag: { [tag]: '2026-01-01 00:00:00' },
      service: { [service]: 1 },
      service_cost: { [service]: '99.5' },
      service_comment: { [service]: 'п&#039;ять' },
    })
    expect(erp.erp.snapshot().subscribers['anna']).toMatchObject({
      groups: ['VIP'],
      tags: ['Fiber'],
      services: { TV: "99.5 п'ять" },
    })
    await erp.edit('anna', {
      delete_group_id: { [group]: group },
      group: { [group]: -1 },
      tag: { [tag]: -1 },
      service: { [service]: -1 },
    })
    expect(erp.erp.snapshot().subscribers['anna']).toMatchObject({ groups: [], tags: [], services: {} })
    expect(erp.erp.violations).toEqual([])
  })

  test('the new form of groups without the old one beside it is refused, and the other way round', async () => {
    const erp = await furnished()
    const [group = ''] = erp.erp.erp.groups.keys()
    await erp.edit('anna', { add_group_id: { [group]: group } })
    await erp.edit('anna', { group: { [group]: 1 } })
    expect(erp.erp.violations.join('\n')).toMatch(/not accompanied by group.*which add_group_id does not/s)
  })

  test('a message comes once, of somebody known, with a unix date', async () => {
    const erp = await furnished()
    const message = {
      billing_msg_id: '5',
      customer_id: erp.idOf('anna'),
      billing_msg_date: '1790000000',
      text: 'a<br>b',
    }
    await erp.post('customer/msg_add', message)
    expect(erp.erp.violations).toEqual([])
    expect(erp.erp.settings.last_msg_id).toBe(5)
    expect(await complaint(erp, 'customer/msg_add', message)).toContain('though UserSide has it')
    const next = { ...message, billing_msg_id: '6' }
    expect(await complaint(erp, 'customer/msg_add', { ...next, customer_id: '1' })).toContain('not there')
    expect(await complaint(erp, 'customer/msg_add', { ...next, billing_msg_date: 'now' })).toContain('unix')
    expect(await complaint(erp, 'customer/msg_add', { ...next, text: "it's" })).toContain("raw '")
  })
})
