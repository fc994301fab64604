import { describe, expect, test } from 'bun:test'
import { loadConfig } from '../../src/config/load.ts'
import { everyKey } from '../../src/config/outline.ts'
import { droppedIn, RENAMED_KEYS, type RenamedKey } from '../../src/config/renamed.ts'
import { VERSION } from '../../src/version.ts'
import { errorsOf, FILE, issuesOf, machine, REQUIRED } from './machine.ts'

const RENAMED: readonly RenamedKey[] = [
  { from: 'erpUrl', to: 'usersideUrl', since: '1.4.0' },
  { from: 'maxAbsent', to: 'safety.maxAbsentCount', since: '1.4.0' },
  { from: 'safety.share', to: 'safety.maxAbsentPercent', since: '2.0.0' },
  { from: 'protectedIps', to: 'confSkipDeleteIp', since: '1.4.0' },
]
const { usersideUrl, ...rest } = REQUIRED

function load(keys: Readonly<Record<string, unknown>>) {
  const host = machine({ files: { [FILE]: JSON.stringify({ ...rest, ...keys }, undefined, 1) } })
  return loadConfig({ file: FILE, host, renamed: RENAMED })
}

describe('an old name of a key', () => {
  test('works like the new one, with a warning that names both', () => {
    const { config, warnings } = load({ erpUrl: usersideUrl })
    expect(config.usersideUrl).toBe(usersideUrl)
    expect(warnings).toEqual([
      '"erpUrl" is called "usersideUrl" since version 1.4.0. The old name works until version 2.0.0: rename it.',
    ])
  })

  test('may have moved into a section, or within one', () => {
    const { config, warnings } = load({ usersideUrl, maxAbsent: 5, safety: { share: 50 } })
    expect(config.safety).toMatchObject({ maxAbsentCount: 5, maxAbsentPercent: 50 })
    expect(warnings).toHaveLength(2)
    expect(load({ usersideUrl, maxAbsent: 5 }).config.safety.maxAbsentCount).toBe(5)
  })

  test('gives way to the new one where both are set', () => {
    const { config, warnings } = load({ usersideUrl, erpUrl: 'http://old.test/' })
    expect(config.usersideUrl).toBe(usersideUrl)
    expect(warnings).toEqual([
      '"erpUrl" is not used: "usersideUrl", its new name, is set too. Take the old one out.',
    ])
  })

  test('is what an error speaks of, at the place where it stands', () => {
    const attempt = () => load({ usersideUrl, maxAbsent: -1, protectedIps: ['10.0.0.1', 'x'] })
    expect(errorsOf(attempt).map((line) => line.replace(/^[^ ]*:(\d+):\d+ /, '$1 '))).toEqual([
      '6 maxAbsent: must be a whole number, 0 or more, found the number -1',
      '9 protectedIps[1]: "x" is not an IPv4 address',
    ])
    expect(issuesOf(attempt)).toHaveLength(2)
  })

  test('that nobody declared is still unknown', () => {
    expect(errorsOf(() => load({ usersideUrl, erpAddress: 'x' })).join()).toContain('erpAddress: is unknown')
  })
})

test('every renamed key leads to a key there is, and goes when its time is over', () => {
  const names = everyKey().map(({ path }) => path.join('.'))
  for (const key of RENAMED_KEYS) {
    expect(names).toContain(key.to)
    expect(names).not.toContain(key.from)
    expect(Bun.semver.order(VERSION, droppedIn(key))).toBe(-1)
  }
  expect(droppedIn({ from: 'a', to: 'b', since: '1.9.2' })).toBe('2.0.0')
})
