/** What one run learns of a UserSide, the next one knows. */
import { describe, expect, test } from 'bun:test'
import { keepWays, recallWays } from '../../../src/commands/frame/userside-ways.ts'
import type { Userside } from '../../../src/userside/userside.ts'
import { readWays } from '../../../src/userside/ways.ts'

function notes(kept?: string): {
  text: string | undefined
  readNote(): string | undefined
  keepNote(_: string, text: string): void
} {
  return {
    text: kept,
    readNote() {
      return this.text
    },
    keepNote(_, text) {
      this.text = text
    },
  }
}

const clientOf = (ways = readWays(undefined)): Userside => ({ ways }) as Partial<Userside> as Userside

describe('the ways of a UserSide', () => {
  test('are recalled as they were kept', () => {
    const journal = notes()
    const learned = { additionalCustomerFields: ['62'], isBlockDropped: true, formBytes: 262_144 }
    keepWays(clientOf(learned), journal)
    const later = clientOf()
    recallWays(later, journal)
    expect(later.ways).toEqual(learned)
  })

  for (const kept of [undefined, '', 'null', '[', '{"formBytes":-1,"isBlockDropped":"yes"}']) {
    test(`are learned anew where the journal says ${kept ?? 'nothing'}`, () => {
      const client = clientOf()
      recallWays(client, notes(kept))
      expect(client.ways).toEqual(readWays(undefined))
    })
  }
})
