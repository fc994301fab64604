/** The page of real runs: good ones, a refused record, a billing that failed, names that are markup. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { describeWith } from '../needs.ts'
import { keepPicture, type Page, startBrowser } from '../report/browser.ts'
import { Site } from './site.ts'

const PEOPLE = generatePopulation({ size: 60, seed: 11, isHostile: false })
const EVIL = '<img src=x onerror=alert(1)>'
const RUNS = 6

let site: Site
let page = ''

/** Six runs that meet what runs meet, each of which leaves the page. */
beforeAll(async () => {
  const [first, ...others] = PEOPLE.subscribers
  if (first === undefined) throw new Error('nobody lives here')
  const people = { ...PEOPLE, subscribers: [{ ...first, login: EVIL, fullName: EVIL }, ...others] }
  site = await Site.open({ billing: { population: people }, config: { reportFile: 'report.html' } })
  expect((await site.run()).exitCode).toBe(0)
  expect((await site.run()).exitCode).toBe(0)
  site.populate({ ...people, subscribers: people.subscribers.slice(0, 5) })
  expect((await site.run()).exitCode).toBe(7)
  site.populate(evolve(people, { seed: 2, changes: 20 }))
  expect((await site.run(['--full'])).exitCode).toBe(0)
  site.billing.faults.add({ kind: 'status', status: 404, call: 'get_user_list', times: 99 })
  expect((await site.run()).exitCode).toBe(5)
  site.billing.faults.clear()
  site.populate(people)
  const always = {
    kind: 'error-result',
    call: 'customer/group_edit',
    times: Number.POSITIVE_INFINITY,
  } as const
  site.userside.faults.add({ ...always, text: EVIL })
  expect((await site.run()).exitCode).toBe(3)
  page = readFileSync(join(site.folder, 'report.html'), 'utf8')
}, 120_000)

afterAll(async () => {
  await site[Symbol.asyncDispose]()
})

describe('the page a run leaves', () => {
  test('is for its owner only, and whole', () => {
    expect(statSync(join(site.folder, 'report.html')).mode & 0o777).toBe(0o600)
    expect(page).toStartWith('<!doctype html>')
    expect(page).toEndWith('</html>\n')
  })

  test('tells every run and how it ended, what failed and why', () => {
    for (const words of ['some records left undone', 'billing could not be read', 'stopped by a guard'])
      expect(page.toLowerCase()).toContain(words)
    expect(
      [...page.matchAll(/<tr><td class="number" data-label="Run">(\d+)<\/td>/g)].map((match) =>
        Number(match[1]),
      ),
    ).toEqual(Array.from({ length: RUNS }, (_, index) => RUNS - index))
    expect(page).toMatch(/<figcaption>Failed records/)
    expect(page).toContain('<code>refused</code>')
  })

  test('names who was refused, with the words of UserSide, and leaves the first import out', () => {
    const people = /<h2>Subscribers refused[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
    expect(people).toContain(`refused by UserSide: ${Bun.escapeHTML(EVIL)}`)
    expect(people).toMatch(/data-label="Name">[^<]+</)
    expect(page).toContain('First imports are not counted above. Run 1, ')
  })

  test('has the completeness the last full comparison found', () => {
    for (const side of ['billing', 'UserSide']) expect(page.includes(`login, ${side}: 100 %`)).toBe(true)
    expect(page).not.toContain('Not counted yet')
  })

  test('shows the configuration in force, without its secrets', () => {
    expect(page).toContain('<dt>billingId</dt><dd>1</dd>')
    expect(page).toContain('<dt>usersideApiKey</dt><dd>***</dd>')
    expect(page).not.toContain(site.userside.apiKey)
    expect(page).not.toContain(site.billing.key)
  })

  test('is what "report" writes too', async () => {
    const { stdout, exitCode } = await site.run(['report'])
    const withoutTime = (text: string): string => text.replace(/Written by usm-billing .*? at [^<]*/, '')
    expect(withoutTime(stdout)).toBe(withoutTime(page))
    expect(exitCode).toBe(0)
  })
})

describeWith('chromium')('in Chromium', () => {
  let browser: Page
  beforeAll(async () => {
    browser = await startBrowser()
  }, 30_000)
  afterAll(() => browser.close())

  test.each([
    ['light', 1100],
    ['dark', 1100],
    ['light', 375],
    ['dark', 320],
  ] as const)('the page of real runs renders without complaints, %s, %d wide', async (scheme, width) => {
    const file = join(site.folder, 'report.html')
    await browser.open(file, { scheme, width })
    expect(browser.complaints).toEqual([])
    expect(browser.requests).toEqual([Bun.pathToFileURL(file).href])
    expect(await browser.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await browser.evaluate('document.querySelectorAll("script,img").length')).toBe(1)
    expect(await browser.evaluate('document.querySelectorAll(".failures .bar").length')).toBe(RUNS)
    const example = 'document.querySelector(".problems").textContent.includes'
    expect(await browser.evaluate(`${example}(${JSON.stringify(EVIL)})`)).toBe(true)
    keepPicture(`real runs, ${scheme}, ${width}`, await browser.screenshot())
  })
})
