import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { decodeEntities } from '../../src/model/text.ts'
import { encodeText, type TextKind } from '../../src/userside/entity.ts'

const KINDS: TextKind[] = ['text', 'comment', 'tariffName', 'groupName']

describe('texts on their way to the ERP (§1)', () => {
  test.each([
    ['text', `&#039;/\\+&"`],
    ['comment', `&#039;&#047;&#092;+&"`],
    ['tariffName', `&#039;&#047;\\+&"`],
    ['groupName', `&#039;&#047;\\&#43;&"`],
  ] as const)('as %s', (kind, encoded) => {
    expect(encodeText(kind, `'/\\+&"`)).toBe(encoded)
  })

  test('come back as they were, whichever kind they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.string({ unit: 'grapheme' }), (kind, raw) => {
        const text = decodeEntities(raw)
        expect(decodeEntities(encodeText(kind, text))).toBe(text)
        expect(encodeText(kind, text)).not.toContain("'")
      }),
    )
  })

  test('are not encoded twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.string(), (kind, text) => {
        const once = encodeText(kind, text)
        expect(encodeText(kind, once)).toBe(once)
      }),
    )
  })

  test('lose half characters, which no JSON reader of the ERP takes', () => {
    expect(encodeText('text', 'a\ud83db')).toBe('a\ufffdb')
  })
})
