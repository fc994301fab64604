/** Shows a question and gives the line that was typed. */
export type AskLine = (question: string) => Promise<string>
