/** The last run for Prometheus: a file for node_exporter's textfile collector. */
import { readFileSync, statSync } from 'node:fs'
import type { Outcome, Summary } from '../model/summary.ts'
import { replaceFile } from './replace-file.ts'

type Labels = Readonly<Record<string, string>>
type Sample = readonly [labels: Labels, value: number]

/** Every outcome is always there, as 0 or 1, so that an alert can be written for one that has never happened yet. */
const OUTCOMES: readonly Outcome[] = [
  'ok',
  'changes',
  'partial',
  'guard',
  'locked',
  'config',
  'billing',
  'userside',
  'interrupted',
  'error',
]

/**
 * A run's summary in Prometheus' text format. No personal data: examples of problems are left out.
 * @param lastSuccessAt when a run last ended with nothing failed, ISO 8601; left out when there was none
 */
export function renderMetrics(summary: Summary, lastSuccessAt?: string): string {
  const { tariffs, addresses, subscribers, billing, userside } = summary
  const metric = (name: string, help: string, samples: readonly Sample[]) =>
    family(`usm_billing_${name}`, help, samples, { billing_id: String(summary.billingId) })
  return [
    metric('info', 'Version of the program and what it reads from.', [
      [{ version: summary.version, billing: billing.name, dialect: billing.dialect }, 1],
    ]),
    metric('last_run_timestamp_seconds', 'When the last run ended.', [[{}, seconds(summary.finishedAt)]]),
    metric(
      'last_success_timestamp_seconds',
      'When a run last ended with nothing failed.',
      lastSuccessAt === undefined ? [] : [[{}, seconds(lastSuccessAt)]],
    ),
    metric('last_run_duration_seconds', 'How long the last run took.', [[{}, summary.durationMs / 1000]]),
    metric('last_run_exit_code', 'Exit code of the last run.', [[{}, summary.exitCode]]),
    metric(
      'last_run_outcome',
      'How the last run ended: 1 for what it was, 0 for the rest.',
      OUTCOMES.map((outcome) => [{ outcome }, outcome === summary.outcome ? 1 : 0]),
    ),
    metric(
      'subscribers',
      'Subscribers of the last run, by what became of them.',
      byKey('result', subscribers),
    ),
    metric('tariffs', 'Tariffs of the last run, by what became of them.', byKey('result', tariffs)),
    metric('houses', 'Houses of the last run, by what became of them.', byKey('result', addresses)),
    metric(
      'changed_fields',
      'Subscribers changed by the last run, by field.',
      byKey('field', summary.fields),
    ),
    metric('requests', 'Requests of the last run.', [
      [{ side: 'billing', kind: 'read' }, billing.requests],
      [{ side: 'userside', kind: 'read' }, userside.reads],
      [{ side: 'userside', kind: 'write' }, userside.writes],
      [{ side: 'userside', kind: 'retry' }, userside.retries],
    ]),
    metric('billing_bytes', 'Bytes read from the billing by the last run.', [[{}, billing.bytes]]),
    metric(
      'problems',
      'Problems the last run met, by code.',
      summary.problems.map(({ code, count }) => [{ code }, count]),
    ),
  ].join('')
}

/** Writes the metrics (mode 0644: another account collects them). @throws the operating system's error */
export function writeMetrics(path: string, summary: Summary, lastSuccessAt?: string): void {
  replaceFile(path, renderMetrics(summary, lastSuccessAt), 0o644)
}

/** More than any file of ours has. */
const MOST_BYTES = 1_000_000

/** When the last success was, as the file that a run before has written says, ISO 8601; `undefined` where none says it. */
export function lastSuccessIn(path: string, billingId: number): string | undefined {
  try {
    const stat = statSync(path)
    if (!stat.isFile() || stat.size > MOST_BYTES) return undefined
    const sample = `usm_billing_last_success_timestamp_seconds{billing_id="${billingId}"} `
    const line = readFileSync(path, 'utf8')
      .split('\n')
      .find((one) => one.startsWith(sample))
    const time = new Date(Number(line?.slice(sample.length)) * 1000)
    return Number.isNaN(time.getTime()) || time.getTime() <= 0 ? undefined : time.toISOString()
  } catch {
    // There is none yet, or it cannot be read: then nobody knows.
    return undefined
  }
}

function family(name: string, help: string, samples: readonly Sample[], common: Labels): string {
  if (samples.length === 0) return ''
  const lines = samples.map(([labels, value]) => `${name}${labelText({ ...common, ...labels })} ${value}`)
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('\n')}\n`
}

function labelText(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`)
  return `{${parts.join(',')}}`
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

function byKey(label: string, counts: object): Sample[] {
  return Object.entries(counts).map(([key, count]) => [{ [label]: key }, Number(count)])
}

function seconds(time: string): number {
  return Math.round(Date.parse(time) / 1000)
}
