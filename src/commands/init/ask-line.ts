/** Shows a question and gives the line that was typed. */
export type AskLine = (question: string) => Promise<string>

/** Anything but a no, in whatever language it is said. */
export function isYes(answer: string): boolean {
  return !/^[nн]/i.test(answer.trim())
}
