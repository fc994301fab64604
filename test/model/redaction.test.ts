import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { createRedactor, secretsOfUrl } from '../../src/model/redaction.ts'

describe('a known secret', () => {
  const secret = "p@ss w/ord+é'&<1>"
  const redact = createRedactor([secret])
  const notations: Record<string, string> = {
    'as it is': secret,
    'percent-encoded': encodeURIComponent(secret),
    'percent-encoded in lower case': encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    'percent-encoded twice': encodeURIComponent(encodeURIComponent(secret)),
    'in a form': new URLSearchParams({ a: secret }).toString().slice(2),
    'in JSON': JSON.stringify(secret),
    'in HTML': Bun.escapeHTML(secret),
  }
  for (const [name, text] of Object.entries(notations)) {
    test(`is taken out ${name}`, () => {
      expect(redact(`before ${text} after`)).toMatch(/^before "?\*\*\*"? after$/)
    })
  }

  test('given percent-encoded is taken out decoded too', () => {
    expect(createRedactor(['a%2Fbcdefg'])('x a/bcdefg y')).toBe('x *** y')
  })

  test('that begins with another one leaves no rest', () => {
    expect(createRedactor(['secret1', 'secret1234'])('secret1234')).toBe('***')
  })

  test('that is short is taken out only where it stands alone', () => {
    expect(createRedactor(['abc'])('abc, "abc" and abcd, fabc, абабвabc, key=abc')).toBe(
      '***, "***" and abcd, fabc, абабвabc, key=***',
    )
  })

  test('of no length changes nothing', () => {
    expect(createRedactor(['', ' '])('all is well')).toBe('all is well')
  })

  test('never survives, whatever it is and whatever is around it', () => {
    const text = fc.string({ unit: 'grapheme' })
    const hard = fc
      .string({ unit: 'grapheme', minLength: 8 })
      .filter((one) => one.trim().length >= 6 && !one.includes('*'))
    fc.assert(
      fc.property(text, hard, text, (before, key, after) => {
        const redacted = createRedactor([key])(`${before}${key}${after}`)
        return !redacted.includes(key) || before.includes(key) || after.includes(key)
      }),
    )
  })
})

describe('what nobody told us of', () => {
  const redact = createRedactor([])
  const cases: [string, string][] = [
    ['GET http://b/?module=api&key=Zx9&request=x', 'GET http://b/?module=api&key=***&request=x'],
    ['key=Zx9', 'key=***'],
    ['api_key=Zx9&cat=module', 'api_key=***&cat=module'],
    ['url=http%3A%2F%2Fb%2F%3Fkey%3DZx9', 'url=http%3A%2F%2Fb%2F%3Fkey%3D***'],
    ['(password=Zx9)', '(password=***)'],
    ['connect to https://admin:pw@erp.example/api failed', 'connect to https://***@erp.example/api failed'],
    ['{"login":"a","password":"Zx\\"9","x":1}', '{"login":"a","password":"***","x":1}'],
    ['{"login":"a","password": "Zx9 cut', '{"login":"a","password": "***"'],
    ['{"password":12345,"x":1}', '{"password":"***","x":1}'],
    ['the monkey=banana', 'the monkey=***'],
    ['http://erp.example/a@b', 'http://erp.example/a@b'],
    ['petrenko@example.com', 'petrenko@example.com'],
    ['set confIsImportPasswordToUsPassword', 'set confIsImportPasswordToUsPassword'],
  ]
  for (const [text, expected] of cases) test(text, () => expect(redact(text)).toBe(expected))
})

describe('an address', () => {
  test('gives its query, the keys in it and its user as secrets', () => {
    const redact = createRedactor(
      secretsOfUrl(
        'https://joe:s%40crets@b.example/api.php?module=remoteapi&key=UB0123456789&action=userside#x',
      ),
    )
    for (const text of [
      'module=remoteapi&key=UB0123456789&action=userside',
      'the key UB0123456789 was refused',
      'Authorization: Basic am9lOnNAY3JldHM=',
      'joe:s@crets',
      's@crets',
      'module%3Dremoteapi%26key%3DUB0123456789%26action%3Duserside',
    ]) {
      expect(redact(text)).not.toMatch(/UB0123456789|remoteapi|crets|am9lOn/)
    }
    expect(redact('https://b.example/api.php')).toBe('https://b.example/api.php')
  })

  test('that is none gives what can be told', () => {
    expect(secretsOfUrl('not an address?key=abcdef')).toEqual(['key=abcdef', 'abcdef'])
    expect(secretsOfUrl('http://b.example/')).toEqual([])
  })
})
