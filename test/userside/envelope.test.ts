import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { moduleError, readEnvelope } from '../../src/userside/envelope.ts'

describe('an envelope (§1)', () => {
  test.each([
    { Result: 'OK', Id: 5, Data: { a: 1 }, ErrorText: '' },
    { result: 'ok', id: '5', data: { a: 1 } },
    { RESULT: 'Ok', ID: 5, DATA: { a: 1 }, error_text: '' },
  ])('is read whatever the case of its keys: %j', (answer) => {
    expect(readEnvelope(answer)).toMatchObject({ result: 'ok', id: '5', data: { a: 1 }, errorText: '' })
  })

  test.each([
    [{ Result: 'ERROR', ErrorText: 'no' }, 'no'],
    [{ result: 'error', error_text: 'no' }, 'no'],
    [{ result: 'Error', error: 'no' }, 'no'],
    [{ error: 'no' }, 'no'],
    [{ Result: 'ERROR' }, ''],
  ])('of an error: %j', (answer, errorText) => {
    expect(readEnvelope(answer)).toMatchObject({ result: 'error', errorText })
  })

  test.each([[null], [[]], [{}], ['OK'], [5], [{ Id: 5 }], [{ Result: 'maybe' }], [{ Result: { a: 1 } }]])(
    'without a result says neither: %j',
    (answer) => {
      expect(readEnvelope(answer).result).toBe('none')
    },
  )

  test.each([0, -5, 1.5, '1e3', 'x', '', null, true, { id: 5 }, [[5]], 1e300])(
    'names no id that cannot be one: %j',
    (Id) => {
      expect(readEnvelope({ Result: 'OK', Id }).id).toBe('')
    },
  )

  test('is read from any JSON without failing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answer) => {
        expect(['ok', 'error', 'none']).toContain(readEnvelope(answer).result)
      }),
    )
  })
})

describe('the bare answer of a module (§1)', () => {
  test.each([
    [{ error: 'unknown_method' }, 'unknown_method'],
    [{ Result: 'ERROR', ErrorText: 'Wrong key' }, 'Wrong key'],
    [{ ERRORTEXT: 'Wrong key', result: 'error' }, 'Wrong key'],
    [{ result: 'ERROR' }, ''],
    [{ Error: 'Forbidden section' }, 'Forbidden section'],
    [{ error_text: 'Wrong key' }, 'Wrong key'],
    [{ Result: 'FAIL', ErrorText: 'Wrong key' }, 'Wrong key'],
    [{ result: 'no' }, ''],
  ])('is an error: %j', (answer, words) => {
    expect(moduleError(answer)).toBe(words)
  })

  test.each([
    [{}],
    [[]],
    [null],
    [{ error: { erp_id: 5 } }],
    [{ result: { erp_id: 5 }, ERROR: { erp_id: 6 } }],
    [{ result: 'OK', data: {} }],
    [{ petrenko: { error: 'x' } }],
    [{ error: '', ErrorText: '', error_text: { erp_id: 7 } }],
  ])('is data: %j', (answer) => {
    expect(moduleError(answer)).toBeUndefined()
  })
})
