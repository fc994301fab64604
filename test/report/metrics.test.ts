import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderMetrics, writeMetrics } from '../../src/report/metrics.ts'
import { anySummary } from './any-summary.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usm-metrics-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const summary = anySummary({
  outcome: 'partial',
  exitCode: 3,
  billing: { ...anySummary().billing, name: 'My "billing"\n\\x' },
  fields: { balance: 7 },
  problems: [
    { code: 'house-dangling', text: 'A house is missing', count: 3, sample: ['petrenko'], partial: false },
  ],
})

/** Samples by name and labels, as Prometheus would read them. */
function parse(text: string): Map<string, number> {
  const samples = new Map<string, number>()
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('#')) continue
    const match = /^([a-z_]+)\{((?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)+)\} (-?[\d.]+)$/.exec(line)
    if (match === null) throw new Error(`Not a sample: ${line}`)
    samples.set(`${match[1]}{${match[2]}}`, Number(match[3]))
  }
  return samples
}

describe('metrics', () => {
  test('tell time, outcome, duration, counts, requests and problems of the last run', () => {
    const samples = parse(renderMetrics(summary, '2026-11-22T10:00:00.000Z'))
    const value = (name: string, labels = '') =>
      samples.get(`usm_billing_${name}{billing_id="1"${labels && `,${labels}`}}`)
    expect(value('last_run_timestamp_seconds')).toBe(Date.parse(summary.finishedAt) / 1000 + 0.5)
    expect(value('last_success_timestamp_seconds')).toBe(Date.parse('2026-11-22T10:00:00Z') / 1000)
    expect(value('last_run_duration_seconds')).toBe(11.5)
    expect(value('last_run_outcome', 'outcome="partial"')).toBe(1)
    expect(value('last_run_outcome', 'outcome="ok"')).toBe(0)
    expect(value('subscribers', 'result="unchanged"')).toBe(120)
    expect(value('tariffs', 'result="created"')).toBe(0)
    expect(value('changed_fields', 'field="balance"')).toBe(7)
    expect(value('requests', 'side="userside",kind="read"')).toBe(9)
    expect(value('problems', 'code="house-dangling"')).toBe(3)
  })

  test('escape what a billing may call itself', () => {
    expect(renderMetrics(summary)).toContain('billing="My \\"billing\\"\\n\\\\x"')
  })

  test('say of nobody who it was', () => {
    expect(renderMetrics(summary)).not.toContain('petrenko')
  })

  test('leave out what there is none of', () => {
    const text = renderMetrics(anySummary())
    expect(text).not.toContain('usm_billing_problems')
    expect(text).not.toContain('last_success')
  })
})

describe('the file', () => {
  test('is replaced at once, can be read by the collector, and leaves nothing beside it', () => {
    const path = join(folder, 'usm.prom')
    writeFileSync(path, 'old')
    const before = statSync(path).ino
    writeMetrics(path, summary)
    expect(readFileSync(path, 'utf8')).toBe(renderMetrics(summary))
    expect(statSync(path).ino).not.toBe(before)
    expect(statSync(path).mode & 0o777).toBe(0o644)
    expect(readdirSync(folder)).toEqual(['usm.prom'])
  })

  test('that cannot be written is an error that names it, and leaves nothing behind', () => {
    expect(() => writeMetrics(join(folder, 'missing', 'usm.prom'), summary)).toThrow('missing/usm.prom')
    expect(readdirSync(folder)).toEqual([])
  })
})
