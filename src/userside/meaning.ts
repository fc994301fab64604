/** What a failed call means to an operator: which side, what happened, which switch to flip. */
import { type ChosenProxy, PROXY_HINT } from '../http/proxy.ts'
import { parseJson } from '../json/parse.ts'
import { isRecord } from '../json/shapes.ts'
import { UsersideError } from '../model/errors.ts'
import type { Call } from './call.ts'
import type { NoAnswer } from './failure.ts'
import { isTemporaryStatus } from './retry.ts'

/** What every refusal says about the key (§9). */
export const KEY_HINT =
  "Check usersideApiKey and its entry in $apiKeyArray of the configuration on the ERP's server: ip must allow this " +
  'host, and section, where there is one, must hold module, usm_billing, tariff, customer, address and service.'
/** What a refusal of a call about the billing may mean besides. */
const BILLING_HINT = "Check billingId: the number of this billing in UserSide's list, Settings - Billings."
const CONNECTION_HINT = 'Check usersideUrl, the name service, the firewall and usersideHttp.proxy.'
const ADDRESS_HINT = 'Check usersideUrl: api.php is looked for behind it.'
const LOAD_HINT =
  "See the ERP's own log and load; usersideHttp.timeoutSec says how long an answer is waited for."
export const READ_TIMEOUT_HINT =
  "See the ERP's own log and load. A long list may need more time than it is given: raise fastcgi_read_timeout or " +
  'proxy_read_timeout in its web server, and usersideHttp.timeoutSec here.'
const LOGIN_HINT =
  'The web server before UserSide asks for a user and a password: check user:password@ before the host in usersideUrl.'
const PROXY_LOGIN_HINT = "Write user:password@ before the host in the proxy's address."

/** What is known beside the failure itself. */
export interface Circumstances {
  /** The ERP's address, without secrets. */
  readonly place: string
  /** What it is asked through. */
  readonly proxy: ChosenProxy | undefined
  /** It has answered before: the address is right, and the key is known there. */
  readonly isKeyAccepted: boolean
}

/** The error of a call that got no usable answer. */
export function unansweredError(failure: NoAnswer, call: Call, known: Circumstances): UsersideError {
  const { kind, hint } = meaningOf(failure, call, known)
  const { place, proxy } = known
  const message =
    proxy === undefined
      ? `UserSide (${place}) did not answer ${call.name}: ${failure.message}`
      : `UserSide (${place}, through the proxy ${proxy.name}) did not answer ${call.name}: ${failure.message}`
  return new UsersideError(kind, call.name, message, { hint: withProxy(hint, known), cause: failure })
}

/** The error of a call that the ERP refused. @param words what it said, fit to be shown */
export function refusedError({ name, fields }: Call, words: string): UsersideError {
  const message =
    words === '' ? `UserSide refused ${name}: it gave no reason` : `UserSide refused ${name}: ${words}`
  const hint = 'billing_id' in fields ? `${BILLING_HINT} ${KEY_HINT}` : KEY_HINT
  return new UsersideError('refused', name, message, { hint })
}

/** The error of an answer that is not what the call promises. @param shown its beginning, fit to be shown */
export function unexpectedError(call: string, shown: string): UsersideError {
  const message =
    shown === ''
      ? `UserSide answered ${call} with something unexpected: (nothing)`
      : `UserSide answered ${call} with something unexpected: ${shown}`
  return new UsersideError('malformed', call, message, { hint: `Check usersideUrl. ${KEY_HINT}` })
}

/** The error of a list that ended too early, after some of it was already handed out. */
export function brokenOffError(failure: NoAnswer, call: string, known: Circumstances): UsersideError {
  const message = `UserSide's answer to ${call} broke off: ${failure.message}`
  return new UsersideError('malformed', call, message, {
    hint: withProxy(READ_TIMEOUT_HINT, known),
    cause: failure,
  })
}

/** True when it is about who may come in, not about the address or the ERP's health. */
export function isAboutAccess({ kind, hint = '' }: UsersideError): boolean {
  return kind === 'refused' && [KEY_HINT, LOGIN_HINT].some((told) => hint.startsWith(told))
}

function withProxy(hint: string, { proxy }: Circumstances): string {
  return proxy === undefined ? hint : `${hint} ${PROXY_HINT}`
}

function meaningOf(
  failure: NoAnswer,
  call: Call,
  known: Circumstances,
): { kind: UsersideError['kind']; hint: string } {
  const { stage, status, hint, isLoginWanted } = failure
  if (stage === 'unsent') return { kind: 'temporary', hint: hint ?? CONNECTION_HINT }
  if (stage === 'untrusted') return { kind: 'refused', hint: hint ?? ADDRESS_HINT }
  if (stage === 'body') return { kind: 'malformed', hint: hint ?? `Check usersideUrl. ${KEY_HINT}` }
  if (stage === 'unanswered') return { kind: 'temporary', hint: hint ?? LOAD_HINT }
  if (status === 401 && isLoginWanted) return { kind: 'refused', hint: LOGIN_HINT }
  if (status === 401 || status === 403) return { kind: 'refused', hint: KEY_HINT }
  if (status === 407) return { kind: 'refused', hint: PROXY_LOGIN_HINT }
  if (status === 502 || status === 504) return { kind: 'temporary', hint: READ_TIMEOUT_HINT }
  if (isTemporaryStatus(status)) return { kind: 'temporary', hint: LOAD_HINT }
  if (isOutOfSection(failure, known)) return { kind: 'refused', hint: sectionHint(call) }
  return { kind: 'refused', hint: ADDRESS_HINT }
}

/** The key was accepted, and this call is refused in JSON all the same (§1). */
function isOutOfSection({ status, body }: NoAnswer, { isKeyAccepted }: Circumstances): boolean {
  return isKeyAccepted && [400, 404, 405].includes(status) && isJsonObject(body)
}

function isJsonObject(text: string): boolean {
  try {
    return isRecord(parseJson(text))
  } catch {
    return false
  }
}

function sectionHint({ name, fields }: Call): string {
  const category = fields['cat'] ?? ''
  const isHandshake = !['module', 'tariff', 'customer', 'address', 'service'].includes(category)
  const section = `Either section of its entry in $apiKeyArray on the ERP's server lacks ${category}`
  return isHandshake
    ? `The key is known to UserSide. ${section}, or this ERP does not know ${name} (usersideModuleCategory names the category).`
    : `The key is known to UserSide. ${section}, or this ERP does not know ${name}.`
}
