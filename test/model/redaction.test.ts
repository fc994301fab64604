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
    'in JSON of PHP': phpJson(secret),
    'in JSON in JSON': phpJson(phpJson(secret)),
    'in numeric entities': entities(secret, (code) => `&#${code};`),
    'in numeric entities with zeros': entities(secret, (code) => `&#0${code};`),
    'in hexadecimal entities': entities(secret, (code) => `&#x${code.toString(16).toUpperCase()};`),
    'in entities in HTML': Bun.escapeHTML(entities(secret, (code) => `&#${code};`)),
    'percent-encoded whole': Buffer.from(secret).toString('hex').replace(/../g, '%$&'),
    'in entities in JSON': phpJson(Bun.escapeHTML(secret)),
    'percent-encoded in JSON': phpJson(encodeURIComponent(secret)),
    'in capitals': secret.toUpperCase(),
    'percent-encoded in capitals': encodeURIComponent(secret).toUpperCase(),
  }
  for (const [name, text] of Object.entries(notations)) {
    test(`is taken out ${name}`, () => {
      expect(redact(`before ${text} after`)).toMatch(/^before "?\*\*\*"? after$/)
    })
  }

  test('is taken out when each character of it is written in a way of its own', () => {
    const ways = [
      (one: string) => one,
      (one: string) => Buffer.from(one).toString('hex').replace(/../g, '%$&'),
      (one: string) => Buffer.from(one).toString('hex').replace(/../g, '%25$&'),
      (one: string) => entities(one, (code) => `&#0${code};`),
      (one: string) => entities(one, (code) => `&#x${code.toString(16)};`),
      (one: string) => unicodeEscapes(one),
      (one: string) => phpJson(one),
    ]
    const way = fc.nat({ max: ways.length - 1 })
    fc.assert(
      fc.property(fc.array(way, { minLength: secret.length, maxLength: secret.length }), (chosen) => {
        const written = [...secret].map((one, at) => ways[chosen[at] ?? 0]?.(one) ?? one).join('')
        expect(redact(`before ${written} after`)).toBe('before *** after')
      }),
    )
  })

  test('is found in a text of any kind without taking long', () => {
    for (const piece of ['\\', '%25', '&amp;', '\\u0026', '"password":"', '&key=', '"'])
      expect(redact(piece.repeat(20_000)).length).toBeGreaterThan(0)
  }, 5000)

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
    [
      'http://c:8082/system_api/?model=Abonents&psw=Zx9&x=1',
      'http://c:8082/system_api/?model=Abonents&psw=***&x=1',
    ],
    ['?psw=Zx9', '?psw=***'],
    ['a&pwd=Zx9', 'a&pwd=***'],
    ['&amp;key=Zx9&amp;action=x', '&amp;key=***&amp;action=x'],
    ['a\\u0026key=Zx9"', 'a\\u0026key=***"'],
    ['a\\u0026psw\\u003dZx9"', 'a\\u0026psw\\u003d***"'],
    ['a&#38;key&#61;Zx9"', 'a&#38;key&#61;***"'],
    ['{"psw":"Zx9"}', '{"psw":"***"}'],
    ['{\\"password\\":\\"Zx9\\",\\"x\\":1}', '{\\"password\\":"***",\\"x\\":1}'],
    [
      '{&quot;password&quot;:&quot;Zx9&quot;,&quot;x&quot;:1}',
      '{&quot;password&quot;:"***",&quot;x&quot;:1}',
    ],
    ['<user><password>Zx9</password></user>', '<user><password>***</password></user>'],
    // What the program says itself is no secret: the operator is to fill it in.
    ['Add &key=… to billingUrl.', 'Add &key=… to billingUrl.'],
    ['take request=…, key=…, temp=… out', 'take request=…, key=…, temp=… out'],
    ['key=…Zx9', 'key=***'],
    ['{ "to": …, "token": …, "on": … }', '{ "to": …, "token": …, "on": … }'],
    ['{"token":…Zx9}', '{"token":"***"}'],
    ['write user:password@ before the host', 'write user:password@ before the host'],
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

  test.each([
    'http://c.example:8082/system_api/?model=Abonents&psw=Carbon-4711&context=userside',
    'http://b.example/?module=remoteapi&amp;key=Carbon-4711&amp;action=userside',
    'http://b.example/?module=remoteapi&#38;key=Carbon-4711',
    'http://b.example/?module=remoteapi?key=Carbon-4711',
  ])('%s gives its key, however it was pasted', (url) => {
    expect(secretsOfUrl(url)).toContain('Carbon-4711')
  })

  test('that is none gives what can be told', () => {
    expect(secretsOfUrl('not an address?key=abcdef')).toEqual(['key=abcdef', 'abcdef'])
    expect(secretsOfUrl('http://b.example/')).toEqual([])
  })
})

/** As PHP's `json_encode` writes a text, without the quotes. */
function phpJson(text: string): string {
  const plain = JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/')
  return plain.replace(/[\u007f-\uffff]/g, unicodeEscapes)
}

function unicodeEscapes(text: string): string {
  return Array.from(
    { length: text.length },
    (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')
}

function entities(text: string, entity: (code: number) => string): string {
  return [...text].map((one) => entity(one.codePointAt(0) ?? 0)).join('')
}
