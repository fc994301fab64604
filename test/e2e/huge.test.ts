/** A record that no list of people holds: nothing is made of it, on either side. */
import { expect, setDefaultTimeout, test } from 'bun:test'
import { PEOPLE, Site } from './site.ts'

setDefaultTimeout(120_000)

const HUGE = 'x'.repeat(20_000_000)

test.each(['fullName', 'comment', 'login'] as const)(
  'a %s of 20 MB in the billing ends the run with 5, and nobody is created or marked',
  async (field) => {
    await using site = await Site.open()
    const [one, ...others] = PEOPLE.subscribers
    if (one === undefined) throw new Error('nobody lives here')
    const spoil = () => site.populate({ ...PEOPLE, subscribers: [...others, { ...one, [field]: HUGE }] })
    spoil()
    const first = await site.run(['--quiet'])
    expect(first.exitCode).toBe(5)
    expect(site.read('log/usm-billing.log')).toContain('one record of the JSON is larger than 8 MiB')
    expect(first.stderr.length).toBeLessThan(4000)
    expect(site.userside.counts.writes).toBe(0)

    site.populate(PEOPLE)
    expect((await site.run(['--quiet'])).exitCode).toBe(0)
    const before = site.userside.snapshot()
    spoil()
    expect((await site.run(['--quiet'])).exitCode).toBe(5)
    expect(site.userside.snapshot()).toEqual(before)
    site.populate(PEOPLE)
    expect((await site.runJson()).summary.userside.writes).toBe(0)
    expect(site.userside.violations).toEqual([])
  },
)
