import { describe, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import type { Summary } from '../../src/model/summary.ts'
import { html } from '../../src/report/html/markup.ts'
import { renderReport } from '../../src/report/html.ts'
import type { ReportRun } from '../../src/report/outcome.ts'
import { anyReport } from './any-report.ts'
import { anySummary } from './any-summary.ts'
import { HOSTILE } from './hostile.ts'
import { hostileReport } from './hostile-report.ts'
import { manyRuns, NOW } from './many-runs.ts'

const tags = (page: string) => [...page.matchAll(/<\/?([a-z0-9!-]+)/gi)].map((match) => match[1])

describe('the page', () => {
  test('holds no address, nothing to load and one script, known by its hash', () => {
    const page = renderReport(anyReport({ configuration: [] }))
    const [whole = '', source = ''] = /<script>([\s\S]*)<\/script>/.exec(page) ?? []
    const hash = createHash('sha256').update(source).digest('base64')
    expect(page).toContain(
      `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri`,
    )
    expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|fetch|import/)
    expect(
      page.replace(whole, '').match(/<script|<link|<img|<iframe|@import|url\(|https?:|\bon[a-z]+=/i),
    ).toBeNull()
  })

  test('is the same for the same data', () => {
    expect(renderReport(anyReport())).toBe(renderReport(anyReport()))
  })

  test('has the same markup whatever the texts are', () => {
    const harmless = tags(renderReport(hostileReport('x')))
    for (const text of HOSTILE) expect(tags(renderReport(hostileReport(text)))).toEqual(harmless)
  })

  test('can be made before the first run', () => {
    const page = renderReport(anyReport({ runs: [], completeness: undefined, configuration: [] }))
    expect(page).toContain('There was no run yet.')
    expect(page).toContain('Not counted yet')
  })

  test('tells of the last day, week and month, first imports apart', () => {
    const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString()
    const run = (id: number, hours: number, over: Partial<Summary> = {}): ReportRun => {
      const summary = anySummary({ startedAt: ago(hours), ...over })
      const { startedAt, finishedAt, outcome } = summary
      return { id, command: 'sync', startedAt, finishedAt, outcome, summary }
    }
    const counts = (created: number, absent: number) => ({ ...anySummary().subscribers, created, absent })
    const page = renderReport(
      anyReport({
        generatedAt: NOW,
        runs: [
          run(5, 1, { outcome: 'billing', error: 'It did not answer.' }),
          run(4, 23, { subscribers: counts(3, 1), fields: { name: 4 } }),
          run(3, 25, { subscribers: counts(10, 0), fields: { name: 40 } }),
          run(2, 24 * 8, { subscribers: counts(100, 0), fields: { name: 400 } }),
          run(1, 24 * 9, { firstRun: true, subscribers: counts(9200, 0), fields: { name: 9200 } }),
        ],
      }),
    )
    const cells = (title: string) =>
      [
        ...(new RegExp(`<th scope="row">${title}</th>(.*)</tr>`).exec(page)?.[1] ?? '').matchAll(
          /data-label="[^"]*">(.*?)<\/td>/g,
        ),
      ].map(([, cell = '']) => cell.replace(/<i.*?<\/i>|<[^>]*>/g, ''))
    expect(cells('runs')).toEqual(['2', '3', '5'])
    expect(cells('of them bad')).toEqual(Array(3).fill('1 billing could not be read'))
    expect(cells('subscribers created')).toEqual(['3', '13', '113'])
    expect(cells('subscribers marked as not in billing')).toEqual(['1', '1', '1'])
    expect(page).toContain('First imports are not counted above. Run 1, ')
    expect(page).toMatch(
      /data-label="Field">name<\/td><td class="number" data-label="24 hours" data-value="4">4<\/td>.*data-value="44">44<.*data-value="444">444</,
    )
  })

  test('gives each run that went wrong its sentence, runs that say the same together', () => {
    const page = renderReport(manyRuns())
    const items = [...page.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) =>
      item.replace(/<[^>]*>/g, '').trim(),
    )
    expect(items[0]).toMatch(/^\S+ .*\d{4}-.*/)
    const [, guards] =
      /(■stopped by a guard .*)/.exec(items.find((item) => item.startsWith('■stopped')) ?? '') ?? []
    expect(guards).toMatch(/ … .* 4 runs, \d+ … \d+The billing lacks/)
    expect(items.join()).toContain('The billing did not answer within 300 s.')
    expect(items.join()).toContain('Nobody is marked as "not in billing".'.replaceAll('"', '&quot;'))
  })

  test('names who was refused, marked and found again, and what UserSide said', () => {
    const page = renderReport(anyReport()).replace(/<[^>]*>/g, ' ')
    for (const words of [
      /10442 .* Петренко Ірина .* refused by UserSide: Wrong tariff/,
      /10443 .* marked as not in billing/,
      /10444 .* back in the billing/,
    ])
      expect(page).toMatch(words)
  })

  test('shows a run that was killed as one that did not end', () => {
    const run = { id: 7, command: 'sync', startedAt: '2026-11-22T10:00:00Z' }
    const page = renderReport(
      anyReport({ runs: [{ ...run, finishedAt: undefined, outcome: undefined, summary: undefined }] }),
    )
    expect(page).toContain('did not end')
    expect(page).not.toMatch(/NaN|undefined|null/)
  })

  test('tells the size of the billing by the last run that has seen it', () => {
    const [first, ...others] = anyReport().runs
    const blind = { ...first, summary: anySummary({ subscribers: { ...anySummary().subscribers, seen: 0 } }) }
    const runs = [{ ...blind, id: 99, command: 'undo 3' } as ReportRun, ...others]
    const tile = /<b>([^<]*)<\/b><span>subscribers in the billing/
    expect(tile.exec(renderReport(anyReport({ runs })))?.[1]).toBe('9\u00a0200')
    expect(tile.exec(renderReport(anyReport({ runs: runs.slice(0, 1) })))?.[1]).toBe('0')
  })

  test('never says all or nothing of what is not', () => {
    const page = renderReport(
      anyReport({
        completeness: {
          foundAt: '2026-11-22T15:30:00Z',
          shares: [{ field: 'name', billing: 0.99999, userside: 0.00001 }],
        },
      }),
    )
    expect(page).toContain('&gt; 99.9 %')
    expect(page).toContain('&lt; 0.1 %')
  })

  test('does not let a first import make the other runs invisible', () => {
    const page = renderReport(anyReport())
    expect(page).toContain('Changed records; beyond the scale: 9\u00a0200')
  })
})

test('what is put into a template is text, a template and a list of them markup', () => {
  const name = `<b>"O'Brien" & Co</b>`
  expect(html`<p title="${name}">${[html`<i>${name}</i>`, 1, undefined]}</p>`.toString()).toBe(
    '<p title="&lt;b&gt;&quot;O&#x27;Brien&quot; &amp; Co&lt;/b&gt;"><i>&lt;b&gt;&quot;O&#x27;Brien&quot; &amp; Co&lt;/b&gt;</i>1</p>',
  )
})
