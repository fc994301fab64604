import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderReport } from '../../src/report/html.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { describeWith } from '../needs.ts'
import { anyReport } from './any-report.ts'
import { keepPicture, type Page, startBrowser, type View } from './browser.ts'
import { HOSTILE } from './hostile.ts'
import { hostileReport } from './hostile-report.ts'
import { manyRuns } from './many-runs.ts'
import { toldRuns } from './told-report.ts'

const VIEWS: Record<string, View> = {
  'light, on a desk': { scheme: 'light', width: 1440 },
  'dark, on a desk': { scheme: 'dark', width: 1440 },
  'light, on a phone': { scheme: 'light', width: 390 },
  'dark, on a phone': { scheme: 'dark', width: 390 },
  'dark, on a small phone': { scheme: 'dark', width: 320 },
}

describeWith('chromium')('in Chromium', () => {
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), 'usm-report-'))
  const file = join(folder, 'report.html')
  beforeAll(async () => {
    page = await startBrowser()
  }, 30_000)
  afterAll(async () => {
    await page.close()
    rmSync(folder, { recursive: true, force: true })
  })

  for (const [name, view] of Object.entries(VIEWS)) {
    test(`the page renders without complaints and fits its screen: ${name}`, async () => {
      writeFileSync(file, renderReport(anyReport()))
      await page.open(file, view)
      expect(page.complaints).toEqual([])
      expect(page.requests).toEqual([Bun.pathToFileURL(file).href])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.width)
      expect(await page.evaluate('document.querySelectorAll("section").length')).toBe(8)
      const picture = await page.screenshot()
      expect(picture.length).toBeGreaterThan(20_000)
      keepPicture(`report, ${name}`, picture)
    })
  }

  test('the two colour schemes differ, and text stands out from its ground in both', async () => {
    writeFileSync(file, renderReport(anyReport()))
    const grounds: unknown[] = []
    for (const scheme of ['light', 'dark'] as const) {
      await page.open(file, { scheme, width: 800 })
      grounds.push(await page.evaluate('getComputedStyle(document.body).backgroundColor'))
      for (const selector of ['p', 'h2', '.note', 'figcaption', 'th', 'td', 'dt', 'dd', 'code', '.scale']) {
        expect(
          await page.evaluate(`(${contrast})(document.querySelector('section ${selector}'))`),
        ).toBeGreaterThan(4.5)
      }
    }
    expect(new Set(grounds).size).toBe(2)
  })

  test('hostile texts are shown as they are and do nothing', async () => {
    for (const text of HOSTILE) {
      writeFileSync(file, renderReport(hostileReport(text)))
      await page.open(file, { scheme: 'light', width: 800 })
      expect(page.complaints).toEqual([])
      expect(page.requests).toEqual([Bun.pathToFileURL(file).href])
      expect(await page.evaluate('document.title')).toBe('usm-billing, billing 1')
      expect(await page.evaluate('document.querySelector(".problems code").textContent')).toBe(text)
      expect(await page.evaluate('document.querySelectorAll("script,img,iframe,a,base,link").length')).toBe(1)
    }
  })

  test('two hundred runs of every kind fit every screen, and nothing has to be pushed aside to be read', async () => {
    writeFileSync(file, renderReport(manyRuns()))
    for (const [name, view] of Object.entries(VIEWS)) {
      await page.open(file, view)
      expect(page.complaints).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.width)
      expect(await page.evaluate(`(${cutOff})()`)).toEqual([])
      if (process.env['USM_SCREENSHOTS']) keepPicture(`two hundred runs, ${name}`, await page.screenshot())
    }
  })

  test.each(['uk', 'ru'] as const)('it does so in longer words too: %s', async (language) => {
    writeFileSync(file, renderReport(toldRuns(), await speakerOf(language)))
    for (const view of Object.values(VIEWS)) {
      await page.open(file, view)
      expect(page.complaints).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.width)
      expect(await page.evaluate(`(${cutOff})()`)).toEqual([])
      // No sign is squashed, and on a phone none stands among the labels.
      const lows = '[...document.querySelectorAll(".badge i")].filter((one) => one.clientHeight < 10).length'
      expect(await page.evaluate(lows)).toBe(0)
      const astray =
        '[...document.querySelectorAll(".cards td .badge")].filter((one) => innerWidth < 500 && one.offsetLeft < 100).length'
      expect(await page.evaluate(astray)).toBe(0)
    }
  })

  test('in Ukrainian, rows are searched by its words, and sorted by time whatever a date looks like', async () => {
    writeFileSync(file, renderReport(toldRuns(), await speakerOf('uk')))
    await page.open(file, { scheme: 'light', width: 1440 })
    const cells = (column: number) =>
      `[...document.querySelectorAll("[data-rows=runs] tr:not([hidden])")].map((row) => row.cells[${column}].textContent)`
    await page.evaluate(
      `(() => { const box = document.querySelector('[data-search=runs]'); box.value = 'ЗАПОБІЖНИК'; box.dispatchEvent(new Event('input')) })()`,
    )
    const found = (await page.evaluate(cells(2))) as string[]
    expect(found.length).toBeWithin(5, 60)
    expect(new Set(found)).toEqual(new Set(['■зупинив запобіжник']))
    await page.evaluate(
      `(() => { const box = document.querySelector('[data-search=runs]'); box.value = ''; box.dispatchEvent(new Event('input')) })()`,
    )
    await page.evaluate(
      `document.querySelectorAll('[data-rows=runs]')[0].closest('table').querySelectorAll('button')[1].click()`,
    )
    // Over the end of a month.
    expect(((await page.evaluate(cells(1))) as string[])[0]).toMatch(/^\d\d\.10\.2026 \d\d:\d\d$/)
    expect(await page.evaluate(cells(0))).toEqual(
      Array.from({ length: 200 }, (_, index) => String(index + 1)),
    )
    expect(page.complaints).toEqual([])
  })

  test('rows can be searched and sorted', async () => {
    writeFileSync(file, renderReport(manyRuns()))
    await page.open(file, { scheme: 'light', width: 1440 })
    const shown =
      '[...document.querySelectorAll("[data-rows=runs] tr:not([hidden])")].map((row) => row.cells[0].textContent)'
    const type = (text: string) =>
      `(() => { const box = document.querySelector('[data-search=runs]'); box.value = ${JSON.stringify(text)}; box.dispatchEvent(new Event('input')) })()`
    expect(await page.evaluate(`${shown}.length`)).toBe(200)
    await page.evaluate(type('UserSide FAILED'))
    expect(Number(await page.evaluate(`${shown}.length`))).toBeWithin(5, 60)
    expect(
      await page.evaluate('document.querySelector(".search [role=status]:not(:empty)").textContent'),
    ).toEndWith(' / 200')
    await page.evaluate(type('nobody is called so'))
    expect(await page.evaluate(`${shown}.length`)).toBe(0)
    await page.evaluate(type(''))
    const press = (column: number) =>
      page.evaluate(
        `document.querySelectorAll('[data-rows=runs]')[0].closest('table').querySelectorAll('button')[${column}].click()`,
      )
    await press(0)
    expect(await page.evaluate(`${shown}.slice(0, 3)`)).toEqual(['1', '2', '3'])
    await press(0)
    expect(await page.evaluate(`${shown}.slice(0, 3)`)).toEqual(['200', '199', '198'])
    await press(5)
    const updated =
      '[...document.querySelectorAll("[data-rows=runs] tr")].map((row) => Number(row.cells[5].dataset.value))'
    const values = (await page.evaluate(updated)) as number[]
    expect(values).toEqual(values.toSorted((one, other) => one - other))
    expect(page.complaints).toEqual([])
  })

  test('a state is told apart without its colour', async () => {
    writeFileSync(file, renderReport(manyRuns()))
    await page.open(file, { scheme: 'light', width: 1440 })
    const signs = await page.evaluate(
      '[...new Set([...document.querySelectorAll("[data-rows=runs] .badge")].map((badge) => badge.className + badge.firstChild.textContent))].sort()',
    )
    expect(signs).toEqual([
      'badge critical✘',
      'badge good✔',
      'badge neutral·',
      'badge serious■',
      'badge warning!',
    ])
    const heights = await page.evaluate(
      '[...new Set([...document.querySelectorAll(".strip rect")].map((bar) => bar.getAttribute("height")))].length',
    )
    expect(heights).toBe(4)
  })

  test('every bar says what it stands for', async () => {
    writeFileSync(file, renderReport(anyReport()))
    await page.open(file, { scheme: 'light', width: 800 })
    const titles = await page.evaluate(
      '[...document.querySelectorAll(".duration title")].map((t) => t.textContent)',
    )
    expect(titles).toHaveLength(48)
    expect(String(Object(titles)[0])).toMatch(/^Run 1, 2026-11-22 00:00:00: /)
  })
})

/** Texts that do not fit their place: the page would have to be pushed aside, or they are cut. */
const cutOff = `() => [...document.querySelectorAll('main *')]
  .filter((one) => !one.closest('svg') && getComputedStyle(one).display !== 'inline' && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
  .map((one) => one.tagName + '.' + one.className + ': ' + one.textContent.slice(0, 40))`

/** Contrast of an element's letters and the ground behind them, as WCAG counts it. Runs in the page. */
const contrast = `(element) => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number)
  let behind = element
  while (numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [high, low] = [light(getComputedStyle(element).color), light(getComputedStyle(behind).backgroundColor)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}`
