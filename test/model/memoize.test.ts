import { expect, test } from 'bun:test'
import { memoize } from '../../src/model/memoize.ts'

test('it is worked out once for each object, whatever comes of it, and not for another that is alike', () => {
  const asked: object[] = []
  const count = memoize((key: { readonly value: number }) => {
    asked.push(key)
    return key.value
  })
  const [one, alike] = [{ value: 0 }, { value: 0 }]
  expect([count(one), count(one), count(alike)]).toEqual([0, 0, 0])
  expect(asked).toHaveLength(2)
})
