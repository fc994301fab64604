import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderReport } from '../../src/report/html.ts'
import { describeWith } from '../needs.ts'
import { anyReport } from './any-report.ts'
import { keepPicture, type Page, startBrowser, type View } from './browser.ts'
import { HOSTILE } from './hostile.ts'
import { hostileReport } from './hostile-report.ts'

const VIEWS: Record<string, View> = {
  'light, on a desk': { scheme: 'light', width: 1100 },
  'dark, on a desk': { scheme: 'dark', width: 1100 },
  'light, on a phone': { scheme: 'light', width: 375 },
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
      expect(await page.evaluate('document.querySelectorAll("section").length')).toBe(5)
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
      expect(await page.evaluate('document.querySelectorAll("script,img,iframe,a,base,link").length')).toBe(0)
    }
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
