/**
 * NoDeny+ (docs/billings/nodeny.md). Addresses and phones are columns an operator has made himself (`data0`,
 * `datasetup`): a query of his own lies over this one.
 */
import type { BuiltInBilling } from './billing.ts'

/** A service that is running now. */
const RUNNING = `s.tm_start <= {parameter:now} AND (s.tm_end = 0 OR s.tm_end > {parameter:now})`

/** What tells that a service is a tariff. */
interface Telling {
  /** Of a service that somebody has. */
  readonly ofHeld: (held: string) => string
  /** Of a service of the list. */
  readonly ofListed: string
}

const MODULE = `v.module LIKE 'inet%'`
const BY_MODULE: Telling = { ofHeld: () => MODULE, ofListed: MODULE }
const isMarked = (held: string): string => `${held}.tags LIKE '%,inet,%'`
/** A module is a file of NoDeny's, or of the operator's own; what is bought by one that gives access bears a mark. */
const BY_MARK: Telling = {
  ofHeld: (held) => `(${MODULE} OR ${isMarked(held)})`,
  ofListed: `EXISTS (SELECT 1 FROM users_services x WHERE x.service_id = v.service_id AND ${isMarked('x')})
  OR ${MODULE}`,
}

/** A cipher, which is as long as some of its blocks, is not told as a password. */
const PASSWORD = 'CASE WHEN LENGTH(u.passwd) > 0 AND LENGTH(u.passwd) % 16 = 0 THEN NULL ELSE u.passwd END'
const DECIPHERED = 'AES_DECRYPT(u.passwd, {parameter:passwd_key})'

const subscribers = ({ ofHeld }: Telling, password = PASSWORD): string => `
SELECT u.id AS id, u.name AS login, u.fio AS name, u.contract AS agreement, u.contract_date AS agreement_date,
  CAST(u.balance AS DECIMAL(20, 2)) AS balance, u.discount AS discount,
  CASE WHEN u.state = 'on' THEN 'work' ELSE 'disable' END AS state,
  COALESCE(n.next_service_id, '') AS next_tariff, n.tm_end AS next_tariff_from,
  t.out1 AS traffic_up, t.in1 AS traffic_down,
  CASE WHEN u.grp = 0 THEN '' ELSE u.grp END AS \`group\`,
  u.comment AS comment, ${password} AS password
FROM (SELECT * FROM users WHERE {page:id}) u
LEFT JOIN users_trf t ON t.uid = u.id
LEFT JOIN users_services n ON n.id = (
  SELECT MIN(s.id) FROM users_services s
  JOIN services v ON v.service_id = s.service_id
  WHERE s.uid = u.id AND s.next_service_id <> 0 AND s.next_service_id <> s.service_id AND ${RUNNING}
    AND ${ofHeld('s')}
)`

const tariffs = ({
  ofHeld,
  ofListed,
}: Telling): Readonly<Record<'subscriber_tariffs' | 'tariffs', string>> => ({
  subscriber_tariffs: `
SELECT u.id AS subscriber, s.service_id AS tariff
FROM (SELECT id FROM users WHERE {page:id}) u
JOIN users_services s ON s.uid = u.id AND ${RUNNING}
JOIN services v ON v.service_id = s.service_id AND ${ofHeld('s')}`,
  tariffs: `
SELECT v.service_id AS id, v.title AS name, CAST(v.price AS DECIMAL(20, 2)) AS fee, 30 AS days
FROM services v
WHERE ${ofListed}`,
})

const ips = (mac: string, joined: string): string => `
SELECT u.id AS subscriber, p.ip AS ip, ${mac} AS mac
FROM (SELECT id FROM users WHERE {page:id}) u
JOIN ip_pool p ON p.uid = u.id${joined}`

export const nodeny: BuiltInBilling = {
  probed: ['users_services', 'ip_mac', 'mac_uid'],
  parameters: {
    passwd_key: '$cfg::Passwd_Key of NoDeny: without it enciphered passwords are not read',
  },
  queries: {
    subscribers: subscribers(BY_MARK),
    ...tariffs(BY_MARK),
    ips: ips(
      'm.mac',
      `
LEFT JOIN ip_mac m ON m.ip = p.ip`,
    ),
    groups: `
SELECT grp_id AS id, grp_name AS name FROM user_grp`,
  },
  variants: [
    {
      title: 'passwords, with the parameter passwd_key',
      isMet: ({ isSet }) => isSet('passwd_key'),
      queries: { subscribers: subscribers(BY_MARK, DECIPHERED) },
    },
    {
      title: 'databases without marks of services',
      isMet: ({ has }) => !has('users_services.tags'),
      queries: { subscribers: subscribers(BY_MODULE), ...tariffs(BY_MODULE) },
    },
    {
      title: 'passwords, in databases without marks of services',
      isMet: ({ has, isSet }) => !has('users_services.tags') && isSet('passwd_key'),
      queries: { subscribers: subscribers(BY_MODULE, DECIPHERED) },
    },
    {
      title: 'releases that keep MAC addresses by their owners',
      isMet: ({ has }) => !has('ip_mac') && has('mac_uid'),
      queries: {
        ips: ips(
          'm.mac',
          `
LEFT JOIN mac_uid m ON m.uid = p.uid AND m.ip = p.ip`,
        ),
      },
    },
    {
      title: 'databases without MAC addresses',
      isMet: ({ has }) => !has('ip_mac') && !has('mac_uid'),
      queries: { ips: ips("''", '') },
    },
  ],
}
