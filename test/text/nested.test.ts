/** Sentences with sentences in them, brackets, and other people's words. */
import { expect, test } from 'bun:test'
import { recogniser } from '../../src/text/recognition.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { fill } from '../../src/text/translation.ts'

const uk = await speakerOf('uk')

test('a value in brackets ends where its bracket is closed', () => {
  const recognise = recogniser({ 'It is gone ({1}).': '', 'It is gone ({1}, by {2}).': '' })
  expect(recognise('It is gone (a (b)).')?.values).toEqual(['a (b)'])
  expect(recognise('It is gone (a). The other too (b).')).toBeUndefined()
  expect(recognise('It is gone (a, by b (c)).')?.values).toEqual(['a', 'b (c)'])
  expect(recognise('It is gone (a, by b). The other too (c).')).toBeUndefined()
})

test('two sentences with brackets are two sentences', () => {
  expect(
    uk.retell(
      'Of the billing, the tariffs could not be read (get_tariff_list). The connection to the billing broke off (ECONNRESET).',
    ),
  ).toBe(
    'З білінгу не вдалося прочитати: тарифи (get_tariff_list). З’єднання з білінгом обірвалося (ECONNRESET).',
  )
})

test('a phrase ends before a bracket that is none of its own', () => {
  expect(uk.retell('the connection was cut (ECONNRESET)')).toBe('з’єднання обірвалося (ECONNRESET)')
})

test('the full stop behind a value is that of its last sentence', () => {
  expect(
    uk.retell('The answer of the billing is of no use: the body is empty. It began with: nothing (x).'),
  ).toBe('Відповідь білінгу непридатна: тіло порожнє. Відповідь починалася так: nothing (x).')
})

test('the words of others stay, even where they read like the program’s', () => {
  expect(uk.retell('UserSide refused customer/edit: Error: done. the body is empty')).toBe(
    'UserSide відхилив customer/edit: Error: done. the body is empty',
  )
  expect(fill('<2>, {1}', ['a', 'b'])).toBe('b, a')
})

test('kilobytes of 1024 bytes are told too', () => {
  expect(
    uk
      .retell('a form of 600 KB is too big for UserSide, which takes 512 KB at once')
      .replaceAll('\u00a0', ' '),
  ).toBe('форма в 600 кБ завелика для UserSide, за раз він приймає 512 кБ')
})
