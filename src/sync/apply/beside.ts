/** Work that is done beside other work. */

export interface Beside {
  /** Ends with the work, and in the same way. */
  readonly done: Promise<unknown>
  /** For who goes on meanwhile. @throws what the work has thrown, if it has */
  check(): void
}

/** Keeps an eye on work that was begun. */
export function createBeside(work: Promise<unknown>): Beside {
  let failure: { readonly error: unknown } | undefined
  work.catch((error: unknown) => {
    failure = { error }
  })
  return {
    done: work,
    check() {
      if (failure !== undefined) throw failure.error
    },
  }
}
