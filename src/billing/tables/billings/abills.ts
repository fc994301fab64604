/**
 * ABillS on MySQL or MariaDB (docs/billings/abills.md): its subscribers with an Internet service. A service is a row,
 * and somebody may have several. `tarif_plans.tp_id` is a tariff's id, not `.id`.
 */
import type { BuiltInBilling } from './billing.ts'

/** The module that keeps services and sessions. */
interface Module {
  readonly services: string
  readonly sessions: string
  readonly online: string
  /** When a session under way was last heard of, unix seconds. */
  readonly heard: string
}

const INTERNET: Module = {
  services: 'internet_main',
  sessions: 'internet_log',
  online: 'internet_online',
  heard: 'lupdated',
}
/** Before the Internet module. */
const DV: Module = { services: 'dv_main', sessions: 'dv_log', online: 'dv_calls', heard: 'lupdated' }

/** Several providers in one database are told apart by this. */
const DOMAIN = '({parameter:domain} IS NULL OR domain_id = {parameter:domain})'

const users = ({ services }: Module): string => `
    SELECT uid FROM users
    WHERE deleted = 0 AND ${DOMAIN}
      AND EXISTS (SELECT 1 FROM ${services} s WHERE s.uid = users.uid) AND {page:uid}`

/** What the NAS has received is what the subscriber has sent. */
const subscribers = (module: Module, password = ''): string => `
SELECT u.uid AS id, u.id AS login,
  TRIM(CONCAT(pi.fio, ' ', pi.fio2, ' ', pi.fio3)) AS name,
  u.uid AS account,
  CONCAT(pi.contract_sufix, pi.contract_id) AS agreement, pi.contract_date AS agreement_date,
  COALESCE(cb.deposit, b.deposit) AS balance,
  CASE WHEN u.credit = 0 THEN COALESCE(c.credit, 0) ELSE u.credit END AS credit,
  u.reduction AS discount,
  CASE WHEN u.company_id = 0 THEN 0 ELSE 1 END AS corporate,
  CASE CASE WHEN u.disable = 0 THEN t.disable ELSE u.disable END
    WHEN 0 THEN 'work' WHEN 1 THEN 'disable' WHEN 2 THEN 'new' WHEN 3 THEN 'pause'
    WHEN 4 THEN 'nomoney' WHEN 5 THEN 'nomoney' ELSE 'stop' END AS state,
  CASE WHEN s.id IS NULL THEN '' ELSE SUBSTR(s.action, INSTR(s.action, ':') + 1) END AS next_tariff,
  CASE WHEN s.id IS NULL OR s.y = '*' OR s.m = '*' OR s.d = '*' THEN '' ELSE CONCAT(s.y, '-', s.m, '-', s.d) END
    AS next_tariff_from,
  t.received AS traffic_up, t.sent AS traffic_down,
  (SELECT MAX(o.${module.heard}) FROM ${module.online} o WHERE o.uid = u.uid) AS active,
  u.registration AS connected,
  CASE WHEN u.gid = 0 THEN '' ELSE u.gid END AS \`group\`,
  pi.location_id AS house, pi.address_flat AS apartment, pi.floor AS floor, pi.entrance AS entrance,
  pi.comments AS comment${password}
FROM (
  SELECT p.uid AS uid,
    (SELECT MIN(i.disable) FROM ${module.services} i WHERE i.uid = p.uid) AS disable,
    COALESCE(SUM(l.sent + l.acct_output_gigawords * 4294967296), 0) AS sent,
    COALESCE(SUM(l.recv + l.acct_input_gigawords * 4294967296), 0) AS received
  FROM (${users(module)}
  ) p
  LEFT JOIN ${module.sessions} l ON l.uid = p.uid AND l.start >= {parameter:month}
  GROUP BY p.uid
) t
JOIN users u ON u.uid = t.uid
LEFT JOIN users_pi pi ON pi.uid = u.uid
LEFT JOIN bills b ON b.id = u.bill_id
LEFT JOIN companies c ON c.id = u.company_id AND u.company_id <> 0
LEFT JOIN bills cb ON cb.id = c.bill_id
LEFT JOIN shedule s ON s.id = (
  SELECT MIN(x.id) FROM shedule x
  WHERE x.uid = u.uid AND x.type = 'tp' AND x.module IN ('Internet', 'Dv')
)`

/** The server deciphers them; MySQL 8 has forgotten how to. */
const PASSWORD = `,
  DECODE(u.password, {parameter:secretkey}) AS password`

const services = (module: Module): Readonly<Record<'ips' | 'subscriber_tariffs', string>> => ({
  ips: `
SELECT u.uid AS subscriber, i.ip AS ip, i.cid AS mac
FROM (${users(module)}
) u
JOIN ${module.services} i ON i.uid = u.uid`,
  subscriber_tariffs: `
SELECT u.uid AS subscriber, i.tp_id AS tariff
FROM (${users(module)}
) u
JOIN ${module.services} i ON i.uid = u.uid AND i.tp_id <> 0`,
})

const CONTACTS = (kinds: string): string => `
FROM (SELECT uid FROM users WHERE deleted = 0 AND {page:uid}) u
JOIN users_contacts c ON c.uid = u.uid AND c.type_id IN (${kinds})`

const houses = (block: string): string => `
SELECT id AS id, street_id AS street, number AS number, ${block} AS block,
  zip AS postcode, flors AS floor, entrances AS entrance
FROM builds`

const subscriberTags = (condition: string): string => `
SELECT u.uid AS subscriber, t.tag_id AS tag, t.date AS added
FROM (SELECT uid FROM users WHERE deleted = 0 AND {page:uid}) u
JOIN tags_users t ON t.uid = u.uid${condition}`

export const abills: BuiltInBilling = {
  probed: ['internet_main', 'users_contacts', 'builds', 'districts', 'tags_users', 'msgs_messages'],
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
    tariffs: `
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
WHERE p.module IN ('Internet', 'Dv') AND ${DOMAIN}`,
    groups: `
SELECT gid AS id, name AS name FROM \`groups\``,
    tags: `
SELECT id AS id, name AS name FROM tags`,
    cities: `
SELECT id AS id, name AS name FROM districts`,
    streets: `
SELECT id AS id, name AS name, district_id AS city FROM streets`,
    houses: houses('block'),
    messages: `
SELECT id AS id, uid AS subscriber, date AS date, subject AS subject, message AS text
FROM msgs_messages`,
  },
  variants: [
    {
      title: 'releases before the Internet module',
      isMet: ({ has }) => !has('internet_main'),
      queries: { subscribers: subscribers(DV), ...services(DV) },
    },
    {
      title: 'passwords, with the parameter secretkey',
      isMet: ({ has, isSet }) => has('internet_main') && isSet('secretkey'),
      queries: { subscribers: subscribers(INTERNET, PASSWORD) },
    },
    {
      title: 'passwords, in releases before the Internet module',
      isMet: ({ has, isSet }) => !has('internet_main') && isSet('secretkey'),
      queries: { subscribers: subscribers(DV, PASSWORD) },
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
      queries: { houses: houses("''") },
    },
    {
      title: 'releases where a district is a part of a city',
      isMet: ({ has }) => has('districts.city'),
      queries: {
        cities: `
SELECT id AS id, city AS name FROM districts`,
        districts: `
SELECT id AS id, id AS city, name AS name FROM districts`,
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
