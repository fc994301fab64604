/**
 * What a billing answers when it does not answer: told by the body, and by the status only where the body says
 * nothing (`contracts/universal-billing-api.md` §2.1).
 */
import type { NonAnswer, Reply, Row } from './non-answer.ts'
import { READ_TIMEOUT_HINT, SHAPES } from './non-answer-shapes.ts'
import { WORDS } from './non-answer-words.ts'

const SHORT_TAG_HINT =
  'Set short_open_tag=On in php.ini of the billing: it prints the source text of its programs.'

/**
 * Says what a reply means that is no answer.
 * @param fault why the body could not be taken for an answer, for when nothing better is known
 * @param loginPage what a login form means for this product: `auth` where a refused key gives one
 */
export function classify(reply: Reply, fault: string, loginPage: 'auth' | 'config' = 'config'): NonAnswer {
  const body = { ...reply, head: reply.head.replace(/^\uFEFF/, '') }
  const { matches: _, ...meaning } = isSource(body) ? behindSource(body) : meaningOf(body, fault)
  if (
    loginPage !== 'auth' ||
    meaning.kind !== 'config' ||
    reply.status !== 200 ||
    !/<form\b/i.test(reply.head)
  )
    return meaning
  return { kind: 'auth', sentence: 'The billing asks to log in.', hint: 'Check the key in billingUrl.' }
}

function meaningOf(body: Reply, fault: string): Row {
  const words = isNotice(body) ? short(body, lastLine(body)) : undefined
  return named(body) ?? (words && named(words)) ?? shaped(body) ?? broken(body, fault)
}

/** Source text stands before every answer of such a billing: what was meant to be said stands behind it (§2.1). */
function behindSource(body: Reply): Row {
  const said = endsOf(body)
    .map(named)
    .find((row) => row !== undefined)
  const meant = said ?? (body.status === 200 ? undefined : shaped(body)) ?? SOURCE
  const { hint } = meant
  return {
    ...meant,
    hint: hint === undefined || hint === SHORT_TAG_HINT ? SHORT_TAG_HINT : `${hint} ${SHORT_TAG_HINT}`,
    isBodyHidden: true,
  }
}

const SOURCE: Row = {
  matches: isSource,
  kind: 'malformed',
  sentence: 'The billing prints the source text of its programs instead of an answer.',
  hint: SHORT_TAG_HINT,
}

function named(body: Reply): Row | undefined {
  return WORDS.find(({ matches }) => matches(body))
}

function shaped(body: Reply): Row | undefined {
  return SHAPES.find(({ matches }) => matches(body))
}

/** True for what a PHP that does not know `<?` prints instead of running it. */
export function isSource({ head }: Pick<Reply, 'head'>): boolean {
  return /^[\s\uFEFF]*<\?(?!xml\b)/i.test(head)
}

function isNotice({ head }: Reply): boolean {
  return /^\s*(?:<br\s*\/?>\s*)?(?:<b>|PHP )?(?:Warning|Notice|Deprecated|Strict Standards)\b/.test(head)
}

/** What may be meant of a body that begins with something else. The last file may have ended in any way. */
function endsOf(body: Reply): Reply[] {
  const end = endOf(body)
  const tag = end.lastIndexOf('?>')
  const behindTag = tag < 0 ? '' : end.slice(tag + 2)
  const [word = ''] = /(?:ERROR:\s*\w+|Unknown Action|Undefined request|undefined)\s*$/.exec(end) ?? []
  return [behindTag, lastLine(body), word]
    .filter((text) => text !== '' && !isSource({ head: text }))
    .map((text) => short(body, text))
}

function lastLine(body: Reply): string {
  return endOf(body).trimEnd().split('\n').at(-1) ?? ''
}

function endOf({ head, tail }: Reply): string {
  return tail === '' ? head : tail
}

function short(body: Reply, text: string): Reply {
  return { ...body, head: text, tail: text, size: text.length }
}

function broken({ isCut, size }: Reply, fault: string): Row {
  const matches = (): boolean => true
  if (isCut) {
    const sentence = `The answer of the billing ended early, after ${size} bytes.`
    return { matches, kind: 'malformed', sentence, hint: READ_TIMEOUT_HINT, isBodyHidden: true }
  }
  return { matches, kind: 'malformed', sentence: `The answer of the billing is of no use: ${fault}.` }
}
