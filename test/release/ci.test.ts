/** The checks that judge every change are themselves checked: each must be able to say no. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideTools, TOOLS, type ToolName } from '../../scripts/test-tools.ts'
import type { Machine } from '../../scripts/tools.ts'

const repository = join(import.meta.dir, '../..')
const HEAD = "import { describe, expect, test } from 'bun:test'\n"
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usm-billing-ci-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

function bun(...args: string[]) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, ...args], { cwd: folder })
  return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() }
}

describe('the count in the last line', () => {
  const script = join(repository, 'scripts/test-counts.ts')

  async function report(name: string, ...tests: string[]): Promise<string> {
    const path = join(folder, `${name}.xml`)
    await Bun.write(
      join(folder, `${name}.test.ts`),
      `import { expect, test } from 'bun:test'\n${tests.join('\n')}`,
    )
    bun('test', `./${name}.test.ts`, '--reporter=junit', `--reporter-outfile=${path}`)
    return path
  }
  const good = (name: string) => `test('${name}', () => expect(1).toBe(1))`
  const bad = (name: string) => `test('${name}', () => expect(1).toBe(2))`

  test('adds up what the runner counted in every report', async () => {
    const reports = [await report('two', good('a'), good('b')), await report('one', good('c'))]
    expect(bun(script, ...reports)).toEqual({ exitCode: 0, stdout: '3 passed, 0 failed\n', stderr: '' })
  })

  test('is printed when a test failed, and the exit code tells it', async () => {
    const { exitCode, stdout } = bun(script, await report('mixed', good('a'), bad('b')))
    expect(stdout).toBe('1 passed, 1 failed\n')
    expect(exitCode).toBe(1)
  })

  test('is not made up when the runner left no report', () => {
    const { exitCode, stdout } = bun(script, join(folder, 'missing.xml'))
    expect(stdout).toBe('')
    expect(exitCode).not.toBe(0)
  })
})

describe('a run of the tests', () => {
  const script = join(repository, 'scripts/test.ts')
  const FILES: Readonly<Record<string, string>> = {
    'test/good.test.ts': `${HEAD}test('a', () => console.log('chatter'))\ntest('b', () => {})`,
    'test/nothing.test.ts': `${HEAD}describe.skip('all', () => {})`,
    'test/deep/partly.test.ts': `${HEAD}test.skip('a', () => {})\ntest('b', () => {})`,
    'test/bad.test.ts': `${HEAD}test('fine', () => {})\ntest('the bad one', () => expect('this').toBe('that'))`,
    'test/dies.test.ts': `${HEAD}test('fine', () => process.exit(7))`,
    'test/leaves.test.ts': `${HEAD}test('fine', () => process.exit(0))`,
    'test/throws.test.ts': `${HEAD}test('fine', () => {})\nthrow new Error('at the top')`,
    'test/no-code.test.ts': 'test(',
  }

  async function runIn(name: string, files: readonly string[], ...args: string[]) {
    const place = join(folder, name)
    for (const file of files) await Bun.write(join(place, file), FILES[file] ?? '')
    const { exitCode, stdout } = Bun.spawnSync([process.execPath, script, ...args], { cwd: place })
    return { exitCode, lines: stdout.toString().trimEnd().split('\n') }
  }
  const withoutTime = (line: string) => line.replace(/, \d+\.\d s$/, '')

  test('that passes takes a line for each file, and the count', async () => {
    const files = ['test/good.test.ts', 'test/deep/partly.test.ts', 'test/nothing.test.ts']
    const { exitCode, lines } = await runIn('passes', files)
    expect(lines.map(withoutTime).sort().slice(-3)).toEqual([
      '✓ test/deep/partly.test.ts: 1 passed, 1 not tried',
      '✓ test/good.test.ts: 2 passed',
      '✓ test/nothing.test.ts: 0 passed',
    ])
    expect(lines.at(-1)).toBe('3 passed, 0 failed, 1 skipped')
    expect(lines.join()).not.toContain('chatter')
    expect(exitCode).toBe(0)
  })

  test('that fails tells every failure in full behind all the files, however a file failed', async () => {
    const { exitCode, lines } = await runIn('fails', Object.keys(FILES))
    const text = lines.join('\n')
    const [told = '', failures = ''] = text.split(/\n\n([\s\S]*)/)
    expect(told.split('\n')).toHaveLength(8)
    expect(told).toContain('✗ test/bad.test.ts: 1 passed, 1 FAILED')
    for (const name of ['bad', 'dies', 'leaves', 'throws', 'no-code']) {
      expect(told).toContain(`✗ test/${name}.test.ts`)
      expect(failures).toContain(`── test/${name}.test.ts ──`)
    }
    expect(failures).toContain('Expected: "that"')
    expect(failures).toContain('at the top')
    expect(failures).not.toContain('── test/good')
    expect(lines.at(-1)).toMatch(/^\d+ passed, 5 failed, 1 skipped$/)
    expect(exitCode).toBe(1)
  })

  test('can be of some files, and of none it says so', async () => {
    const files = ['test/good.test.ts', 'test/bad.test.ts']
    expect((await runIn('some', files, './test/good.test.ts')).lines.at(-1)).toBe('2 passed, 0 failed')
    expect((await runIn('some', files, 'test/nowhere')).exitCode).toBe(1)
  })
})

const NAMES = Object.keys(TOOLS) as ToolName[]

describe('the tools of the tests', () => {
  /** A machine without them, whose package manager answers with this, in turn. */
  function machineWith(answers: (args: readonly string[]) => string | undefined, canInstall = true) {
    const said: string[] = []
    const here = new Set<string>()
    let waited = 0
    const machine: Machine = {
      canInstall,
      hindrance: 'only root may',
      isHere: (name) => here.has(name),
      apt(...args) {
        const complaint = answers(args)
        for (const name of NAMES)
          if (complaint === undefined && TOOLS[name].packages.every((one) => args.includes(one)))
            here.add(name)
        return complaint
      },
      withoutServices: (work) => work(),
      pause(seconds) {
        waited += seconds
      },
      say: (text) => void said.push(text),
    }
    return { machine, said, waited: () => waited }
  }
  const LOCK = 'Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt-get)'

  test('are installed, each by itself: what cannot be had is named with its reason', () => {
    const { machine, said } = machineWith((args) =>
      args.includes('fish') ? 'Unable to locate package fish' : undefined,
    )
    expect([...provideTools(machine)]).toEqual([['fish', 'not installed: Unable to locate package fish']])
    expect(said).toEqual([expect.stringContaining('Installing chromium, tmux, zsh, fish')])
  })

  test('are not installed where that is not ours to do', () => {
    const { machine, said } = machineWith(() => 'must not be asked', false)
    expect([...provideTools(machine).values()]).toEqual(NAMES.map(() => 'only root may'))
    expect(said).toEqual([])
  })

  test('wait for another package manager, and say so once', () => {
    let times = 5
    const { machine, said, waited } = machineWith((args) =>
      args[0] === 'update' && --times > 0 ? LOCK : undefined,
    )
    expect([...provideTools(machine)]).toEqual([])
    expect(waited()).toBe(12)
    expect(said.filter((line) => line.startsWith('Waiting'))).toEqual([expect.stringContaining(LOCK)])
  })

  test('do not wait for ever', () => {
    const { machine, waited } = machineWith(() => LOCK)
    expect([...provideTools(machine).values()][0]).toContain(LOCK)
    expect(waited()).toBeLessThanOrEqual(300)
  })

  test('do not need lists that are new: where there is no network they may be there all the same', () => {
    const { machine } = machineWith((args) =>
      args[0] === 'update' ? 'Temporary failure resolving' : undefined,
    )
    expect([...provideTools(machine)]).toEqual([])
  })
})

describe('the check of the workflows', () => {
  const script = join(repository, 'scripts/check-workflows.ts')
  const pinned = `actions/checkout@${'0123456789'.repeat(4)} # v5.0.0`

  async function check(workflow: string) {
    await Bun.write(join(folder, 'workflows/some.yml'), workflow)
    return bun(script, join(folder, 'workflows'))
  }
  const workflow = (uses: string, permissions = 'permissions: {}', needs = '') =>
    `name: some\non: push\n${permissions}\njobs:\n  only:\n${needs}    runs-on: ubuntu-24.04\n    steps:\n      - uses: ${uses}\n`

  test('lets a pinned action and no permissions pass', async () => {
    expect(await check(workflow(pinned))).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })

  test.each(['actions/checkout@v5', 'actions/checkout@main', pinned.replace(/ #.*/, '')])(
    'refuses %s, which is not pinned with its version',
    async (action) => {
      const { exitCode, stderr } = await check(workflow(action))
      expect(stderr).toContain('must be pinned')
      expect(exitCode).toBe(1)
    },
  )

  test.each([
    '',
    'permissions: write-all',
    'permissions:\n  contents: write',
    'permissions:\n  contents: read\n  packages: write',
  ])('refuses a workflow that starts with %j', async (permissions) => {
    const { exitCode, stderr } = await check(workflow(pinned, permissions))
    expect(stderr).toContain('permissions must be none')
    expect(exitCode).toBe(1)
  })

  test("knows GitHub's syntax: a job that waits for one that is not there is named by its place", async () => {
    const { exitCode, stderr } = await check(workflow(pinned, undefined, '    needs: nothing\n'))
    expect(stderr).toContain("some.yml:6:12 Value 'nothing' is not valid")
    expect(exitCode).toBe(1)
  })
})

describe('the check of a release', () => {
  const script = join(repository, 'scripts/verify-release.sh')
  const verify = (...args: string[]) => {
    const { exitCode, stdout, stderr } = Bun.spawnSync(['bash', script, ...args], { cwd: folder })
    return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() }
  }

  test('ends before it builds anything when a file is not what SHA256SUMS says', async () => {
    const downloads = join(folder, 'downloads')
    await Bun.write(join(downloads, 'usm-billing.tar.gz'), 'tampered with')
    await Bun.write(join(downloads, 'SHA256SUMS'), `${'0'.repeat(64)}  usm-billing.tar.gz\n`)
    const { exitCode, stdout } = verify('v1.0.0', downloads)
    expect(stdout).toContain('usm-billing.tar.gz: FAILED')
    expect(stdout).not.toContain('built anew')
    expect(exitCode).not.toBe(0)
  })

  test('wants only what was downloaded to be right', async () => {
    const downloads = join(folder, 'one-download')
    const text = 'as it was'
    await Bun.write(join(downloads, 'usm-billing.tar.gz'), text)
    const sum = new Bun.CryptoHasher('sha256').update(text).digest('hex')
    await Bun.write(
      join(downloads, 'SHA256SUMS'),
      `${'0'.repeat(64)}  usm-billing-freebsd.tar.gz\n${sum}  usm-billing.tar.gz\n`,
    )
    const { exitCode, stdout, stderr } = verify('v0.0.0-none', downloads)
    expect(stdout).toContain('usm-billing.tar.gz: OK')
    expect(stdout).toContain('v0.0.0-none built anew')
    expect(stderr).toContain('v0.0.0-none')
    expect(exitCode).not.toBe(0)
  })

  test('says how it is called', () => {
    expect(verify('v1.0.0')).toMatchObject({ exitCode: 64, stderr: `Usage: ${script} TAG FOLDER\n` })
  })
})
