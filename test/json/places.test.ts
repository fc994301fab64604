/** Places are what a list of numbers would be. */
import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { Places } from '../../src/json/places.ts'

test('places are kept, dropped and moved as those of a list', () => {
  const step = fc.record({
    added: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 400 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      const places = new Places()
      let model: number[] = []
      let last = 0
      for (const { added, share } of steps) {
        for (const gap of added) {
          last += gap
          places.add(last)
          model.push(last)
        }
        const limit = Math.floor(last * share)
        expect([...places.between(limit, last)]).toEqual(
          model.filter((place) => place > limit && place < last),
        )
        places.dropBelow(limit)
        places.shift(limit)
        model = model.filter((place) => place >= limit).map((place) => place - limit)
        last -= limit
        expect([...places.all]).toEqual(model)
        expect(places.length).toBe(model.length)
      }
    }),
  )
})
