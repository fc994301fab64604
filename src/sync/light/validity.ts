/** Checks that the memory is valid for a run. Each throws a {@link FullComparisonNeeded}. */
import { createHash } from 'node:crypto'
import type { MemoryHeader } from '../../model/journal.ts'
import type { Settings, SourceHash } from '../../userside/userside.ts'
import type { Comparison } from '../compare/compare.ts'
import { isFullChange } from '../compare/diff.ts'
import { fieldMeasures, isAbove } from '../compare/measures.ts'
import type { SyncOptions } from '../fields/options.ts'
import { FullComparisonNeeded, rememberedJson } from './full-comparison-needed.ts'
import { type Finding, findReading, type HotKnowledge, type HotRules } from './hot-columns.ts'
import { RECORD_VERSION } from './remembered-customer.ts'

/** More than this share of changed records is not believed from memory. */
const MOST_CHANGED = 0.2

/** By what the memory was made: the notation, and what the operator and UserSide had decided. */
export function versionOf(options: SyncOptions, settings: Settings): string {
  const { isFull, isAbsenceAccepted, isCreateAccepted, isChangeAccepted, ...lasting } = options
  const { safety, fullEveryMinutes, concurrency, leads, only, ...decided } = lasting
  const { digestKey, passwordSalt, moduleRevision, ...telling } = decided
  const { trafficUpdatedAt, lastMessageId, ...dictated } = settings
  const text = JSON.stringify([
    RECORD_VERSION,
    { ...telling, additionalFields: [...telling.additionalFields] },
    dictated,
  ])
  return createHash('md5').update(text).digest('hex')
}

/** The header of a memory that is whole, of this version and not too old. */
export function validHeader(
  header: MemoryHeader | undefined,
  version: string,
  { isFull, fullEveryMinutes }: SyncOptions,
  now: Date,
): MemoryHeader {
  if (isFull) throw new FullComparisonNeeded('--full asks for it')
  if (header === undefined)
    throw new FullComparisonNeeded('nothing is remembered, or the last run did not end well')
  if (header.version !== version)
    throw new FullComparisonNeeded('the configuration or the settings of UserSide have changed')
  const age = now.getTime() - Date.parse(header.fullRunAt)
  if (!(age >= 0))
    throw new FullComparisonNeeded(
      'the last full comparison lies in the future: the clock of this host was set back',
    )
  if (isFullDue(header, fullEveryMinutes, now))
    throw new FullComparisonNeeded(
      'the minutes of "safety.fullEvery" have passed since the last full comparison',
    )
  return header
}

/** The time has come to compare everything. */
export function isFullDue({ fullRunAt }: MemoryHeader, fullEveryMinutes: number, now: Date): boolean {
  return now.getTime() - Date.parse(fullRunAt) >= fullEveryMinutes * 60_000
}

/** How the hot columns of the list are to be read. */
export function validReading(
  header: MemoryHeader,
  hashes: ReadonlyMap<string, SourceHash>,
  rules: HotRules,
): Finding {
  const knowledge = rememberedJson<HotKnowledge>(header.hot)
  const finding =
    'reading' in knowledge
      ? { reading: knowledge.reading, learned: knowledge }
      : findReading(knowledge.sample, hashes, rules)
  if (finding === undefined)
    throw new FullComparisonNeeded(
      'the balances, activities or traffic of UserSide are not those it was left with',
    )
  return finding
}

/**
 * Nothing in what was compared asks for more than a light run may do.
 * @param unlisted keys UserSide gave no hash of
 * @param limits what would change in more is measured once more against what UserSide shows
 */
export function checkComparison(
  comparison: Comparison,
  unlisted: ReadonlySet<string>,
  limits: Pick<SyncOptions['safety'], 'maxChangeCount' | 'maxChangePercent'>,
): void {
  const { changes, absent, missing, records } = comparison
  if (missing.length > 0) throw new FullComparisonNeeded('the billing has subscribers UserSide does not have')
  if (changes.some(({ key }) => unlisted.has(key)))
    throw new FullComparisonNeeded('subscribers are back of whom UserSide gives no hash')
  const changed = changes.filter(isFullChange)
  for (const { field, count, base } of fieldMeasures(comparison))
    if (isAbove({ count, base }, { count: limits.maxChangeCount, percent: limits.maxChangePercent }))
      throw new FullComparisonNeeded(`${field} has changed in ${count} records`)
  const share = (changed.length + absent.length) / records
  if (share > MOST_CHANGED)
    throw new FullComparisonNeeded(`${Math.round(share * 100)} % of the subscribers have changed`)
}
