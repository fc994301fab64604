/** The calls that open and close a run (userside-api.md §2, §3). */

import { textReply } from '../reply.ts'
import { type Call, type CallDefinition, isBookkeeping, isRead } from './call.ts'

/** These calls under the category this ERP knows them by. */
export function handshakeCalls(category: string): Readonly<Record<string, CallDefinition>> {
  const calls = Object.entries(HANDSHAKE_CALLS)
  return Object.fromEntries(calls.map(([action, definition]) => [`${category}/${action}`, definition]))
}

const HANDSHAKE_CALLS: Readonly<Record<string, CallDefinition>> = {
  set_start_info: {
    method: 'POST',
    kind: isBookkeeping,
    required: ['version', 'path', 'log_path'],
    handle: (call) => {
      const { runs, printer, minimumRevision } = call.world
      call.ruling.change(() =>
        runs.push({
          version: call.param('version'),
          settings: undefined,
          operations: 0,
          isStopped: false,
          writes: 0,
        }),
      )
      return () => {
        const minimum = minimumRevision.value
        if (minimum === 0) return printer.ok()
        const reply = Buffer.concat(printer.ok().body).toString()
        const printed = `${reply.slice(0, -1)},"module_min_allow_version":${printer.number(minimum)}}`
        return textReply(200, 'application/json; charset=utf-8', printed)
      }
    },
  },
  get_settings: {
    method: 'POST',
    kind: isRead,
    required: ['billing_id', 'billing_time', 'erp_time'],
    handle: (call) => {
      for (const name of ['billing_time', 'erp_time'])
        if (!/^\d{9,11}$/.test(call.param(name)))
          call.forbid(`${name} of get_settings is ${JSON.stringify(call.param(name))}, not unix seconds.`)
      const { settings, printer } = call.world
      return () => {
        const run = openRun(call)
        if (run !== undefined) run.settings = { ...settings }
        const members = Object.entries(settings)
          .filter(([, value]) => value !== 0)
          .map(([key, value]) => `"${key}":${printer.number(value)}`)
        return printer.ok({ Data: `{${members.join(',')}}` })
      }
    },
  },
  system_operation: {
    method: 'POST',
    kind: isBookkeeping,
    required: ['billing_id'],
    handle: (call) => {
      const run = openRun(call)
      if (run === undefined) call.forbid('system_operation comes outside a run.')
      else
        call.ruling.change(() => {
          run.operations += 1
        })
      return () => call.world.printer.ok()
    },
  },
  set_stop_info: {
    method: 'POST',
    kind: isBookkeeping,
    required: [],
    handle: (call) => {
      const run = openRun(call)
      if (run === undefined) call.forbid('set_stop_info comes outside a run.')
      else
        call.ruling.change(() => {
          run.isStopped = true
        })
      const { printer } = call.world
      return () =>
        printer.form.isStopAnswerEmpty ? textReply(200, 'text/html; charset=UTF-8', '') : printer.ok()
    },
  },
}

function openRun(call: Call): Call['world']['runs'][number] | undefined {
  const run = call.world.runs.at(-1)
  return run?.isStopped === false ? run : undefined
}
