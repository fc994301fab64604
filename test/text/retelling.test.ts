/** Sentences as the rooms glue them: a full stop or a capital letter more, and words of two meanings. */
import { describe, expect, test } from 'bun:test'
import { recogniser } from '../../src/text/recognition.ts'
import { ENGLISH, speakerOf } from '../../src/text/speaker.ts'

const uk = await speakerOf('uk')

describe('a sentence is told again', () => {
  test('with a full stop that is no part of the phrase', () => {
    expect(uk.retell('erp.test:443: nothing listens at this address.')).toBe(
      'erp.test:443: за цією адресою ніхто не слухає.',
    )
  })

  test('with a capital letter that is none of the phrase', () => {
    expect(uk.retell('Nothing listens at this address.')).toBe('За цією адресою ніхто не слухає.')
  })

  test('without the full stop it has lost before a semicolon', () => {
    expect(uk.retell('Check the host in billingUrl; or ask who knows')).toBe(
      'Перевірте хост у billingUrl; or ask who knows',
    )
  })

  test('and a single word with a capital letter is a name', () => {
    expect(uk.retell('Key')).toBe('Key')
  })
})

test('what is counted is a number: other words with the same end are no phrase', () => {
  expect(uk.retell('7 reads').replaceAll('\u00a0', ' ')).toBe('7 читань')
  expect(uk.retell('nobody reads')).toBe('nobody reads')
})

test('a word with a remark is said without it in English, and is not recognised', () => {
  expect(ENGLISH.say('key ‹check›')).toBe('key')
  expect([uk.say('key ‹check›'), uk.say('key')]).toEqual(['ключ', 'параметр'])
  const recognise = recogniser({ 'key ‹check›': 'ключ', key: 'параметр' })
  expect(recognise('key')?.translation).toBe('параметр')
})

test('parts of one form are told one by one, however they are joined', () => {
  expect(uk.retell('The billing has no additional field 99. UserSide has no additional field 63, 64.')).toBe(
    'У білінгу немає додаткового поля 99. В UserSide немає додаткового поля 63, 64.',
  )
  expect(
    uk.retell(
      'The query lacks the column "id"; has an unknown column "nname"; did you mean "name"?; has an unknown column "zz"; known are id, name.',
    ),
  ).toBe(
    'Запит не має стовпця "id"; має невідомий стовпець "nname"; може, "name"?; має невідомий стовпець "zz"; відомі: id, name.',
  )
})
