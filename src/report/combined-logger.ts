/** Several loggers as one. */
import type { Logger } from '../model/logger.ts'

/** Passes every call on to all of them, in their order. */
export function combineLoggers(...loggers: readonly Logger[]): Logger {
  const toAll = (tell: (logger: Logger) => void) => {
    for (const logger of loggers) tell(logger)
  }
  return {
    step: (title, total) => toAll((logger) => logger.step(title, total)),
    advance: (count) => toAll((logger) => logger.advance(count)),
    info: (text) => toAll((logger) => logger.info(text)),
    warn: (text) => toAll((logger) => logger.warn(text)),
    error: (text) => toAll((logger) => logger.error(text)),
    debug: (text) => toAll((logger) => logger.debug(text)),
  }
}
