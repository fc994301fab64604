/** Thrown where the memory may not be valid: everything is compared then. The message is the reason. */
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
