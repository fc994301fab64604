import { describe, expect, test } from 'bun:test'
import { loadConfig } from '../../src/config/load.ts'
import { everyKey } from '../../src/config/outline.ts'
import { CERTIFICATE } from '../userside/tls-identity.ts'
import { errorsOf, FILE, load, loadKeys, machine, REQUIRED } from './machine.ts'

const TEXT = JSON.stringify(REQUIRED)
const SYSTEM = '/etc/usm-billing/usm-billing.jsonc'
const VARIABLES = {
  BILLING_URL: 'http://billing.test/?key=1',
  BILLING_ID: '7',
  USERSIDE_API_URL: 'http://userside.test',
  USERSIDE_API_KEY: 'K',
}

describe('the place of the configuration', () => {
  const files = {
    '/named.jsonc': TEXT,
    '/variable.jsonc': TEXT,
    '/opt/usm/usm-billing.jsonc': TEXT,
    '/home/operator/usm-billing.jsonc': TEXT,
    '/home/operator/here.jsonc': TEXT,
  }
  const env = { USM_BILLING_CONFIG: '/variable.jsonc' }
  const binary = '/usr/local/bin/usm-billing'
  const links = { [binary]: '/opt/usm/usm-billing' }

  test.each([
    ['--config before all others', '/named.jsonc', { files, env, binary, links }, '/named.jsonc'],
    ['--config relative to the working folder', 'here.jsonc', { files }, '/home/operator/here.jsonc'],
    ['$USM_BILLING_CONFIG before the folders', undefined, { files, env, binary, links }, '/variable.jsonc'],
    [
      "the folder of the binary's real path",
      undefined,
      { files, binary, links },
      '/opt/usm/usm-billing.jsonc',
    ],
    ['the working folder when run from source', undefined, { files }, '/home/operator/usm-billing.jsonc'],
    [
      'an empty $USM_BILLING_CONFIG names nothing',
      undefined,
      { files, env: { USM_BILLING_CONFIG: '' } },
      '/home/operator/usm-billing.jsonc',
    ],
  ])('is %s', (_what, file, host, expected) => {
    expect(loadConfig({ file, host: machine(host) }).source).toBe(expected)
  })

  test.each([
    ['the one in the system folder when none lies beside the binary', undefined, {}, SYSTEM],
    [
      'the one beside the binary before that of the system',
      undefined,
      { links },
      '/opt/usm/usm-billing.jsonc',
    ],
    ['a bare name in the system folder', 'kyiv', {}, '/etc/usm-billing/kyiv.jsonc'],
    ['a bare name with dots and dashes', 'isp-2.kyiv', {}, '/etc/usm-billing/isp-2.kyiv.jsonc'],
    [
      'a bare name in the variable',
      undefined,
      { env: { USM_BILLING_CONFIG: 'kyiv' } },
      '/etc/usm-billing/kyiv.jsonc',
    ],
    [
      'a bare name in the system folder when run from source',
      'kyiv',
      { binary: undefined },
      '/etc/usm-billing/kyiv.jsonc',
    ],
    ['a bare name in the working folder where the system has none', 'local', {}, '/home/operator/local'],
    ['a name that ends as a file does in the working folder', 'here.jsonc', {}, '/home/operator/here.jsonc'],
    ['a path in the working folder', './kyiv', {}, '/home/operator/kyiv'],
    [
      'that of FreeBSD on FreeBSD',
      undefined,
      { platform: 'freebsd' as const },
      '/usr/local/etc/usm-billing/usm-billing.jsonc',
    ],
    [
      'a bare name on FreeBSD',
      'kyiv',
      { platform: 'freebsd' as const },
      '/usr/local/etc/usm-billing/kyiv.jsonc',
    ],
  ])('is %s', (_what, file, host, expected) => {
    const more = [
      SYSTEM,
      '/etc/usm-billing/kyiv.jsonc',
      '/etc/usm-billing/isp-2.kyiv.jsonc',
      '/usr/local/etc/usm-billing/usm-billing.jsonc',
      '/usr/local/etc/usm-billing/kyiv.jsonc',
      '/home/operator/local',
      '/home/operator/kyiv',
    ]
    const here = { ...files, ...Object.fromEntries(more.map((path) => [path, TEXT])) }
    expect(loadConfig({ file, host: machine({ files: here, binary, ...host }) }).source).toBe(expected)
  })

  test.each([
    [
      'beside a binary that was unpacked anywhere',
      { binary: '/opt/usm/usm-billing' },
      '/opt/usm/usm-billing.jsonc',
    ],
    ['never among the programs of the system', { binary: '/usr/bin/usm-billing' }, SYSTEM],
    [
      'in the system folder once there is one',
      { binary: '/opt/usm/usm-billing', folders: ['/etc/usm-billing'] },
      SYSTEM,
    ],
  ])('is missed %s', (_what, host, expected) => {
    expect(errorsOf(() => loadConfig({ host: machine(host) }))).toEqual([
      `${expected}: there is no such file`,
    ])
  })

  test('is missed in the system folder when a bare name is nowhere', () => {
    expect(errorsOf(() => loadConfig({ file: 'lviv', host: machine({}) }))).toEqual([
      '/etc/usm-billing/lviv.jsonc: there is no such file',
    ])
  })

  test('is no bug of the program when this account may not look for it', () => {
    const hidden = {
      ...machine({ binary: '/usr/bin/usm-billing' }),
      permissions: () => {
        throw new Error("EACCES: permission denied, stat '/etc/usm-billing/usm-billing.jsonc'")
      },
    }
    expect(errorsOf(() => loadConfig({ host: { ...hidden, binary: '/opt/usm-billing' } }))).toEqual([
      '/opt/usm-billing.jsonc: cannot be read: permission denied',
    ])
    expect(errorsOf(() => loadConfig({ file: 'kyiv', host: hidden }))).toEqual([
      '/etc/usm-billing/kyiv.jsonc: cannot be read: permission denied',
    ])
  })

  test('has to exist when it was named, whatever the environment could give', () => {
    const host = machine({ env: VARIABLES })
    expect(errorsOf(() => loadConfig({ file: '/gone.jsonc', host }))).toEqual([
      '/gone.jsonc: there is no such file',
    ])
  })

  test('is named in the error when nothing is there at all', () => {
    const host = machine({ binary, links })
    expect(errorsOf(() => loadConfig({ host }))).toEqual([
      '/opt/usm/usm-billing.jsonc: there is no such file',
    ])
  })
})

describe('the folders of a configuration', () => {
  const foldersOf = (path: string, keys: Readonly<Record<string, unknown>> = {}, more = {}) => {
    const files = { [path]: JSON.stringify({ ...REQUIRED, ...keys }) }
    const { logPath, statePath } = loadConfig({ file: path, host: machine({ files, ...more }) }).config
    return { logPath, statePath }
  }
  const layout = { logPath: '/var/log/usm-billing', statePath: '/var/lib/usm-billing' }

  test.each([
    ["the system's when it stands in the system folder", SYSTEM, {}, {}, layout],
    [
      'a folder for the log of each of several billings',
      '/etc/usm-billing/kyiv.jsonc',
      {},
      {},
      { ...layout, logPath: '/var/log/usm-billing/kyiv' },
    ],
    [
      'those it names',
      SYSTEM,
      { logPath: '/srv/log', statePath: '/srv/state' },
      {},
      { logPath: '/srv/log', statePath: '/srv/state' },
    ],
    [
      'one for both when it names the log alone',
      SYSTEM,
      { logPath: '/srv/log' },
      {},
      { logPath: '/srv/log', statePath: '/srv/log' },
    ],
    [
      'its own journal beside the log of the system',
      SYSTEM,
      { statePath: '/srv/state' },
      {},
      { ...layout, statePath: '/srv/state' },
    ],
    ["the system's when what it names is empty", SYSTEM, { logPath: '' }, {}, layout],
    [
      'beside it when it stands anywhere else',
      '/srv/usm-billing.jsonc',
      {},
      {},
      { logPath: '/srv/log', statePath: '/srv/log' },
    ],
    [
      'beside it in a folder of the system folder',
      '/etc/usm-billing/old/a.jsonc',
      {},
      {},
      { logPath: '/etc/usm-billing/old/log', statePath: '/etc/usm-billing/old/log' },
    ],
    [
      'the same on FreeBSD',
      '/usr/local/etc/usm-billing/usm-billing.jsonc',
      {},
      { platform: 'freebsd' },
      layout,
    ],
  ])('are %s', (_what, path, keys, more, expected) => {
    expect(foldersOf(path, keys, more)).toEqual(expected)
  })
})

describe('the environment', () => {
  test('alone is a configuration', () => {
    const { config, source } = loadConfig({ host: machine({ env: VARIABLES }) })
    expect(source).toBe('environment')
    expect(config).toMatchObject({
      billingId: 7,
      usersideUrl: 'http://userside.test',
      logPath: '/home/operator/log',
    })
  })

  test('alone has its folders in the working folder, wherever the program is', () => {
    const host = machine({ env: VARIABLES, binary: '/usr/local/bin/usm-billing' })
    expect(loadConfig({ host }).config).toMatchObject({
      logPath: '/home/operator/log',
      statePath: '/home/operator/log',
    })
  })

  test('reaches every key that has a variable', () => {
    const values: Readonly<Record<string, string>> = {
      BILLING_NAME: 'carbon5',
      BILLING_URL: 'http://other.test/',
      BILLING_ID: '77',
      USERSIDE_API_URL: 'http://other.test/',
      SKIP_DELETE_IP_LIST: '10.0.0.1-10.0.0.9, 192.168.0.0/24',
      USM_BILLING_LANGUAGE: 'uk',
    }
    const without = loadConfig({ host: machine({ env: VARIABLES }) }).config
    const changed = everyKey().flatMap(({ path, env }) => {
      if (env === undefined) return []
      const { config } = loadConfig({
        host: machine({ env: { ...VARIABLES, [env]: values[env] ?? '1' } }),
      })
      const keys = Object.keys(config) as (keyof typeof config)[]
      const different = keys.filter((name) => !Bun.deepEquals(config[name], without[name]))
      expect(different).toEqual([path[0] as keyof typeof config])
      return different
    })
    expect(changed).toHaveLength(20)
  })

  test('fills the keys that the file does not set', () => {
    const { config, warnings } = load('{ "billingId": 3, "usersideApiKey": "" }', { env: VARIABLES })
    expect(config).toMatchObject({
      billingId: 3,
      usersideApiKey: 'K',
      billingUrl: 'http://billing.test/?key=1',
    })
    expect(warnings).toEqual([
      'The environment variable BILLING_ID is not used: the configuration file sets billingId to something else.',
    ])
  })

  test.each([
    ['1', true],
    ['true', true],
    ['YES', true],
    ['on', true],
    ['0', false],
    ['False', false],
    ['no', false],
    ['off', false],
    ['', false],
    ['  ', false],
  ])('reads the switch "%s" as %p', (text, expected) => {
    const { config } = loadConfig({ host: machine({ env: { ...VARIABLES, IS_IMPORT_MESSAGE: text } }) })
    expect(config.confIsImportMessage).toBe(expected)
  })

  test('reads a list separated by commas', () => {
    const { config } = loadKeys({}, { env: { SKIP_DELETE_IP_LIST: ' 10.0.0.1-10.0.0.9, ,10.1.0.0/24,' } })
    expect(config.confSkipDeleteIp).toEqual([
      { first: 0x0a000001, last: 0x0a000009 },
      { first: 0x0a010000, last: 0x0a0100ff },
    ])
  })

  test('is named in its errors', () => {
    const env = {
      BILLING_NAME: 'lanbilling',
      BILLING_ID: '-1',
      IS_IMPORT_MESSAGE: 'maybe',
      SKIP_DELETE_IP_LIST: 'x',
    }
    expect(errorsOf(() => loadConfig({ host: machine({ env }) })).sort()).toEqual([
      'environment BILLING_ID billingId: must be a whole number between 1 and 2147483647, found the text "-1"',
      'environment BILLING_NAME billingName: must be "standart", "carbon5", "utm5", "abills", "ubilling", "mikbill", "nodeny", "sql" or "files", found the text "lanbilling"',
      "environment BILLING_URL billingUrl: is missing: the billing's API address with its own query string and key, as the original takes it; of tables the database or the folder (environment: BILLING_URL)",
      'environment IS_IMPORT_MESSAGE confIsImportMessage: must be true or false, found the text "maybe"',
      'environment SKIP_DELETE_IP_LIST confSkipDeleteIp[0]: "x" is not an IPv4 address',
      'environment USERSIDE_API_KEY usersideApiKey: is missing: API key of the ERP (environment: USERSIDE_API_KEY)',
      'environment USERSIDE_API_URL usersideUrl: is missing: address of the ERP (environment: USERSIDE_API_URL)',
    ])
  })
})

describe('secrets', () => {
  test.each([
    ['env:MY_KEY', { env: { MY_KEY: 's3cret' } }],
    ['file:key.txt', { files: { '/etc/usm/key.txt': 's3cret\n' } }],
    ['file:/run/secrets/key', { files: { '/run/secrets/key': '\uFEFFs3cret\r\n\r\n' } }],
    ['credential:key', { env: { CREDENTIALS_DIRECTORY: '/run/cred' }, files: { '/run/cred/key': 's3cret' } }],
  ])('are read from %s', (usersideApiKey, more) => {
    expect(loadKeys({ usersideApiKey }, more).config.usersideApiKey).toBe('s3cret')
  })

  test.each([
    ['env:MY_KEY', {}, 'the environment variable MY_KEY is not set'],
    ['env:', {}, '"env:" names nothing'],
    ['file:gone', {}, 'the file /etc/usm/gone cannot be read: no such file or directory'],
    ['file:blank', { files: { '/etc/usm/blank': '\n' } }, 'the file /etc/usm/blank is empty'],
    ['credential:key', {}, 'there are no systemd credentials: $CREDENTIALS_DIRECTORY is not set'],
    [
      'credential:../key',
      { env: { CREDENTIALS_DIRECTORY: '/c' } },
      '"../key" is not the name of a credential',
    ],
  ])('that are missing are named: %s', (usersideApiKey, more, message) => {
    expect(errorsOf(() => loadKeys({ usersideApiKey }, more))).toEqual([
      `${FILE}:1:131 usersideApiKey: ${message}`,
    ])
  })

  test('may stand for any text, in lists and sections too, and for numbers and switches', () => {
    const env = { NET: '10.0.0.0/8', CA: 'ca.pem', ID: '5', YES: 'yes' }
    const { config } = loadKeys(
      {
        confSkipDeleteIp: ['env:NET'],
        billingHttp: { caFile: 'env:CA' },
        billingId: 'env:ID',
        isSilence: 'env:YES',
      },
      { env, files: { '/etc/usm/ca.pem': CERTIFICATE } },
    )
    expect(config).toMatchObject({
      billingId: 5,
      isSilence: true,
      billingHttp: { caFile: '/etc/usm/ca.pem' },
    })
    expect(config.confSkipDeleteIp).toHaveLength(1)
  })

  test('may be named by an environment variable', () => {
    const env = { ...VARIABLES, USERSIDE_API_KEY: 'file:/run/secrets/key' }
    const host = machine({ env, files: { '/run/secrets/key': 's3cret' } })
    expect(loadConfig({ host }).config.usersideApiKey).toBe('s3cret')
  })

  test('are not shown when what was read is not valid', () => {
    const lines = errorsOf(() => loadKeys({ usersideUrl: 'env:MY_KEY' }, { env: { MY_KEY: 's3cret' } }))
    expect(lines).toEqual([expect.stringContaining('found a text that is not shown')])
  })
})

describe('a file that others can read', () => {
  const text = JSON.stringify({ ...REQUIRED, usersideApiKey: 'env:K' })
  const withMode = (mode: number, content = text) =>
    load(content, { modes: { [FILE]: mode }, env: { K: 'k', U: 'http://b/?key=1' } }).warnings

  test.each([
    ['everybody on this machine', 0o100644],
    ['everybody on this machine', 0o100604],
    ['its group', 0o100640],
  ])('gives a warning when it holds a key: %s', (who, mode) => {
    expect(withMode(mode)).toEqual([
      `${FILE} holds a key (billingUrl) and can be read by ${who}: run "chmod 600 ${FILE}", or keep the key elsewhere ("file:PATH", "env:NAME", "credential:NAME").`,
    ])
  })

  test('gives none when it is private or holds only references', () => {
    expect(withMode(0o100600)).toEqual([])
    expect(withMode(0o100644, text.replace(REQUIRED.billingUrl, 'env:U'))).toEqual([])
  })
})

describe('values', () => {
  test('are completed with their defaults', () => {
    const { config, warnings } = loadKeys({})
    expect(warnings).toEqual([])
    expect(config).toEqual({
      ...REQUIRED,
      billingName: 'standart',
      billingDialect: 'auto',
      billingDatabase: { encoding: 'auto', timeoutSec: 300, parameters: {}, queries: {} },
      logPath: '/etc/usm/log',
      statePath: '/etc/usm/log',
      isSilence: false,
      additionalDataMerge: {},
      confIsSkipUpdateAgreementDate: false,
      confIsDisableCreateAddress: false,
      confIsSkipDeleteEmptyIp: false,
      confSkipDeleteIp: [],
      confIsImportLessPhone: false,
      confIsImportLessAddress: false,
      confIsUpdateEmptyLevel: false,
      confIsUpdateEmptyEntrance: false,
      confIsImportPasswordToUsPassword: false,
      confIsSkipUpdateDateActivity: false,
      confIsSkipUnusedAddress: false,
      confIsUseStreetFullName: false,
      confIsImportMessage: false,
      confAlwaysSetCustomerGroupId: '',
      confIsRemoveForeignGroups: false,
      usersideModuleRevision: 0,
      usersideModuleCategory: 'usm_billing',
      filter: {},
      fields: {},
      leads: 'report',
      safety: {
        maxAbsentPercent: 10,
        maxAbsentCount: 20,
        maxCreatePercent: 20,
        maxCreateCount: 50,
        maxChangePercent: 30,
        maxChangeCount: 100,
        fullEvery: 60,
      },
      billingHttp: { timeoutSec: 300, retries: 3, insecureTls: false, compress: true },
      usersideHttp: { timeoutSec: 300, retries: 3, insecureTls: false, compress: true, concurrency: 2 },
      log: { keepDays: 30, syslog: false },
      journal: { keepDays: 30, maxMegabytes: 500, skipFields: ['traffic', 'activity'] },
      language: 'auto',
      notify: [],
    })
  })

  test('take both spellings of the standard protocol', () => {
    const spelled = ['standart', 'standard', 'carbon5'].map(
      (billingName) => loadKeys({ billingName }).config.billingName,
    )
    expect(spelled).toEqual(['standart', 'standart', 'carbon5'])
  })

  test.each([
    ['Standart', 'standart'],
    ['STANDARD', 'standart'],
    ['Carbon5', 'carbon5'],
  ])('take the name of a billing in any letter case: %s', (billingName, meant) => {
    expect(loadKeys({ billingName }).config.billingName).toBe(meant as 'standart')
  })

  test.each([
    ['UTM5', 'mysql://u@h/d'],
    ['ABillS', 'mysql://u@h/d'],
    ['Files', 'file:///srv/export'],
  ])('take that of tables in any letter case, with its address: %s', (billingName, billingUrl) => {
    expect(loadKeys({ billingName, billingUrl }).config).toMatchObject({
      billingName: billingName.toLowerCase(),
      billingUrl: billingUrl.replace('file:///', 'file:/'),
    })
  })

  test('that are paths are relative to the configuration file', () => {
    const paths = {
      logPath: '../log',
      statePath: '/var/lib/usm',
      metricsFile: 'm.prom',
      reportFile: './r.html',
    }
    const files = { '/etc/usm/tls/ca.pem': CERTIFICATE }
    expect(loadKeys({ ...paths, usersideHttp: { caFile: 'tls/ca.pem' } }, { files }).config).toMatchObject({
      logPath: '/etc/log',
      statePath: '/var/lib/usm',
      metricsFile: '/etc/usm/m.prom',
      reportFile: '/etc/usm/r.html',
      usersideHttp: { caFile: '/etc/usm/tls/ca.pem' },
    })
  })

  test('that are empty texts are not set', () => {
    const { config } = loadKeys({
      pingUrl: '',
      logPath: '',
      billingHttp: { proxy: '' },
      usersidePasswordSalt: '',
    })
    expect(config).toMatchObject({ logPath: '/etc/usm/log', billingHttp: { timeoutSec: 300 } })
    expect(Object.keys(config)).not.toContain('pingUrl')
    expect(Object.keys(config)).not.toContain('usersidePasswordSalt')
  })

  test('take ids as numbers or texts', () => {
    const { config } = loadKeys({
      additionalDataMerge: { '4': 62, x: '63' },
      filter: { exclude: { groups: [3, 'VIP'] } },
    })
    expect(config.additionalDataMerge).toEqual({ '4': '62', x: '63' })
    expect(config.filter).toEqual({
      exclude: { groups: ['3', 'VIP'], tags: [], tariffs: [], states: [], logins: [] },
    })
  })

  test('ignore the schema that editors ask for', () => {
    expect(errorsOf(() => loadKeys({ $schema: './usm-billing.schema.json' }))).toEqual([])
  })
})
