import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { createRedactor } from '../../src/userside/redact.ts'

describe('what may be shown', () => {
  const { redact, excerpt } = createRedactor(['K3Y'])

  test.each([
    ['http://erp/api.php?key=K3Y&cat=module', 'http://erp/api.php?key=***&cat=module'],
    ['http://erp/api.php?cat=module&KEY=other', 'http://erp/api.php?cat=module&KEY=***'],
    ['Wrong key K3Y!', 'Wrong key ***!'],
    ['https://me:pw@erp.example/', 'https://***@erp.example/'],
    ['mailto me@erp.example', 'mailto me@erp.example'],
  ])('of %j', (text, shown) => {
    expect(redact(text)).toBe(shown)
  })

  test('holds no secret in any of its forms', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, unit: 'binary' }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          const shown = createRedactor([secret]).redact(
            `${before}${secret}|${encodeURIComponent(secret.toWellFormed())}|${JSON.stringify(secret)}${after}`,
          )
          expect(shown).not.toContain(secret)
        },
      ),
    )
  })

  test('of nothing is nothing', () => {
    expect(createRedactor(['']).redact('plain')).toBe('plain')
    expect(excerpt('')).toBe('')
  })

  test('of a long page is its beginning', () => {
    expect(excerpt(`<p>${'x'.repeat(9999)}`)).toHaveLength(200)
  })
})
