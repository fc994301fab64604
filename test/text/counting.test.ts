/** What is counted is a number: whoever is called like a phrase, or says something like one, is left alone. */
import { expect, test } from 'bun:test'
import { speakerOf } from '../../src/text/speaker.ts'

test('words of others that read like a count are told as they are', async () => {
  const speaker = await speakerOf('uk')
  for (const text of ['10442: Wrong tariff', 'Wrong tariff', 'UserSide refused subscribers', '5 bad tariffs'])
    expect(speaker.retell(text)).toBe(text)
  expect(speaker.retell('5 tariffs, 1\u00a0234 subscribers')).toBe('5 тарифів, 1\u00a0234 абоненти')
})

test('a time can be told to the minute', async () => {
  const time = new Date(2026, 10, 2, 7, 5, 9)
  const [english, ukrainian] = [await speakerOf('en'), await speakerOf('uk')]
  expect(english.minute(time)).toBe('2026-11-02 07:05')
  expect(ukrainian.minute(time)).toBe('02.11.2026 07:05')
})
