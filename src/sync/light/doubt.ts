/** A reason to compare everything. Whoever meets one throws it: nothing is taken from memory in doubt. */
export class Doubt extends Error {
  /** @param message completes "Everything is compared: …" */
  constructor(message: string) {
    super(message)
    this.name = 'Doubt'
  }
}
