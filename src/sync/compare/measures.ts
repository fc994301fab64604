/** How many records would change in a field, measured against those that hold a value in it. */
import type { FieldName } from '../../model/policy.ts'
import type { Field } from '../fields/field.ts'
import type { Comparison } from './compare.ts'
import { isFullChange } from './diff.ts'

/** So many of something, measured against what there is. */
export interface Measure {
  readonly count: number
  /** What is shown or what is remembered, whichever is more. */
  readonly base: number
}

/** Both have to be passed. */
export interface Limits {
  readonly count: number
  readonly percent: number
}

export function isAbove({ count, base }: Measure, limits: Limits): boolean {
  return count > limits.count && count > (base * limits.percent) / 100
}

/** In how many records a field would change. */
export interface FieldMeasure extends Measure {
  readonly field: FieldName
}

/**
 * In how many of the records that hold a value in a field it would change; hot fields change all the time. Where fewer
 * hold one than is remembered, as many as are missing are not filled for the first time, but changed.
 */
export function fieldMeasures({
  changes,
  holders,
  vanished = NONE,
}: Pick<Comparison, 'changes' | 'holders' | 'vanished'>): FieldMeasure[] {
  const changed = new Map<Field, number>()
  const filled = new Map<Field, number>()
  for (const change of changes) {
    if (!isFullChange(change)) continue
    for (const { field, before } of change.deltas) {
      if (field.isHot) continue
      const counts = field.isEmpty(before) ? filled : changed
      counts.set(field, (counts.get(field) ?? 0) + 1)
    }
  }
  const measures: FieldMeasure[] = []
  for (const field of new Set([...changed.keys(), ...vanished.keys()])) {
    const missing = vanished.get(field) ?? 0
    const count = (changed.get(field) ?? 0) + Math.min(filled.get(field) ?? 0, missing)
    if (count === 0) continue
    measures.push({
      field: field.name,
      count,
      base: Math.max((holders.get(field) ?? 0) + missing, count),
    })
  }
  return measures
}

const NONE: ReadonlyMap<Field, number> = new Map()
