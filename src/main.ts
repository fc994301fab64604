#!/usr/bin/env bun
/** The program: a command line in, an exit code out. */
import { runCli } from './commands/cli.ts'
import { processIo } from './commands/io.ts'

// Set, not called: `process.exit` would cut off what a slow reader of a pipe has not taken yet.
// No `await` at the top: a module with one cannot be compiled to bytecode, which a quick start wants.
runCli(process.argv.slice(2), processIo()).then((exitCode) => {
  process.exitCode = exitCode
})
