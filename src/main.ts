#!/usr/bin/env bun
/** The program: a command line in, an exit code out. */
import { runCli } from './commands/frame/cli.ts'
import { processIo } from './commands/frame/io.ts'
import { COMMANDS } from './commands/registry.ts'

// Set, not called: what a command still has to close is closed before the process ends.
process.exitCode = await runCli(process.argv.slice(2), processIo(), COMMANDS)
