import { describe, expect, test } from 'bun:test'
import { MetParts } from '../../src/billing/tables/rows/met-parts.ts'
import { NumberList } from '../../src/billing/tables/rows/number-list.ts'
import { Owners } from '../../src/billing/tables/rows/owners.ts'
import { RowBytes, RowBytesReader } from '../../src/billing/tables/rows/row-bytes.ts'
import { SideForm, SideList } from '../../src/billing/tables/rows/side-lists.ts'
import { readTextCell } from '../../src/billing/tables/servers/encoding.ts'
import type { RawRow } from '../../src/billing/tables/source.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text)

function written(row: RawRow): RowBytes {
  const target = new RowBytes(1)
  target.addRow(row, 0, row.length)
  return target
}

function textOf(row: RawRow): string {
  const target = written(row)
  return textIn(target)
}

function textIn(target: RowBytes): string {
  return Buffer.from(target.part(0, target.length)).toString('latin1')
}

describe('Rows as bytes', () => {
  test.each([
    [[null, '', 'a', 'Їжак']],
    [['x'.repeat(47), 'y'.repeat(48), 'z'.repeat(126), 'ґ'.repeat(9000), null]],
  ])('are read as they were written', (row) => {
    const target = written(row)
    const reader = new RowBytesReader(target.part(0, target.length), readTextCell)
    expect(reader.row(row.length)).toEqual(row)
  })

  test('are the same from bytes and from texts', () => {
    expect(textOf([bytes('Їжак'), bytes('')])).toBe(textOf(['Їжак', '']))
  })

  test.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [[null], ['']],
    [
      ['', 'a'],
      ['a', ''],
    ],
    [
      [null, 'a'],
      ['a', null],
    ],
  ])('differ where the cells differ: %p, %p', (one, other) => {
    expect(textOf(one)).not.toBe(textOf(other))
  })
})

describe('Owners', () => {
  test('are the same for the same id, however it is written down', () => {
    const owners = new Owners(readTextCell)
    const number = owners.numberOf(bytes('1005'))
    expect(number).toBe(0)
    expect([' 1005 ', '1005', bytes('1005 ')].map((cell) => owners.numberOf(cell))).toEqual([0, 0, 0])
  })

  test('differ for ids that are other texts', () => {
    const owners = new Owners(readTextCell)
    const ids = ['5', '05', '5.0', '-5', '1000000005', '0', 'petro', 'Petro']
    expect(ids.map((id) => owners.numberOf(bytes(id)))).toEqual(ids.map((_, place) => place))
    expect(ids.map((id) => owners.numberOf(id))).toEqual(ids.map((_, place) => place))
  })

  test('are as many as there are ids, wherever they lie among the numbers', () => {
    const owners = new Owners(readTextCell)
    const ids = ['7', String(2 ** 21 - 1), String(2 ** 21), '999999999', '1', '1000000000']
    expect(ids.map((id) => owners.numberOf(bytes(id)))).toEqual(ids.map((_, place) => place))
    expect(ids.map((id) => owners.numberOf(id))).toEqual(ids.map((_, place) => place))
  })

  test.each([null, '', '  ', bytes('')])('are nobody without an id: %p', (cell) => {
    expect(new Owners(readTextCell).numberOf(cell)).toBeUndefined()
  })
})

describe('Parts that were met', () => {
  /** Both have the same hash of 32 bits. */
  const ALIKE = ['costarring', 'liquid'] as const
  const meet = (met: MetParts, text: string): boolean => {
    const source = new RowBytes(1)
    source.add(bytes(`-${text}-`), 0, Buffer.byteLength(text) + 2)
    return met.meet(source, 1, source.length - 1)
  }

  test('are known again, and no others', () => {
    const met = new MetParts()
    const texts = ['', 'a', 'ab', 'b', 'Їжакова', 'x'.repeat(9000)]
    expect(texts.map((text) => meet(met, text))).toEqual(texts.map(() => true))
    expect(texts.map((text) => meet(met, text))).toEqual(texts.map(() => false))
    expect(meet(met, 'ba')).toBe(true)
  })

  test('are told apart where their hashes are one', () => {
    const [one, other] = ALIKE.map((text) => {
      const source = new RowBytes(1)
      source.add(bytes(text), 0, text.length)
      return source.hashOfPart(0, text.length)
    })
    expect(one).toBe(other ?? Number.NaN)
    const met = new MetParts()
    expect([...ALIKE, ...ALIKE].map((text) => meet(met, text))).toEqual([true, true, false, false])
  })
})

describe('Rows of a side list', () => {
  function list(rows: readonly (readonly [owner: number, RawRow])[], isOrdered: boolean): SideList {
    const side = new SideList(new SideForm('phones', ['number', 'main'], isOrdered))
    for (const [owner, row] of rows) {
      side.begin().addRow(row, 0, row.length)
      side.own(owner)
    }
    return side
  }

  function ofOwner(side: SideList, owner: number) {
    const target = new RowBytes(1)
    side.write(owner, target)
    const reader = new RowBytesReader(target.part(0, target.length), readTextCell)
    return { text: textIn(target), rows: side.form.read(reader) }
  }

  const MIXED = [
    [3, ['222', '0']],
    [0, ['333', null]],
    [3, ['1111', '1']],
  ] as const

  test('are those of their owner', () => {
    const side = list(MIXED, true)
    expect([0, 1, 3, 9].map((owner) => ofOwner(side, owner).rows)).toEqual([
      [['333', null]],
      [],
      [
        ['222', '0'],
        ['1111', '1'],
      ],
      [],
    ])
  })

  test('of a server are the same in whatever order they came', () => {
    const one = ofOwner(list(MIXED, false), 3)
    expect(ofOwner(list(MIXED.toReversed(), false), 3)).toEqual(one)
    expect(one.rows).toEqual([
      ['1111', '1'],
      ['222', '0'],
    ])
  })

  test('of a file differ where their order does', () => {
    const one = ofOwner(list(MIXED, true), 3)
    expect(ofOwner(list(MIXED.toReversed(), true), 3).text).not.toBe(one.text)
  })
})

test('A list of numbers gives what was put, and nothing where nothing was', () => {
  const numbers = new NumberList(1)
  numbers.push(7)
  numbers.put(5000, 8)
  expect([0, 1, 5000, 5001].map((place) => numbers.at(place))).toEqual([7, 0, 8, 0])
  expect(numbers.length).toBe(5001)
})
