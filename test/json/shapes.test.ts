import { describe, expect, test } from 'bun:test'
import { entries, fieldOf, idOf, isNothing, items, textOf } from '../../src/json/shapes.ts'

describe('entries', () => {
  const rows: readonly [what: string, value: unknown, expected: [string, unknown][]][] = [
    [
      'a list under its own ids',
      [{ id: 7 }, { id: ' 8 ' }],
      [
        ['7', { id: 7 }],
        ['8', { id: ' 8 ' }],
      ],
    ],
    [
      'a list without ids under its indexes',
      [{ a: 1 }, { a: 2 }],
      [
        ['0', { a: 1 }],
        ['1', { a: 2 }],
      ],
    ],
    ['a map under its keys', { k: { a: 1 } }, [['k', { a: 1 }]]],
    ['an own id against the key', { k: { id: 0 } }, [['0', { id: 0 }]]],
    ['an empty own id against the key', { k: { id: '' } }, [['', { id: '' }]]],
    ['an own id of null under the key', { k: { id: null } }, [['k', { id: null }]]],
    [
      'scalars are their own ids',
      { k: '3', l: 5 },
      [
        ['3', '3'],
        ['5', 5],
      ],
    ],
    ['a lone scalar', 3, [['3', 3]]],
    ['a bare item', { id: 3, name: 'x' }, [['3', { id: 3, name: 'x' }]]],
    ['a map that has the key id', { id: { a: 1 } }, [['id', { a: 1 }]]],
    ['lists inside a map', { k: [1] }, [['k', [1]]]],
    ['nothing inside', { a: null, b: '', c: false, d: 0 }, [['0', 0]]],
    ['nothing at all', null, []],
  ]
  for (const [what, value, expected] of rows)
    test(what, () => {
      expect(entries(value)).toEqual(expected)
    })

  test('keys that mean something to JavaScript are keys', () => {
    const value = JSON.parse('{"__proto__":{"a":1},"constructor":{"a":2}}')
    expect(entries(value).map(([id]) => id)).toEqual(['__proto__', 'constructor'])
  })
})

test('items are the same without ids', () => {
  expect(items([1, null, 2], [])).toEqual([1, 2])
  expect(items({ a: 1, b: false }, [])).toEqual([1])
  expect(items({ number: 'x' }, ['number'])).toEqual([{ number: 'x' }])
  expect(items('x', [])).toEqual(['x'])
  expect(items('', [])).toEqual([])
})

test('a field is only what the text carried', () => {
  expect(fieldOf({}, 'constructor')).toBeUndefined()
  expect(fieldOf({}, '__proto__')).toBeUndefined()
  expect(fieldOf(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1)
  expect(fieldOf([5], '0')).toBeUndefined()
  expect(fieldOf(null, 'a')).toBeUndefined()
})

test('texts and ids', () => {
  expect([' a ', 5, -0, true, false, null, undefined, {}, []].map(textOf)).toEqual([
    ' a ',
    '5',
    '0',
    '1',
    '',
    '',
    '',
    '',
    '',
  ])
  expect([' 007 ', 0, '0'].map(idOf)).toEqual(['007', '0', '0'])
  expect([null, undefined, '', false, 0, [], {}].map(isNothing)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
