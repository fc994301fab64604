import { describe, expect, test } from 'bun:test'
import { OUTLINE } from '../../src/config/outline.ts'
import { nearest } from '../../src/model/nearest.ts'

const KEYS = OUTLINE.map(({ key }) => key)

describe('the nearest known name', () => {
  test.each([
    ['billingURL', 'billingUrl'],
    ['biling_url', 'billingUrl'],
    ['bilingId', 'billingId'],
    ['usersideKey', 'usersideApiKey'],
    ['confIsImportLesPhone', 'confIsImportLessPhone'],
    ['conf_is_import_message', 'confIsImportMessage'],
    ['fitler', 'filter'],
    ['confSkipDeleteIP', 'confSkipDeleteIp'],
    ['additionalData', 'additionalDataMerge'],
    ['xyzzy', undefined],
  ])('of %s is %p', (name, expected) => {
    expect(nearest(name, KEYS)).toBe(expected)
  })

  test('of every known name is that name', () => {
    expect(KEYS.map((key) => nearest(key, KEYS))).toEqual(KEYS)
  })
})
