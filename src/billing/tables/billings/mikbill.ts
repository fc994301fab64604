/**
 * MikBill (docs/billings/mikbill.md). Who is switched off, frozen or deleted stands in a table of its own; newer
 * releases keep all in one. Columns claim KOI8-R and hold KOI8-U: `billingDatabase.encoding` "koi8-u" reads them right.
 */
import type { BuiltInBilling } from './billing.ts'

const COLUMNS = [
  'user',
  'password',
  'deposit',
  'credit',
  'fio',
  'mob_tel',
  'sms_tel',
  'email',
  'prim',
  'add_date',
  'numdogovor',
  'gid',
  'houseid',
  'app',
  'porch',
  'floor',
  'real_ip',
  'framed_ip',
  'local_ip',
  'local_mac',
]

const ONE_TABLE = `
  SELECT uid, ${COLUMNS.join(', ')},
    CASE WHEN state = 2 THEN 'pause' WHEN state = 3 THEN 'disable'
      WHEN blocked = 0 THEN 'work' ELSE 'nomoney' END AS state_word
  FROM users
  WHERE state <> 4 AND {page:uid}`

const inAnyTable = (columns: string): string => `(
    SELECT uid, 'users' AS kept_in${columns} FROM users
    UNION ALL SELECT uid, 'usersfreeze'${columns} FROM usersfreeze
    UNION ALL SELECT uid, 'usersblok'${columns} FROM usersblok
  ) everybody`

/**
 * Deleted subscribers are former ones: they are not read. Who is on a page is found out first, by uid alone: of the
 * tables put together the server would write all that is left of them down, whole rows, for each page.
 */
const FOUR_TABLES = `
  SELECT page.uid,
    ${COLUMNS.map((column) => `COALESCE(u.${column}, f.${column}, b.${column}) AS ${column}`).join(',\n    ')},
    CASE WHEN page.kept_in = 'usersfreeze' THEN 'pause' WHEN page.kept_in = 'usersblok' THEN 'disable'
      WHEN u.blocked = 0 THEN 'work' ELSE 'nomoney' END AS state_word
  FROM (SELECT uid, kept_in FROM ${inAnyTable('')} WHERE {page:uid}) page
  LEFT JOIN users u ON page.kept_in = 'users' AND u.uid = page.uid
  LEFT JOIN usersfreeze f ON page.kept_in = 'usersfreeze' AND f.uid = page.uid
  LEFT JOIN usersblok b ON page.kept_in = 'usersblok' AND b.uid = page.uid`

/** @param page everybody on a page, from whichever table */
const subscribers = (page: string): string => `
SELECT u.uid AS id, u.user AS login, u.fio AS name, u.uid AS account,
  COALESCE(u.numdogovor, '') AS agreement,
  u.deposit AS balance, u.credit AS credit, u.state_word AS state,
  CASE WHEN u.gid = 0 THEN '' ELSE u.gid END AS tariff, u.add_date AS connected,
  u.mob_tel AS phone, u.sms_tel AS phone2, COALESCE(u.email, '') AS email,
  CASE WHEN u.real_ip = 1 THEN u.framed_ip ELSE u.local_ip END AS ip, u.local_mac AS mac,
  u.houseid AS house, u.app AS apartment, u.floor AS floor, u.porch AS entrance,
  u.prim AS comment, u.password AS password
FROM (${page}
) u`

const phones = (everybody: string, condition = ''): string => `
SELECT u.uid AS subscriber, u.phone AS number
FROM (
  SELECT uid, phone FROM ${everybody}
  WHERE phone <> ''${condition} AND {page:uid}
) u`

export const mikbill: BuiltInBilling = {
  probed: ['users', 'usersfreeze', 'lanes_neighborhoods'],
  parameters: {},
  queries: {
    subscribers: subscribers(ONE_TABLE),
    phones: phones('users', ' AND state <> 4'),
    tariffs: `
SELECT gid AS id, packet AS name, fixed_cost AS fee, 30 AS days,
  speed_rate AS speed_down, speed_burst AS speed_up
FROM packets`,
    cities: `
SELECT settlementid AS id, settlementname AS name FROM lanes_settlements`,
    streets: `
SELECT laneid AS id, lane AS name, settlementid AS city FROM lanes`,
    // The number is what was typed: 12а, 12/3.
    houses: `
SELECT houseid AS id, laneid AS street, house AS number FROM lanes_houses`,
  },
  variants: [
    {
      title: 'releases with a table for each state',
      isMet: ({ has }) => !has('users.state'),
      queries: {
        subscribers: subscribers(FOUR_TABLES),
        phones: phones(inAnyTable(', phone')),
      },
    },
  ],
}
