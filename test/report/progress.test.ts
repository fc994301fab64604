import { expect, test } from 'bun:test'
import { progressText } from '../../src/report/progress.ts'

test.each([
  [40, 58, 'Comparing subscribers · 40 of 58, 68 % · 20/s · 0.9 s left'],
  [58, 58, 'Comparing subscribers · 58 of 58, 100 % · 29/s · 2.0 s'],
  // UserSide holds more than the billing gives.
  [63, 58, 'Comparing subscribers · 63 · 32/s · 2.0 s'],
])('%i of %i expected', (done, total, shown) => {
  const text = progressText({ title: 'Comparing subscribers', done, total, elapsedMs: 2000 })
  expect(text.replaceAll('\u00a0', ' ')).toBe(shown)
})
