/** An output whose text can be read. */
export function fakeOutput(terminal: { isTerminal?: boolean; columns?: number } = {}) {
  const written: string[] = []
  return {
    isTerminal: false,
    columns: 80,
    ...terminal,
    write: (text: string) => void written.push(text),
    get text() {
      return written.join('')
    },
    /** Without what steers the terminal, one entry for each thing that was shown. */
    get shown() {
      return written.map((text) => Bun.stripANSI(text).trimEnd()).filter((text) => text !== '')
    },
  }
}
