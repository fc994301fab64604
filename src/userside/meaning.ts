/** What a failed call means to an operator: which side, what happened, which switch to flip. */
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
const ADDRESS_HINT = 'Check usersideUrl, the name service, the firewall and usersideHttp.proxy.'
const LOAD_HINT =
  "See the ERP's own log and load; usersideHttp.timeoutSec says how long an answer is waited for."
const TRUST_HINT =
  'Set usersideHttp.caFile to the certificate authority of this server, or usersideHttp.insecureTls to trust any.'

/** The error of a call that got no usable answer. @param place the ERP's address, without secrets */
export function unansweredError(failure: NoAnswer, call: string, place: string): UsersideError {
  const { kind, hint } = meaningOf(failure)
  const message = `UserSide (${place}) did not answer ${call}: ${failure.message}`
  return new UsersideError(kind, call, message, { hint, cause: failure })
}

/** The error of a call that the ERP refused. @param words what it said, fit to be shown */
export function refusedError({ name, fields }: Call, words: string): UsersideError {
  const message = `UserSide refused ${name}: ${words || 'it gave no reason'}`
  const hint = 'billing_id' in fields ? `${BILLING_HINT} ${KEY_HINT}` : KEY_HINT
  return new UsersideError('refused', name, message, { hint })
}

/** The error of an answer that is not what the call promises. @param shown its beginning, fit to be shown */
export function unexpectedError(call: string, shown: string): UsersideError {
  const message = `UserSide answered ${call} with something unexpected: ${shown || '(nothing)'}`
  return new UsersideError('malformed', call, message, { hint: `Check usersideUrl. ${KEY_HINT}` })
}

/** The error of a list that ended too early, after some of it was already handed out. */
export function brokenOffError(failure: NoAnswer, call: string): UsersideError {
  const message = `UserSide's answer to ${call} broke off: ${failure.message}`
  return new UsersideError('malformed', call, message, { hint: LOAD_HINT, cause: failure })
}

function meaningOf(failure: NoAnswer): { kind: UsersideError['kind']; hint: string } {
  if (failure.stage === 'unsent') return { kind: 'temporary', hint: ADDRESS_HINT }
  if (failure.stage === 'untrusted') return { kind: 'refused', hint: TRUST_HINT }
  if (failure.stage === 'body') return { kind: 'malformed', hint: `Check usersideUrl. ${KEY_HINT}` }
  if (failure.status === 401 || failure.status === 403) return { kind: 'refused', hint: KEY_HINT }
  if (failure.stage === 'unanswered' || isTemporaryStatus(failure.status))
    return { kind: 'temporary', hint: LOAD_HINT }
  return { kind: 'refused', hint: ADDRESS_HINT }
}
