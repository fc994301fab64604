/**
 * Tests that need something of the machine. Where it is missing they are not tried, and `bun run test` says at its end what
 * and why: a pass must not look like more than it is.
 */
import { describe, test } from 'bun:test'
import { isMet, type Need } from '../scripts/test-needs.ts'

/** `describe` where everything is here; elsewhere the same without being tried. */
export function describeWith(...needs: readonly Need[]): typeof describe {
  return needs.every(isMet) ? describe : (describe.skip as typeof describe)
}

/** The same for a single test. */
export function testWith(...needs: readonly Need[]): typeof test {
  return needs.every(isMet) ? test : (test.skip as typeof test)
}
