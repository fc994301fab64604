/**
 * ABillS on MySQL or MariaDB (docs/billings/abills.md): its subscribers with an Internet service. A service is a row,
 * and somebody may have several. `tarif_plans.tp_id` is a tariff's id, not `.id`.
 */
import type { BuiltInBilling } from './billing.ts'

/** What releases keep differently: the module of services and sessions, and what is known of a person. */
interface Release {
  readonly services: string
  readonly sessions: string
  readonly online: string
  /** When a session under way was last heard of, unix seconds. */
  readonly heard: string
  /** A service names its tariff by `tarif_plans.id`, the number people see. */
  readonly isPlanNumbered: boolean
  readonly name: string
  /** Columns of a person that others do not have. */
  readonly more: readonly string[]
}

/** The middle one may be empty. */
const WHOLE_NAME = "TRIM(REPLACE(CONCAT(pi.fio, ' ', pi.fio2, ' ', pi.fio3), '  ', ' '))"

const INTERNET: Release = {
  services: 'internet_main',
  sessions: 'internet_log',
  online: 'internet_online',
  heard: 'lupdated',
  isPlanNumbered: false,
  name: WHOLE_NAME,
  more: ['floor', 'entrance'],
}
/** The first ones with it. */
const EARLY_INTERNET: Release = { ...INTERNET, more: [] }
/** Before the Internet module. */
const DV: Release = {
  services: 'dv_main',
  sessions: 'dv_log',
  online: 'dv_calls',
  heard: 'lupdated',
  isPlanNumbered: true,
  name: WHOLE_NAME,
  more: ['floor', 'entrance'],
}
/** Those of them that know neither the parts of a name nor a storey. */
const EARLY_DV: Release = { ...DV, name: 'pi.fio', more: [] }

/** Several providers in one database are told apart by this. */
const DOMAIN = '({parameter:domain} IS NULL OR domain_id = {parameter:domain})'

const users = ({ services }: Release, columns: readonly string[] = ['uid']): string => `
    SELECT ${columns.join(', ')} FROM users
    WHERE deleted = 0 AND ${DOMAIN}
      AND EXISTS (SELECT 1 FROM ${services} s WHERE s.uid = users.uid) AND {page:uid}`

/**
 * The id of the tariff that a service, or an order, names by a number: the same one is another tariff in another module,
 * or with another provider. Where no service at all names a number that is there, it is the id; else a number that is
 * not there is no tariff's, and no other's id.
 */
const tariffOf = (number: string, { services, isPlanNumbered }: Release): string =>
  isPlanNumbered
    ? `COALESCE(
    (SELECT MIN(p.tp_id) FROM tarif_plans p
      WHERE p.id = ${number} AND p.module IN ('Dv', '') AND p.domain_id = u.domain_id),
    CASE WHEN EXISTS (SELECT 1 FROM ${services} x JOIN tarif_plans y ON y.id = x.tp_id AND y.module IN ('Dv', ''))
      THEN CONCAT('no. ', ${number}) ELSE ${number} END)`
    : number

/** Put together for all at once: early releases have no index by which those of one subscriber are found. */
const ORDERS = `
  SELECT uid AS uid, MIN(id) AS id FROM shedule
  WHERE type = 'tp' AND module IN ('Internet', 'Dv')
  GROUP BY uid`

/** What the NAS has received is what the subscriber has sent. */
const subscribers = (release: Release, password = ''): string => `
SELECT u.uid AS id, u.id AS login,
  ${release.name} AS name,
  u.uid AS account,
  CONCAT(pi.contract_sufix, pi.contract_id) AS agreement, pi.contract_date AS agreement_date,
  COALESCE(cb.deposit, b.deposit) AS balance,
  CASE WHEN u.credit = 0 THEN COALESCE(c.credit, 0) ELSE u.credit END AS credit,
  u.reduction AS discount,
  CASE WHEN u.company_id = 0 THEN 0 ELSE 1 END AS corporate,
  CASE CASE WHEN u.disable = 0 THEN t.disable ELSE u.disable END
    WHEN 0 THEN 'work' WHEN 1 THEN 'disable' WHEN 2 THEN 'new' WHEN 3 THEN 'pause'
    WHEN 4 THEN 'nomoney' WHEN 5 THEN 'nomoney' ELSE 'stop' END AS state,
  CASE WHEN s.id IS NULL THEN ''
    ELSE ${tariffOf("SUBSTR(s.action, INSTR(s.action, ':') + 1)", release)} END AS next_tariff,
  CASE WHEN s.id IS NULL OR s.y = '*' OR s.m = '*' OR s.d = '*' THEN '' ELSE CONCAT(s.y, '-', s.m, '-', s.d) END
    AS next_tariff_from,
  t.received AS traffic_up, t.sent AS traffic_down,
  (SELECT MAX(o.${release.heard}) FROM ${release.online} o WHERE o.uid = u.uid) AS active,
  u.registration AS connected,
  CASE WHEN u.gid = 0 THEN '' ELSE u.gid END AS \`group\`,
  pi.location_id AS house, pi.address_flat AS apartment,${release.more.map((column) => ` pi.${column} AS ${column},`).join('')}
  pi.comments AS comment${password}
FROM (
  SELECT p.uid AS uid,
    (SELECT MIN(i.disable) FROM ${release.services} i WHERE i.uid = p.uid) AS disable,
    COALESCE(SUM(l.sent + l.acct_output_gigawords * 4294967296), 0) AS sent,
    COALESCE(SUM(l.recv + l.acct_input_gigawords * 4294967296), 0) AS received
  FROM (${users(release)}
  ) p
  LEFT JOIN ${release.sessions} l ON l.uid = p.uid AND l.start >= {parameter:month}
  GROUP BY p.uid
) t
JOIN users u ON u.uid = t.uid
LEFT JOIN users_pi pi ON pi.uid = u.uid
LEFT JOIN bills b ON b.id = u.bill_id
LEFT JOIN companies c ON c.id = u.company_id AND u.company_id <> 0
LEFT JOIN bills cb ON cb.id = c.bill_id
LEFT JOIN (${ORDERS}
) first ON first.uid = u.uid
LEFT JOIN shedule s ON s.id = first.id`

/** The server deciphers them; MySQL 8 has forgotten how to. */
const PASSWORD = `,
  DECODE(u.password, {parameter:secretkey}) AS password`

const services = (release: Release): Readonly<Record<'ips' | 'subscriber_tariffs', string>> => ({
  ips: `
SELECT u.uid AS subscriber, i.ip AS ip, i.cid AS mac
FROM (${users(release)}
) u
JOIN ${release.services} i ON i.uid = u.uid`,
  subscriber_tariffs: `
SELECT u.uid AS subscriber, ${tariffOf('i.tp_id', release)} AS tariff
FROM (${users(release, ['uid', 'domain_id'])}
) u
JOIN ${release.services} i ON i.uid = u.uid AND i.tp_id <> 0`,
})

const CONTACTS = (kinds: string): string => `
FROM (SELECT uid FROM users WHERE deleted = 0 AND {page:uid}) u
JOIN users_contacts c ON c.uid = u.uid AND c.type_id IN (${kinds})`

/**
 * A setting decides between the contacts and the column of the person. Where it chose the column there are no contacts
 * of these kinds at all; where it chose the contacts the column holds what once was.
 */
const CONTACTS_OR = (kinds: string, column: string): string => `
FROM (SELECT uid FROM users WHERE deleted = 0 AND {page:uid}) u
LEFT JOIN users_pi pi ON pi.uid = u.uid
LEFT JOIN users_contacts c ON c.uid = u.uid AND c.type_id IN (${kinds})
WHERE c.uid IS NOT NULL
  OR (pi.${column} <> '' AND NOT EXISTS (SELECT 1 FROM users_contacts k WHERE k.type_id IN (1, 2, 9)))`

/** @param columns what a release keeps a column for, by what it is told as */
const houses = (columns: Readonly<Record<string, string>>): string => `
SELECT id AS id, street_id AS street, number AS number,${Object.entries(columns)
  .map(([name, column]) => ` ${column} AS ${name},`)
  .join('')}
  flors AS floor, entrances AS entrance
FROM builds`
const NO_BLOCK = { block: "''" }
const POSTCODE = { postcode: 'zip' }

const tariffs = (modules: string): string => `
SELECT p.tp_id AS id, p.name AS name,
  CASE WHEN p.month_fee > 0 THEN p.month_fee ELSE p.day_fee END AS fee,
  CASE WHEN p.month_fee > 0 THEN 30 WHEN p.day_fee > 0 THEN 1 ELSE 0 END AS days,
  COALESCE(s.in_speed, 0) AS speed_up, COALESCE(s.out_speed, 0) AS speed_down
FROM tarif_plans p
LEFT JOIN (
  SELECT i.tp_id AS tp_id, MAX(t.in_speed) AS in_speed, MAX(t.out_speed) AS out_speed
  FROM intervals i
  JOIN trafic_tarifs t ON t.interval_id = i.id AND t.id = 0
  GROUP BY i.tp_id
) s ON s.tp_id = p.tp_id
WHERE p.module IN (${modules}) AND ${DOMAIN}`

const subscriberTags = (condition: string): string => `
SELECT u.uid AS subscriber, t.tag_id AS tag, t.date AS added
FROM (SELECT uid FROM users WHERE deleted = 0 AND {page:uid}) u
JOIN tags_users t ON t.uid = u.uid${condition}`

export const abills: BuiltInBilling = {
  probed: [
    'internet_main',
    'users_pi',
    'users_contacts',
    'builds',
    'districts',
    'tags_users',
    'msgs_messages',
  ],
  parameters: {
    secretkey: '$conf{secretkey} of config.pl: without it passwords are not read',
    domain: 'the id of one provider where the database holds several (domain_id)',
  },
  queries: {
    subscribers: subscribers(INTERNET),
    ...services(INTERNET),
    phones: `
SELECT u.uid AS subscriber, c.value AS number, CASE WHEN c.type_id = 1 THEN 1 ELSE 0 END AS main
${CONTACTS('1, 2').trim()}`,
    emails: `
SELECT u.uid AS subscriber, c.value AS address, 0 AS main
${CONTACTS('9').trim()}`,
    subscriber_tags: subscriberTags(`
  AND (t.end_date = '0000-00-00' OR t.end_date >= {parameter:today})`),
    tariffs: tariffs("'Internet', 'Dv'"),
    groups: `
SELECT gid AS id, name AS name FROM \`groups\``,
    tags: `
SELECT id AS id, name AS name FROM tags`,
    cities: `
SELECT id AS id, name AS name FROM districts`,
    streets: `
SELECT id AS id, name AS name, district_id AS city FROM streets`,
    houses: houses({ block: 'block', ...POSTCODE }),
    messages: `
SELECT id AS id, uid AS subscriber, date AS date, subject AS subject, message AS text
FROM msgs_messages`,
  },
  variants: [
    {
      title: 'the first releases with the Internet module',
      isMet: ({ has }) => has('internet_main') && !has('users_pi.floor'),
      queries: { subscribers: subscribers(EARLY_INTERNET) },
    },
    {
      title: 'releases before the Internet module',
      isMet: ({ has }) => !has('internet_main'),
      queries: { subscribers: subscribers(DV), ...services(DV), tariffs: tariffs("'Internet', 'Dv', ''") },
    },
    {
      title: 'releases before the Internet module that know no storey',
      isMet: ({ has }) => !has('internet_main') && !has('users_pi.floor'),
      queries: { subscribers: subscribers(EARLY_DV) },
    },
    {
      title: 'passwords, with the parameter secretkey',
      isMet: ({ has, isSet }) => has('internet_main') && isSet('secretkey'),
      queries: { subscribers: subscribers(INTERNET, PASSWORD) },
    },
    {
      title: 'passwords, in the first releases with the Internet module',
      isMet: ({ has, isSet }) => has('internet_main') && !has('users_pi.floor') && isSet('secretkey'),
      queries: { subscribers: subscribers(EARLY_INTERNET, PASSWORD) },
    },
    {
      title: 'passwords, in releases before the Internet module',
      isMet: ({ has, isSet }) => !has('internet_main') && isSet('secretkey'),
      queries: { subscribers: subscribers(DV, PASSWORD) },
    },
    {
      title: 'passwords, in releases before the Internet module that know no storey',
      isMet: ({ has, isSet }) => !has('internet_main') && !has('users_pi.floor') && isSet('secretkey'),
      queries: { subscribers: subscribers(EARLY_DV, PASSWORD) },
    },
    {
      title: 'releases that keep phones and e-mails as contacts or not, by a setting',
      isMet: ({ has }) =>
        has('users_contacts') &&
        !has('users_contacts.date') &&
        has('users_pi.phone') &&
        has('users_pi.email'),
      queries: {
        phones: `
SELECT u.uid AS subscriber, COALESCE(c.value, pi.phone) AS number, CASE WHEN c.type_id = 1 THEN 1 ELSE 0 END AS main
${CONTACTS_OR('1, 2', 'phone').trim()}`,
        emails: `
SELECT u.uid AS subscriber, COALESCE(c.value, pi.email) AS address, 0 AS main
${CONTACTS_OR('9', 'email').trim()}`,
      },
    },
    {
      title: 'releases that keep one phone and one e-mail of a subscriber',
      isMet: ({ has }) => !has('users_contacts'),
      queries: {
        phones: `
SELECT uid AS subscriber, phone AS number FROM users_pi WHERE phone <> '' AND {page:uid}`,
        emails: `
SELECT uid AS subscriber, email AS address FROM users_pi WHERE email <> '' AND {page:uid}`,
      },
    },
    {
      title: 'releases that know no block of a house',
      isMet: ({ has }) => !has('builds.block'),
      queries: { houses: houses({ ...NO_BLOCK, ...POSTCODE }) },
    },
    {
      title: 'releases that know no postcode of a house',
      isMet: ({ has }) => !has('builds.zip'),
      queries: { houses: houses(NO_BLOCK) },
    },
    {
      // Later ones leave the column as it was, and empty for what is new.
      title: 'releases where a district is a part of a city',
      isMet: ({ has }) => has('districts.city'),
      queries: {
        cities: `
SELECT id AS id, CASE WHEN city = '' THEN name ELSE city END AS name FROM districts`,
        districts: `
SELECT id AS id, id AS city, name AS name FROM districts WHERE city <> ''`,
      },
    },
    {
      title: 'tags without an end',
      isMet: ({ has }) => !has('tags_users.end_date'),
      queries: { subscriber_tags: subscriberTags('') },
    },
    {
      title: 'databases without the module Tags',
      isMet: ({ has }) => !has('tags_users'),
      queries: { tags: null, subscriber_tags: null },
    },
    {
      title: 'databases without the module Msgs',
      isMet: ({ has }) => !has('msgs_messages'),
      queries: { messages: null },
    },
  ],
}
