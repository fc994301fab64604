/** Recorded answers, every personal value replaced. */

import { walkAnswer } from './answer.ts'
import { callOf, type Exchange } from './exchange.ts'
import { kindOf, kindOfName, type Place } from './fields.ts'
import type { Replacement } from './replacement.ts'
import { plainAmount, replaced, type TextRules, tokensOf } from './text.ts'

/** Tells of every word and number that occurs, so that none of them stands for another. */
export function learn(exchanges: readonly Exchange[], replacement: Replacement): void {
  for (const { side, question, body } of exchanges) {
    const call = callOf(question)
    walkAnswer(decode(body).text, ({ path, what, raw }) => {
      const place: Place = { side, call, path }
      const isReplaced =
        what !== 'outside' && (what === 'name' ? kindOfName(place, raw) : kindOf(place, raw)) !== undefined
      if (isReplaced) for (const token of tokensOf(raw)) replacement.learn(token)
      if (isReplaced) replacement.learnAmount(plainAmount(raw) ?? raw)
      return raw
    })
  }
}

export function replaceExchange(exchange: Exchange, rules: TextRules): Exchange {
  const { side, question, body } = exchange
  const call = callOf(question)
  const { text, encode } = decode(body)
  const changed = walkAnswer(text, ({ path, what, raw }) => {
    if (what === 'outside') return replaceKnown(raw, rules)
    const place: Place = { side, call, path }
    const kind = what === 'name' ? kindOfName(place, raw) : kindOf(place, raw)
    if (kind === undefined) return raw
    // A street stands under the number of its city, which is UserSide's own.
    const [own = ''] = what === 'name' && call === 'get_street_list' ? (/^\d+_/.exec(raw) ?? []) : []
    return own + replaced(raw.slice(own.length), kind, rules)
  })
  return { ...exchange, question: replaceQuestion(question, rules), body: encode(changed) }
}

/** A text that is not an answer's: only words and numbers that occur in the answers are replaced. */
export function replaceKnown(text: string, { replacement }: Pick<TextRules, 'replacement'>): string {
  return text.replace(/\p{L}{3,}|\d{4,}/gu, (token) => {
    const plain = token.toLowerCase().replace(/^0+(?=\d)/, '')
    if (!replacement.isLearned(plain)) return token
    return /^\d/.test(token) ? replacement.digits(token) : replacement.word(token)
  })
}

/** What was asked about subscribers names them. */
function replaceQuestion(question: Exchange['question'], rules: TextRules): Exchange['question'] {
  return Object.fromEntries(
    Object.entries(question).map(([name, value]) =>
      /^(?:request|action|cat|module|method_name)$|^is_|_ready$|^billing_id$/.test(name) ||
      /^[\d,]*$/.test(value)
        ? [name, value]
        : [name, replaced(value, 'text', rules)],
    ),
  )
}

/** UTF-8, else the Cyrillic code page, which has a character for every byte. */
function decode(body: Uint8Array): { readonly text: string; readonly encode: (text: string) => Uint8Array } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
    return { text, encode: (changed) => Buffer.from(changed) }
  } catch {
    const page = new TextDecoder('windows-1251')
    const bytes = new Map(
      Array.from({ length: 256 }, (_each, byte) => [page.decode(Uint8Array.of(byte)), byte]),
    )
    return {
      text: page.decode(body),
      encode: (changed) => Uint8Array.from(changed, (character) => bytes.get(character) ?? 0x3f),
    }
  }
}
