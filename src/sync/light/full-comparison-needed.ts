/** A reason to compare everything. Whoever meets one throws it: nothing is taken from memory in doubt. */
export class FullComparisonNeeded extends Error {
  /** @param message completes "Everything is compared: …" */
  constructor(message: string) {
    super(message)
    this.name = 'FullComparisonNeeded'
  }
}

/** Reads what was remembered. @throws FullComparisonNeeded when it is damaged */
export function rememberedJson<T>(text: string): T {
  try {
    return JSON.parse(text)
  } catch {
    throw new FullComparisonNeeded('what is remembered cannot be read')
  }
}
