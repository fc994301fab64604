/** What is asked of the ERP: one request, before it is sent (§1). */

/** What a request does in the ERP. Only `none` may be repeated after its fate became unknown. */
export type Effect = 'none' | 'bookkeeping' | 'changes'

export interface Call {
  /** For messages: `get_user_list`, `customer/group_edit`. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly effect: Effect
  /** Query or form fields, the key excepted. */
  readonly fields: Readonly<Record<string, string>>
  /** Texts of the request that must never be shown, should the ERP repeat them. */
  readonly secrets?: readonly string[]
  /** Doing it twice is the same as once, so it is asked again like a read. */
  readonly isRepeatable?: boolean
  /** The end of a run: sent although the run was told to stop, and not waited for at length. */
  readonly isLast?: boolean
  /** How far its answer may reach, where that is more than others. */
  readonly mostBytes?: number | undefined
}

export type Fields = Readonly<Record<string, string | number>>

/** What is particular about a POST. */
export interface PostTraits {
  /** What it does in the ERP: `changes` when not said. */
  readonly effect?: Effect
  readonly secrets?: readonly string[]
  readonly isRepeatable?: boolean
  readonly isLast?: boolean
}

/** A read of the category `module`, by GET. */
export function readCall(request: string, parameters: Fields, mostBytes?: number): Call {
  const fields = { cat: 'module', request, ...asTexts(parameters) }
  return { name: request, method: 'GET', effect: 'none', fields, mostBytes }
}

/** A read of another category, by GET. */
export function askCall(category: string, action: string, parameters: Fields): Call {
  const fields = { cat: category, action, ...asTexts(parameters) }
  return { name: `${category}/${action}`, method: 'GET', effect: 'none', fields }
}

/** Any other call, by POST. */
export function postCall(category: string, action: string, fields: Fields, traits: PostTraits): Call {
  const form = { cat: category, action, ...asTexts(fields) }
  return { name: `${category}/${action}`, method: 'POST', effect: 'changes', fields: form, ...traits }
}

function asTexts(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
}
