/** The HTML page of the last runs: on stdout, or in a file. */
import { resolve } from 'node:path'
import { systemReason } from '../config/secrets.ts'
import type { Run } from './frame/context.ts'
import { EXIT, UsageError } from './frame/exit-codes.ts'
import { openJournalReader } from './frame/journal-reader.ts'
import { makePage, writePage } from './frame/report-page.ts'

/** `usm-billing report [--out FILE]`. @throws ConfigError; UsageError when the file cannot be written */
export const report: Run<'report'> = async (context) => {
  const { flags, io, speaker } = context
  const { config, console, redact, journal, close } = await openJournalReader(context, { isPastAsked: true })
  try {
    const page = makePage({ config, redact, journal, now: io.now(), speaker: speaker() })
    if (flags.out === undefined) {
      if (!flags.json) io.stdout.write(page)
      console.printJson({ type: 'report', html: page })
      return EXIT.done
    }
    const file = resolve(flags.out)
    writeOut(file, page)
    console.info(`The report was written to ${file}.`)
    console.printJson({ type: 'report', file })
    return EXIT.done
  } finally {
    close()
  }
}

function writeOut(file: string, page: string): void {
  try {
    writePage(file, page)
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${systemReason(error)}.`, {
      hint: 'Name a file in a folder this account may write to.',
      cause: error,
    })
  }
}
