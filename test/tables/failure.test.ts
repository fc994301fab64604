/** What a server's refusals mean, by whom they meet: a connection, a built-in query, a query of the operator. */
import { describe, expect, test } from 'bun:test'
import { failureOf } from '../../src/billing/tables/servers/failure.ts'

const refusal = (errno: number | string, message = 'says the server') =>
  Object.assign(new Error(message), { errno })
const place = { method: 'phones', what: 'the phones', timeoutSec: 1 }
const connection = { method: 'connection', what: '', timeoutSec: 1 }

describe('a query that the server refuses', () => {
  test.each<[number | string, string]>([
    [1054, ''],
    [1064, 'stands in backticks; {page:COLUMN} is the last condition'],
    [1242, 'must give one row'],
    [1267, 'compare texts with ASCII only'],
    ['42601', 'stands in double quotes'],
    ['42703', 'a text stands in single ones'],
    ['42P01', 'named with its schema'],
    ['22P02', ''],
  ])('is told by its place where it is the own one: %p', (errno, advice) => {
    const { hint = '' } = failureOf(refusal(errno), { ...place, isOwn: true })
    expect(hint).toStartWith('Correct the query: its text stands in billingDatabase.queries.phones.')
    expect(hint).toContain(advice)
  })

  test('may have another laid over it where it is built in', () => {
    expect(failureOf(refusal(1146), place).hint).toStartWith('Lay a query of your own over it')
  })

  test('is no matter of the password, whoever made the view it reads', () => {
    const refused = refusal(1045, "Access denied for user 'gone'@'localhost'")
    expect(failureOf(refused, { ...place, isOwn: true })).toMatchObject({
      kind: 'config',
      message: expect.stringContaining("Access denied for user 'gone'@'localhost' (1045)"),
      hint: expect.stringContaining('A view needs'),
    })
    expect(failureOf(refused, connection)).toMatchObject({ kind: 'auth' })
  })
})

test('a connection that breaks off at its beginning may be to something else', () => {
  const error = Object.assign(new Error('Failed'), { code: 'ERR_MYSQL_CONNECTION_FAILED' })
  expect(failureOf(error, connection).hint).toContain('Check host and port in billingUrl')
  expect(failureOf(error, place).hint).toBeUndefined()
})
