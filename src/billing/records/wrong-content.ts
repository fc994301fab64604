/** The source answered, but the answer is not what was asked for. */
export class WrongContent extends Error {
  override readonly name = 'WrongContent'

  /** @param isCertain nothing else in the answer can say it better: there are records, and something beside them */
  constructor(
    message: string,
    readonly isCertain = false,
  ) {
    super(message)
  }
}
