/** The source answered, but nothing in the answer is what was asked for. */
export class WrongContent extends Error {
  override readonly name = 'WrongContent'
}
