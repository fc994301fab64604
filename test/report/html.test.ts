import { describe, expect, test } from 'bun:test'
import { html } from '../../src/report/html/markup.ts'
import { renderReport } from '../../src/report/html.ts'
import type { ReportRun } from '../../src/report/outcome.ts'
import { anyReport } from './any-report.ts'
import { anySummary } from './any-summary.ts'
import { HOSTILE } from './hostile.ts'
import { hostileReport } from './hostile-report.ts'

const tags = (page: string) => [...page.matchAll(/<\/?([a-z0-9!-]+)/gi)].map((match) => match[1])

describe('the page', () => {
  test('holds no script, no address and nothing to load', () => {
    const page = renderReport(anyReport({ configuration: [] }))
    expect(page.match(/<script|<link|<img|<iframe|@import|url\(|https?:|\bon[a-z]+=/i)).toBeNull()
    expect(page.includes(`content="default-src 'none'; style-src 'unsafe-inline'`)).toBe(true)
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
