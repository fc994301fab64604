/** The system's log: through the host's `logger`, or by priorities where systemd takes what is printed. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { chmodSync, closeSync, existsSync, fstatSync, openSync, readdirSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { join } from 'node:path'
import { bareEnvironment, program } from './cli.ts'
import { Site } from './site.ts'

setDefaultTimeout(60_000)

/** A `logger` that keeps its words and what it was told. */
function fakeLogger(site: Site): Record<string, string> {
  const path = site.write(
    'logger',
    `#!/bin/sh\nwhile IFS= read -r line; do echo "$* | $line" >> '${site.folder}/told'; done\necho end >> '${site.folder}/ended'\n`,
  )
  chmodSync(path, 0o755)
  return { ...bareEnvironment, PATH: `${site.folder}:/usr/bin:/bin` }
}

async function told(site: Site, loggers: number): Promise<string[]> {
  const ended = (): number =>
    existsSync(join(site.folder, 'ended')) ? site.read('ended').split('\n').length - 1 : 0
  const changes = watch(site.folder, { signal: AbortSignal.timeout(20_000) })
  if (ended() < loggers) for await (const _ of changes) if (ended() >= loggers) break
  return existsSync(join(site.folder, 'told')) ? site.read('told').trimEnd().split('\n') : []
}

describe('log.syslog', () => {
  test("tells the host's logger every line, by its priority, and nothing on its command line", async () => {
    await using site = await Site.open({ config: { log: { syslog: true }, billingHttp: { retries: 0 } } })
    const env = fakeLogger(site)
    expect((await site.run(['--quiet'], { env })).exitCode).toBe(0)
    const lines = await told(site, 1)
    expect(
      lines.every((line) => /^-t usm-billing\[\d+\] -p daemon\.(?:info|warning|err) \| \S/.test(line)),
    ).toBe(true)
    expect(lines.filter((line) => line.includes('daemon.info')).join('\n')).toContain('Done')
    site.billing.faults.add({ kind: 'status', status: 503, times: 99 })
    expect((await site.run([], { env })).exitCode).toBe(5)
    const after = await told(site, 4)
    expect(after.slice(lines.length).filter((line) => line.includes('daemon.err'))).not.toEqual([])
    for (const args of [['plan'], ['doctor']]) await site.run(args, { env })
    expect(site.read('told').trimEnd().split('\n')).toHaveLength(after.length)
  })

  test('is not told unless it is asked for, and a logger that ends at once harms no run', async () => {
    await using site = await Site.open()
    const env = fakeLogger(site)
    await site.run([], { env })
    expect(readdirSync(site.folder)).not.toContain('told')
    chmodSync(site.write('logger', '#!/bin/sh\nexit 1\n'), 0o755)
    site.configure({ log: { syslog: true } })
    expect((await site.run(['--quiet'], { env })).exitCode).toBe(0)
  })
})

describe('under systemd', () => {
  test('what is printed carries its priority, and the logger is not told it once more', async () => {
    await using site = await Site.open({ config: { log: { syslog: true }, billingHttp: { retries: 0 } } })
    const env = fakeLogger(site)
    site.billing.faults.add({ kind: 'status', status: 503, times: 99 })
    const journal = join(site.folder, 'journal')
    const descriptor = openSync(journal, 'w', 0o600)
    const { dev, ino } = fstatSync(descriptor)
    const child = Bun.spawn([...program, '--config', site.configFile], {
      cwd: '/proc',
      env: { ...env, JOURNAL_STREAM: `${dev}:${ino}` },
      stdin: 'ignore',
      stdout: descriptor,
      stderr: descriptor,
    })
    expect(await child.exited).toBe(5)
    closeSync(descriptor)
    const lines = site.read('journal').trimEnd().split('\n')
    expect(lines.filter((line) => !/^<[3-7]>/.test(line))).toEqual([])
    expect(lines).toContain('<6>usm_billing')
    expect(lines.find((line) => line.startsWith('<3>'))).toStartWith('<3>Error: ')
    expect(lines.some((line) => line.startsWith('<4> Warning: '))).toBe(true)
    expect(existsSync(join(site.folder, 'told'))).toBe(false)
  })

  test('a pipe that is not the journal gets plain lines, whatever the environment says', async () => {
    await using site = await Site.open()
    const { stdout } = await site.run([], { env: { ...bareEnvironment, JOURNAL_STREAM: '1:1' } })
    expect(stdout).not.toMatch(/^</m)
  })
})
