/** A PHP with `short_open_tag=Off` prints its programs before everything it says (universal-billing-api.md §2.1). */
import { describe, expect, test } from 'bun:test'
import type { BillingErrorKind } from '../../src/model/errors.ts'
import { type Answer, clientOf, errorOf, itemsOf, openDesk } from './universal/answering.ts'

/** As it lies in the billing: brackets at the beginning of lines, words of refusal in the midst of it. */
const PROGRAM = `<?
// 'wrong data input: ' and 'Connection error (' are what a failing query prints
class UserSide
{
    protected $calls = array(
        'x' => 1,
    );
    function unknown()
    {
        print('Unknown Action');
    }
}
$dbpass = 'Zx9-of-the-database';
`

/** How a file may end, and what follows it then. */
const ENDINGS: Readonly<Record<string, string>> = {
  'a tag and a line end': '?>\n',
  'a tag': '?>',
  'no tag, but a line end': '',
  'a tag and blanks': '?>\n\n  ',
}
const SWITCH = /short_open_tag=On/

describe.each(Object.entries(ENDINGS))('source text that ends with %s', (_, ending) => {
  const source = `${PROGRAM}${ending}`

  test('and the right JSON behind it is an answer, and the switch is named', async () => {
    await using desk = openDesk({
      get_user_list: `${source.trimEnd().endsWith('?>') ? source.trimEnd() : source}{"a":{"login":"a"}}`,
      get_user_tags: `${source.trimEnd()}\n[]`,
    })
    const client = clientOf(desk.url)
    expect([...(await client.subscribers()).subscribers.keys()]).toEqual(['a'])
    expect(itemsOf(await client.tags())).toEqual([])
    expect(client.problems).toHaveLength(2)
    for (const { code, text, partial } of client.problems) {
      expect([code, partial ?? false]).toEqual(['garbage-before-json', false])
      expect(text).toMatch(SWITCH)
    }
    expect(client.problems.map(({ example }) => example)).toEqual(['get_user_list', 'get_user_tags'])
  })

  test.each<[answer: Answer, kind: BillingErrorKind, says: RegExp]>([
    [{ status: 400, body: 'Unknown Action' }, 'unsupported', /does not know this method/],
    [{ status: 200, body: 'Unknown Action\n' }, 'unsupported', /does not know this method/],
    [{ status: 400, body: 'Undefined request' }, 'config', /did not arrive/],
    [{ body: 'ERROR:GET_WRONG_KEY' }, 'auth', /refuses the key/],
    [{ body: 'ERROR:API_DISABLED' }, 'config', /REMOTEAPI_ENABLED=1/],
    [{ body: 'ERROR:SOMETHING_NEW' }, 'config', /not set up/],
    [{ body: 'Stargazer is not running' }, 'temporary', /NOSTGCHECKPID=1/],
    [{ body: 'Ubilling maintance in progress' }, 'temporary', /being upgraded/],
    [{ status: 401, body: '' }, 'auth', /refuses access/],
    [{ body: '' }, 'malformed', /source text of its programs instead of an answer/],
    [{ body: '{"a":{"login":"a"},"b":' }, 'malformed', /source text of its programs/],
  ])('and %j means what the word at the end says', async ({ status, body }, kind, says) => {
    await using desk = openDesk({
      get_user_list: { status: status ?? 200, body: `${source}${String(body)}` },
    })
    const error = await errorOf(clientOf(desk.url).subscribers())
    expect(error.kind).toBe(kind)
    expect(`${error.message} ${error.hint}`).toMatch(says)
    expect(error.hint).toMatch(SWITCH)
    expect(`${error.message} ${error.hint}`).not.toContain('Zx9')
  })

  test('a list the billing does not have is unsupported, and no failure of the run', async () => {
    await using desk = openDesk({
      get_city_district_list: { status: 400, body: `${source}Unknown Action` },
      get_user_tags: `${source}undefined`,
    })
    const client = clientOf(desk.url)
    expect(await client.districts()).toMatchObject({ state: 'unavailable', reason: 'unsupported' })
    expect(itemsOf(await client.tags())).toEqual([])
    expect(client.problems.filter(({ partial }) => partial)).toEqual([])
  })
})

test.each([
  ['Unknown Action', 'unsupported'],
  ['Undefined request', 'config'],
  ['ERROR:GET_WRONG_KEY', 'auth'],
] as const)('%s stands out at the very end, whatever it follows on its line', async (word, kind) => {
  await using desk = openDesk({ get_user_list: `${PROGRAM.trimEnd()}${word}` })
  expect((await errorOf(clientOf(desk.url).subscribers())).kind).toBe(kind)
})

test.each([200, 400])(
  'a program that is longer than what is kept of a body does not hide the word behind it: HTTP %d',
  async (status) => {
    const long = `${PROGRAM}${'// a line of the program\n'.repeat(20_000)}?>\n`
    await using desk = openDesk({ get_user_list: { status, body: `${long}ERROR:GET_WRONG_KEY` } })
    expect((await errorOf(clientOf(desk.url).subscribers())).kind).toBe('auth')
  },
)

test.each([
  '<br />\n<b>Warning</b>:  Undefined array key 5 in <b>/app/api.php</b> on line <b>1265</b><br />\n',
  'PHP Notice:  Undefined index: x in /app/api.php on line 7\n',
])('notices before a word of refusal do not hide it: %j', async (notice) => {
  await using desk = openDesk({ get_user_list: `${notice}ERROR:GET_WRONG_KEY` })
  const error = await errorOf(clientOf(desk.url).subscribers())
  expect(error.kind).toBe('auth')
  expect(error.hint).not.toMatch(SWITCH)
})

test('XML is no source text', async () => {
  await using desk = openDesk({ get_user_list: '<?xml version="1.0"?><error>no</error>' })
  const error = await errorOf(clientOf(desk.url).subscribers())
  expect(error.kind).toBe('malformed')
  expect(`${error.message} ${error.hint}`).not.toMatch(SWITCH)
})
