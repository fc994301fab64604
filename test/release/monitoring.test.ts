/** What an operator installs for monitoring, held to the metrics the program writes. */
import { expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTool } from '../../scripts/test-tools.ts'
import { renderMetrics } from '../../src/report/metrics.ts'
import { load, REQUIRED } from '../config/machine.ts'
import { ROOT, read } from '../docs/pages.ts'
import { testWith } from '../needs.ts'
import { anySummary } from '../report/any-summary.ts'

const FOLDER = 'packaging/monitoring'
const FILES = [
  'prometheus-alerts.yml',
  'prometheus-alerts.test.yml',
  'grafana-dashboard.json',
  'zabbix-template.xml',
]
const problems = [{ code: 'refused', count: 2, sample: [], text: '', partial: true }]
const METRICS = renderMetrics(anySummary({ fields: { name: 3 }, problems }), '2026-11-22T10:00:00Z')

test.each(FILES)('%s names only metrics and labels that the program writes', (file) => {
  const named = [...read(`${FOLDER}/${file}`).matchAll(/\busm_billing_(\w+)(?:\{([^}]*)\})?/g)]
  expect(named.length).toBeGreaterThan(2)
  for (const [, metric = '', labels = ''] of named) {
    const samples = METRICS.split('\n').filter((line) => line.startsWith(`usm_billing_${metric}{`))
    expect(samples, metric).not.toEqual([])
    const own = [...(samples[0] ?? '').matchAll(/(\w+)=/g)].map(([, label]) => label)
    for (const [, label = ''] of labels.matchAll(/(\w+)(?:=|!)/g)) expect(own, metric).toContain(label)
  }
})

test('the dashboard is JSON whose panels have titles, places and questions of their own', () => {
  const { panels } = JSON.parse(read(`${FOLDER}/grafana-dashboard.json`))
  expect(new Set(panels.map(({ id }: { id: number }) => id)).size).toBe(panels.length)
  for (const { title, targets, gridPos } of panels) {
    expect([title, targets.length > 0, gridPos.x + gridPos.w <= 24]).toEqual([expect.any(String), true, true])
  }
})

test('the template has every id once, and each item hangs on the file', () => {
  const xml = read(`${FOLDER}/zabbix-template.xml`)
  const ids = [...xml.matchAll(/<uuid>([0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15})<\/uuid>/g)].map(
    ([, id]) => id,
  )
  expect(ids).toHaveLength(xml.split('<uuid>').length - 1)
  expect(new Set(ids).size).toBe(ids.length)
  const keys = [...xml.matchAll(/<key>(usm_billing[\w.]+)<\/key>/g)].map(([, key]) => key)
  expect(xml.split('<type>DEPENDENT</type>').length - 1).toBe(keys.length)
  for (const [, key] of xml.matchAll(/last\(\/usm-billing\/([\w.]+)\)|min\(\/usm-billing\/([\w.]+),/g))
    if (key !== undefined) expect(keys).toContain(key)
})

test('the example of a health check is part of a valid configuration', () => {
  const example = read(`${FOLDER}/health-check.jsonc`).replace(
    '{',
    `{ ${JSON.stringify(REQUIRED).slice(1, -1)},`,
  )
  expect(load(example).config.notify).toHaveLength(1)
})

testWith('promtool')(
  'promtool takes the alerts, their tests, the metrics and every question of the dashboard',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'usm-promtool-'))
    const run = (args: readonly string[], stdin = '') =>
      Bun.spawnSync([findTool('promtool') ?? '', ...args], {
        cwd: join(ROOT, FOLDER),
        stdin: Buffer.from(stdin),
      })
    const { panels } = JSON.parse(read(`${FOLDER}/grafana-dashboard.json`))
    const questions = panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
      targets.map(({ expr }) => expr),
    )
    const rules = questions.map((expr: string, index: number) => ({
      record: `q${index}`,
      expr: expr.replaceAll('$billing', '.*'),
    }))
    writeFileSync(join(folder, 'rules.yml'), JSON.stringify({ groups: [{ name: 'dashboard', rules }] }))
    for (const [args, stdin] of [
      [['check', 'rules', 'prometheus-alerts.yml']],
      [['test', 'rules', 'prometheus-alerts.test.yml']],
      [['check', 'metrics'], METRICS],
      [['check', 'rules', join(folder, 'rules.yml')]],
    ] as const) {
      const { exitCode, stdout, stderr } = run(args, stdin)
      expect([exitCode, `${stdout}${stderr}`]).toEqual([0, expect.not.stringContaining('FAILED')])
    }
    rmSync(folder, { recursive: true })
  },
)
