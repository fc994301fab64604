/** Accounts beside the one that runs the tests: only root can act as them. */
import { testWith } from '../needs.ts'

/** Two ordinary accounts that own nothing on this machine; numbers without a name will do. */
export const SOMEBODY = 65_533
export const COLLEAGUE = 65_532

/** A test that acts as other accounts. */
export const testAsRoot = testWith('root')
