import { expect, test } from 'bun:test'
import { Problems } from '../../src/model/problem.ts'

test('problems are gathered by code, with a count and a few different examples', () => {
  const problems = new Problems()
  for (let index = 0; index < 9; index++)
    problems.report({ code: 'house-dangling', example: `s${index % 7}`, text: 'Houses are missing.' })
  problems.report({ code: 'refused', example: 'koval', text: 'Refused.', partial: true })
  expect(problems.list()).toEqual([
    {
      code: 'house-dangling',
      text: 'Houses are missing.',
      partial: false,
      count: 9,
      sample: ['s0', 's1', 's2', 's3', 's4'],
    },
    { code: 'refused', text: 'Refused.', partial: true, count: 1, sample: ['koval'] },
  ])
  expect(problems.isPartial).toBe(true)
})
