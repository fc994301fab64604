/** Reads `get_system_information` (§5.1). */
import * as v from 'valibot'
import { fieldOf, isRecord, textOf } from '../../json/shapes.ts'
import { plain } from '../records/plain.ts'
import { WrongContent } from '../records/wrong-content.ts'
import type { Lots } from './api-client.ts'

export interface SystemInformation {
  /** As sent, not empty. */
  readonly date: string
  readonly name: string
  readonly version: string
}

const SystemAnswer = v.object({
  date: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  billing: v.optional(v.unknown()),
  erp: v.optional(v.unknown()),
})

/** @throws WrongContent without a date, which every billing tells */
export async function readSystem(lots: Lots): Promise<SystemInformation> {
  const members = new Map<string, unknown>()
  for await (const lot of lots) for (const [key, value] of lot) members.set(key, value)
  const answer = v.safeParse(SystemAnswer, Object.fromEntries(members))
  if (!answer.success) throw new WrongContent('the system information has no date')
  const { date, billing, erp } = answer.output
  // A UserSide that serves the protocol calls itself an ERP.
  const product = typeof billing === 'object' && billing !== null ? billing : (erp ?? billing)
  return {
    date,
    name: plain(typeof product === 'object' ? fieldOf(product, 'name') : textOf(product)),
    version: plain(fieldOf(product, 'version')),
  }
}

/** A flat map, or a list, of texts; a record stands for the `comment` in it. For what is only shown. */
export async function readTexts(lots: Lots): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for await (const lot of lots) {
    for (const [key, value] of lot) {
      const isListed = /^\d+$/.test(key) && typeof value === 'string'
      if (isListed) texts.set(plain(value), '')
      else texts.set(plain(key), plain(textOf(isRecord(value) ? fieldOf(value, 'comment') : value)))
    }
  }
  return texts
}
