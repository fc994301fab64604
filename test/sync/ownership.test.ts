/** What this program gave is taken away when the billing no longer gives it; what others gave stays (§7). */
import { describe, expect, test } from 'bun:test'
import type { Wire } from './plain-billing.ts'
import { KOVAL, type SceneWorld } from './scenes.ts'
import { expectSettled, startPlainWorld } from './world.ts'

const KINDS = [
  {
    list: 'get_services_list',
    member: 'service',
    held: 'services',
    code: 'service-unknown-to-billing',
    entry: (name: string) => ({ name, cost: '30' }),
    give: (id: number) => ({ [id]: [{ cost: '30' }] }),
  },
  {
    list: 'get_user_tags',
    member: 'tag',
    held: 'tags',
    code: 'tag-unknown-to-billing',
    entry: (name: string) => ({ name }),
    give: (id: number) => ({ [id]: { id } }),
  },
  {
    list: 'get_user_group_list',
    member: 'group',
    held: 'groups',
    code: 'group-unknown-to-billing',
    entry: (name: string) => ({ name }),
    give: (id: number) => ({ [id]: { id } }),
  },
] as const

for (const { list, member, held, code, entry, give } of KINDS) {
  const answers = (names: Readonly<Record<string, string>>, given: object): Record<string, Wire> => ({
    [list]: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, { id, ...entry(name) }])),
    get_user_list: { koval: { ...KOVAL, [member]: given }, lys: { ...KOVAL, login: 'lys' } },
  })
  const heldBy = ({ userside }: SceneWorld, id = 'koval'): string =>
    JSON.stringify(userside.snapshot().subscribers[id]?.[held])

  describe(`a ${member}`, () => {
    test('that the billing has renamed leaves nobody with both', async () => {
      const world = await startPlainWorld(answers({ 1: 'IPTV' }, give(1)))
      await world.run()
      Object.assign(world.billing.answers, answers({ 1: 'IPTV HD' }, give(1)))
      await world.run()
      expect(heldBy(world)).toContain('IPTV HD')
      expect(heldBy(world)).not.toContain('"IPTV"')
      await expectSettled(world)
      await world.stop()
    })

    test('that UserSide does not list any more is taken away from nobody, and not created again', async () => {
      const world = await startPlainWorld(answers({ 1: 'IPTV' }, give(1)))
      await world.run()
      const before = world.userside.snapshot().subscribers
      const call = `module/${list}`
      world.userside.faults.add({ kind: 'body', call, text: '{}', times: Number.POSITIVE_INFINITY })
      for (let time = 0; time < 2; time += 1) {
        const { problems, writes } = await world.run({ isFull: false })
        expect(problems.list().map((problem) => problem.code)).toContain('create-not-shown')
        expect(writes).toBe(0)
      }
      expect(world.userside.snapshot().subscribers).toEqual(before)
      world.userside.faults.clear()
      await expectSettled(world)
      await world.stop()
    })

    test('that the billing has deleted is taken away from whom it was given', async () => {
      const world = await startPlainWorld(answers({ 1: 'IPTV', 2: 'Phone' }, { ...give(1), ...give(2) }))
      await world.run()
      Object.assign(world.billing.answers, answers({ 2: 'Phone' }, give(2)))
      await world.run()
      expect(heldBy(world)).toContain('Phone')
      expect(heldBy(world)).not.toContain('IPTV')
      await expectSettled(world)
      await world.stop()
    })

    test('that somebody else gave stays, and is counted where the billing does not know it', async () => {
      const world = await startPlainWorld(answers({ 1: 'IPTV', 2: 'Phone' }, give(1)))
      await world.run()
      const erpId = [...world.userside.erp[held].entries()].find(
        ([, { name }]) => name === 'IPTV',
      )?.[0] as string
      world.userside.edit('lys', (row) => {
        if (held === 'services') row.services.set(erpId, { cost: '30', comment: '' })
        else if (held === 'tags') row.tags.set(erpId, '')
        else row.groups.add(erpId)
      })
      Object.assign(world.billing.answers, answers({ 2: 'Phone' }, {}))
      const { problems } = await world.run()
      expect(heldBy(world)).not.toContain('IPTV')
      expect(heldBy(world, 'lys')).toContain('IPTV')
      expect(problems.list().find((problem) => problem.code === code)?.sample).toEqual(['lys IPTV'])
      await world.stop()
    })
  })
}
