/** What the ERP tells of itself, for `doctor` alone: a key may lack the sections, so a refusal only means not known (§13). */
import { entries, fieldOf, isRecord, textOf } from '../json/shapes.ts'
import { printable } from '../model/text.ts'
import type { Fields } from './call.ts'
import type { Caller } from './caller.ts'
import { readEnvelope } from './envelope.ts'
import { unexpectedError } from './meaning.ts'
import type { DescribedUserside, ErpInformation } from './userside.ts'
import { decoded, numberOf } from './values.ts'

/** Additional fields of subscribers, among those of everything else. */
const SUBSCRIBERS_SECTION = 28

type Description = Pick<DescribedUserside, 'billings' | 'erpInformation' | 'additionalFields'>

export function createDescription(caller: Caller): Description {
  async function ask(category: string, action: string, parameters: Fields = {}): Promise<unknown> {
    const body = await caller.askBare(category, action, parameters)
    if (typeof body === 'object') return body
    throw unexpectedError(`${category}/${action}`, caller.shown(String(body)))
  }

  return {
    billings: async () => readNamed(await ask('billing', 'get')),
    erpInformation: async () => readInformation(await ask('system', 'get_system_info')),
    additionalFields: async () =>
      readNamed(await ask('additional_data', 'get_list', { section: SUBSCRIBERS_SECTION })),
  }
}

/** Names by ids, of a list or a map, wrapped or bare. What has no id is left out. */
function readNamed(body: unknown): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const [id, item] of entries(contentOf(body), ['id', 'name']))
    if (isRecord(item) && id !== '') named.set(id, printable(decoded(fieldOf(item, 'name'))))
  return named
}

/** Wrapped or bare; what is missing is empty or 0. */
function readInformation(body: unknown): ErpInformation {
  const told = contentOf(body)
  return {
    version: printable(decoded(fieldOf(told, 'erp_version'))),
    phpVersion: printable(decoded(fieldOf(told, 'php_version'))),
    unixTime: numberOf(textOf(fieldOf(told, 'date_time_unix'))),
  }
}

function contentOf(body: unknown): unknown {
  return readEnvelope(body).data ?? body
}
