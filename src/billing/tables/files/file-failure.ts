/** What is wrong with a file, before it is known what that means for the run. */
export class Failure extends Error {
  override readonly name = 'Failure'

  constructor(
    message: string,
    readonly hint: string,
    cause?: unknown,
  ) {
    super(message, { cause })
  }
}
