#!/usr/bin/env bun
/** The program: a command line in, an exit code out. */
import { runCli } from './commands/cli.ts'
import { processIo } from './commands/io.ts'

// Set, not called: `process.exit` would cut off what a slow reader of a pipe has not taken yet.
process.exitCode = await runCli(process.argv.slice(2), processIo())
